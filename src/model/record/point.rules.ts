/** Whether a point can be where its place is, as far as other places tell. */

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A point that lies farther from every place around it may be wrong; kilometres. */
const FAR_KM = 200;
/** How much nearer the swapped point must be. */
const NEARER = 4;
const EARTH_RADIUS_KM = 6371;

/** The doubt that a point raises, in words; `near` are places of the same country or within the same place. */
export function doubtOfPoint(point: Point, near: readonly Point[]): string | undefined {
  const { latitude, longitude } = point;
  if (latitude === 0 && longitude === 0) return 'Degrees 0, 0 stand for a point that is not known.';
  const swapped = { latitude: longitude, longitude: latitude };
  if (Math.abs(longitude) > 90 || near.length === 0) return undefined;
  const [asGiven, ifSwapped] = [nearest(point, near), nearest(swapped, near)];
  if (asGiven <= FAR_KM || ifSwapped > asGiven / NEARER) return undefined;
  return 'It lies far from the other places there, and near them if latitude and longitude are swapped.';
}

const nearest = (point: Point, others: readonly Point[]) => Math.min(...others.map((other) => distance(point, other)));

/** Along a great circle, in kilometres. */
function distance(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord));
}
