import { coverOrder } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { type PostingOn, sitesOn } from '../case-file/cover.rules.js';
import { itemOf, refOf } from '../case-file/item.rules.js';
import { isOnDay, type PostOnDay, postsOnDay } from '../command/posts.rules.js';
import type { PlaceInChain } from './command-responsibility.type.js';
import type { Situation } from './situation.rules.js';

/** Where the person stands to those named for the incident; context, never graded (R15). */
export function placeOf(situation: Situation): PlaceInChain {
  const { file, path, incident, otherSuperiors, day } = situation;
  const posts = postsInOrder(situation);
  const [post] = posts;
  return {
    on: day,
    links: path?.distance ?? null,
    unit: post?.unit ?? null,
    role: post?.role ?? null,
    posts,
    kilometres: post ? kilometresTo(file, incident, post.unit.id, day) : null,
    otherSuperiors: otherSuperiors.map((id) => refOf(file, id)),
  };
}

/**
 * All posts that the person holds on the day: those of command first, among them the one nearest to those named for the
 * incident; then those that some claim states without a conflict, and the best covered.
 */
function postsInOrder({ file, path, heldPosts, otherPosts }: Situation): PlaceInChain['posts'] {
  const commands = [...groupBy(heldPosts, ({ atId }) => atId).values()];
  const others = [...groupBy(otherPosts.filter(isOnDay), ({ atId }) => atId).values()];
  const isDisputed = (post: PostOnDay<PostingOn>) => post.postings.every(({ status }) => status !== 'ACCEPTED');
  const rank = ({ postings, ...post }: PostOnDay<PostingOn>) => [
    postings[0]?.atId === path?.unitId ? 0 : 1,
    isDisputed({ postings, ...post }) ? 1 : 0,
    coverOrder(post.cover),
  ];
  const inOrder = (of: readonly (readonly PostingOn[])[]) =>
    of.flatMap((postings) => postsOnDay(postings)).sort((a, b) => firstDifference(rank(a), rank(b)));
  return [...inOrder(commands), ...inOrder(others)].map((post) => ({
    unit: refOf(file, post.postings[0]?.atId ?? ''),
    role: post.role,
    cover: post.cover,
    isDisputed: isDisputed(post),
    items: post.postings.map((posting) => itemOf(file, posting, posting)),
  }));
}

const firstDifference = (a: readonly number[], b: readonly number[]) =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

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
