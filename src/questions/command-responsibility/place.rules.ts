import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { sitesOn } from '../case-file/cover.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { isOnDay } from '../command/posts.rules.js';
import type { PlaceInChain } from './command-responsibility.type.js';
import type { Situation } from './situation.rules.js';

/** Where the person stands to those named for the incident; context, never graded (R15). */
export function placeOf({ file, path, heldPosts, otherPosts, incident, otherSuperiors, day }: Situation): PlaceInChain {
  const deputy = otherPosts.filter(isOnDay);
  const post = heldPosts.find(({ atId }) => atId === path?.unitId) ?? heldPosts[0] ?? deputy[0] ?? null;
  return {
    links: path?.distance ?? null,
    unit: post ? refOf(file, post.atId) : null,
    role: post?.role ?? null,
    kilometres: post ? kilometresTo(file, incident, post.atId, day) : null,
    otherSuperiors: otherSuperiors.map((id) => refOf(file, id)),
  };
}

const EARTH_RADIUS_KM = 6_371;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function kilometresTo(file: CaseFile, incident: IncidentEntry, unitId: string, day: string): number | null {
  const { latitude, longitude } = incident;
  if (latitude === null || longitude === null) return null;
  const distances = sitesOn(file, day)
    .filter((site) => site.unitId === unitId && isOnDay(site))
    .flatMap((site) =>
      site.latitude === null || site.longitude === null
        ? []
        : [greatCircle({ latitude, longitude }, { latitude: site.latitude, longitude: site.longitude })],
    );
  return distances.length === 0 ? null : Math.round(Math.min(...distances) * 10) / 10;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

function greatCircle(a: Point, b: Point): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}
