/** Whether a point can be where its place is, as far as other places tell. */

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A point with a word of the vocabulary for how precise it is. */
export interface PrecisePoint extends Point {
  readonly precision?: string | null;
}

/** A point as every message has it: both axes by name, since formats differ in which stands first. */
export const pointText = ({ latitude, longitude }: Record<keyof Point, unknown>): string =>
  `latitude ${latitude}, longitude ${longitude}`;

/** A point that lies farther from every place around it may be wrong; kilometres. */
const FAR_KM = 200;
/** So far apart lie places of a few large countries only; on both sides of the equator or of Greenwich, nearly none. */
const VERY_FAR_KM = 1_000;
/** How much nearer the point must be that was meant. */
const NEARER = 4;
/** Within so many degrees of 0, 0 there is sea alone. */
const NOWHERE = 0.5;
const EARTH_RADIUS_KM = 6371;

interface Slip {
  readonly meant: (point: Point) => Point;
  readonly farKm: number;
  readonly words: string;
}

/** What is done to points by mistake. */
const SLIPS: readonly Slip[] = [
  {
    meant: ({ latitude, longitude }) => ({ latitude: longitude, longitude: latitude }),
    farKm: FAR_KM,
    words: 'if latitude and longitude are swapped',
  },
  {
    meant: ({ latitude, longitude }) => ({ latitude, longitude: -longitude }),
    farKm: VERY_FAR_KM,
    words: 'with the other sign of the longitude',
  },
  {
    meant: ({ latitude, longitude }) => ({ latitude: -latitude, longitude }),
    farKm: VERY_FAR_KM,
    words: 'with the other sign of the latitude',
  },
  {
    meant: ({ latitude, longitude }) => ({ latitude: -latitude, longitude: -longitude }),
    farKm: VERY_FAR_KM,
    words: 'with the other sign of both latitude and longitude',
  },
];

/** The doubt that a point raises, in words; `near` are places of the same country or within the same place. */
export function doubtOfPoint(point: PrecisePoint, near: readonly PrecisePoint[]): string | undefined {
  const { latitude, longitude } = point;
  if (Math.max(Math.abs(latitude), Math.abs(longitude)) < NOWHERE)
    return 'Degrees 0, 0 stand for a point that is not known.';
  if (near.length === 0) return undefined;
  const km = nearest(point, near);
  const slip = SLIPS.find(({ meant, farKm }) => km > farKm && isNearer(meant(point), near, km));
  if (slip) return `It lies far from the other places there, and near them ${slip.words}.`;
  if (km > VERY_FAR_KM && (latitude === 0 || longitude === 0))
    return 'It lies far from the other places there, and a degree of 0 stands for one that is not known.';
  if (km > FAR_KM && latitude === longitude && !Number.isInteger(latitude))
    return 'It lies far from the other places there, and has one number as latitude and as longitude.';
  return isOfCountry(point, near) ? 'It is the point of the whole country.' : undefined;
}

const isNearer = (meant: Point, near: readonly Point[], km: number): boolean =>
  Math.abs(meant.latitude) <= 90 && nearest(meant, near) <= Math.min(km / NEARER, VERY_FAR_KM);

/** Whether a place within a country has the point by which the country is known, as geocoders give it. */
const isOfCountry = ({ latitude, longitude, precision }: PrecisePoint, near: readonly PrecisePoint[]): boolean =>
  precision !== 'COUNTRY' &&
  near.some((one) => one.precision === 'COUNTRY' && one.latitude === latitude && one.longitude === longitude);

const nearest = (point: Point, others: readonly Point[]) => Math.min(...others.map((other) => distance(point, other)));

/** Along a great circle, in kilometres. */
function distance(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord));
}
