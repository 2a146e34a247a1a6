import { type Point, pointText } from '../../../model/record/point.rules.js';
import { nearest } from '../reading/did-you-mean.js';
import { valueForReport } from '../record/validate-record.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/** One feature, read property by property. What is not of the kind that is asked for is an error, and makes it unsound. */

/** A member of an object that is its own; never what all objects inherit. */
export function own(value: unknown, name: string): unknown {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name);
  return object ? (value as Record<string, unknown>)[name] : undefined;
}

/** The point of a MultiPoint that has one, as programs for maps write points. */
function onlyPart(geometry: unknown): unknown {
  const parts = own(geometry, 'type') === 'MultiPoint' ? own(geometry, 'coordinates') : undefined;
  return Array.isArray(parts) && parts.length === 1 ? parts[0] : undefined;
}

/** What numbers may be that are no degrees. */
function hintOn(longitude: number, latitude: number): string {
  const [east, north] = [Math.abs(longitude), Math.abs(latitude)];
  if (east <= 90 && north <= 180) return ' The longitude stands first.';
  if (Math.max(east, north) <= MOST_DEGREES) return '';
  return ' These look like metres of a map projection, such as UTM or Web Mercator: give degrees.';
}

/** Beyond this, a number was hardly meant as degrees, not even with a point in the wrong place. */
const MOST_DEGREES = 1_000;

function fromJsonText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

export class Feature {
  /** False once something was refused: the feature is then not imported. */
  sound = true;
  private readonly read = new Set<string>();

  constructor(
    private readonly report: ImportReport,
    readonly file: string,
    /** Counted from 1; it stands in the place of a row. */
    readonly number: number,
    private readonly value: unknown,
  ) {}

  at(column?: string): Origin {
    const { file, number: row } = this;
    return column === undefined ? { file, row } : { file, row, column };
  }

  refuse(column: string, expected: string, got: unknown, message: string): undefined {
    this.report.error(this.at(column), expected, valueForReport(got), message);
    this.sound = false;
    return undefined;
  }

  /** Whether it has properties to be asked for. */
  get isObject(): boolean {
    return typeof own(this.value, 'properties') === 'object';
  }

  /** Whether it is a feature at all; an error where not. */
  isOne(): boolean {
    const type = own(this.value, 'type');
    if (type !== 'Feature') this.refuse('type', 'a Feature', type ?? this.value, 'This is not a feature.');
    return this.sound;
  }

  /** Its id: the member of the feature, or the property. */
  get id(): string {
    const [member, property] = [own(this.value, 'id'), this.property('id')];
    const id = member ?? property;
    if (typeof id === 'string' && id !== '') return id;
    this.refuse('id', 'an id of ours, as a text', id, 'Without its id the feature cannot be imported.');
    return '';
  }

  private property(name: string): unknown {
    this.read.add(name);
    return own(own(this.value, 'properties'), name) ?? undefined;
  }

  /** A text, or nothing where the property is missing, null or empty; a year may be a number. */
  text(name: string): string | undefined {
    const value = this.property(name);
    if (typeof value === 'number') return String(value);
    if (value === undefined || typeof value === 'string') return value?.trim() || undefined;
    return this.refuse(`properties.${name}`, 'a text', value, 'This property is not a text.');
  }

  numeric(name: string): number | undefined {
    const value = this.property(name);
    if (value === undefined || typeof value === 'number') return value;
    return this.refuse(`properties.${name}`, 'a number', value, 'This property is not a number.');
  }

  /** Texts: one alone, or a list of them. */
  texts(name: string): string[] {
    return this.list(name).flatMap((value) => {
      if (typeof value === 'string') return value;
      this.refuse(`properties.${name}`, 'a list of texts', value, 'This is not a text.');
      return [];
    });
  }

  /** Ids: texts, or objects such as `{"id": "location-x", "name": "X"}`, one or a list of them. */
  ids(name: string): string[] {
    return this.list(name).flatMap((value) => {
      const id = typeof value === 'string' ? value : own(value, 'id');
      if (typeof id === 'string') return id;
      this.refuse(`properties.${name}`, 'an id, or an object with one', value, 'This names nothing.');
      return [];
    });
  }

  /** At most one id. */
  idOf(name: string): string | undefined {
    const [id, second] = this.ids(name);
    return second === undefined
      ? id
      : this.refuse(`properties.${name}`, 'one id', `${id}, ${second}`, 'There are several.');
  }

  /** Its values, one or several; programs for maps write lists and objects as texts of JSON. */
  list(name: string): unknown[] {
    const value = fromJsonText(this.property(name));
    return Array.isArray(value) ? value : value === undefined ? [] : [value];
  }

  /** Its point; `null` where it has no geometry, nothing where that is refused. */
  point(): Point | null | undefined {
    const geometry = own(this.value, 'geometry');
    if (geometry === null || geometry === undefined) return null;
    const type = own(geometry, 'type');
    if (type !== 'Point' && onlyPart(geometry) === undefined)
      return this.refuse('geometry', 'a Point', type ?? geometry, 'Only points are imported: give the point yourself.');
    const coordinates = type === 'MultiPoint' ? onlyPart(geometry) : own(geometry, 'coordinates');
    const [longitude, latitude, ...more] = Array.isArray(coordinates) ? coordinates : [];
    if (typeof longitude !== 'number' || typeof latitude !== 'number')
      return this.refuse('geometry', 'two numbers, longitude first', coordinates, 'This is not a point.');
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
      const message = `This is not a place on Earth.${hintOn(longitude, latitude)}`;
      return this.refuse('geometry', 'degrees of WGS 84', pointText({ latitude, longitude }), message);
    }
    if (more.length > 0)
      this.report.warning(this.at('geometry'), 'two numbers', String(more[0]), 'The height is not imported.');
    return { latitude, longitude };
  }

  /** Warns of each property that nobody has asked for. */
  reportUnread(ignored: readonly string[]): void {
    const properties = own(this.value, 'properties');
    if (typeof properties !== 'object' || properties === null) return;
    const unread = Object.keys(properties).filter((name) => !this.read.has(name) && !ignored.includes(name));
    for (const name of unread.filter((one) => own(properties, one) !== null)) {
      const expected = `a property of this format; the nearest is "${nearest(name, [...this.read])}"`;
      this.report.warning(this.at(`properties.${name}`), expected, name, 'This property is not imported.');
    }
  }
}
