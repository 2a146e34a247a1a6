import { DATE_EXPECTED, END_HARDNESS, parseDate, START_HARDNESS } from '../../../model/date-range.js';
import { CITATION } from '../../../model/record/fields/claim.js';
import { besideEnd } from '../../../model/record/fields/stored.js';
import { withoutUndefined } from '../../../model/without.js';
import { scriptOf } from '../reading/script.js';
import type { DumpLine } from '../records/dump-lines.js';
import { type Feature, own } from './feature.js';
import { passagesOf } from './own-export.js';

/** What features say as records of our own format. Properties are called as our export calls them. */

type Draft = Record<string, unknown>;

/** What our own export adds for its readers, and says elsewhere too. */
export const DERIVED = ['firstMin', 'firstMax', 'lastMin', 'lastMax', 'recordedAt', 'dataset'];

/** A place. Its coordinates need the report that they are from. Claims that it carries are not stated again. */
export function locationIn(feature: Feature, claims: readonly DumpLine[]): Draft {
  const grading = gradingIn(feature);
  const isNew = (label: string, what: string, value: string) =>
    !claims.some(({ labels, properties }) => labels.includes(label) && properties[what] === value);
  const [name, lang = 'und'] = [feature.text('name'), feature.text('lang')];
  if (name === undefined)
    feature.refuse('properties.name', 'a name', '', 'A record without a name is visible to nobody.');
  const named = (value: string, kind: string, language: string) => ({
    value,
    kind,
    lang: language,
    script: scriptOf(value),
    ...grading,
  });
  const others = feature.texts('otherNames').map((value) => named(value, 'ALIAS', 'und'));
  const names = [...(name === undefined ? [] : [named(name, 'PREFERRED', lang)]), ...others];
  const countries = [...feature.texts('countries'), ...feature.texts('country')];
  const record = {
    id: feature.id,
    names: names.filter(({ value }) => isNew('Name', 'value', value)),
    kind: feature.text('kind'),
    country: some(countries.filter((code) => isNew('Fact', 'code', code))),
    precision: feature.text('precision'),
    within: feature.idOf('within'),
    coordinatesFrom: feature.idOf('coordinatesFrom'),
    cites: citationsIn(feature),
    ...feature.point(),
  };
  return withoutUndefined(record);
}

/** A list that says something. */
const some = (texts: readonly string[]) => (texts.length === 0 ? undefined : texts);

/** An incident. A point alone names no place: it belongs to the location that the incident refers to. */
export function incidentIn(feature: Feature): Draft {
  const [point, location] = [feature.point(), feature.idOf('location')];
  if (point && location === undefined)
    feature.refuse(
      'properties.location',
      'the id of a location',
      '',
      'The point of an incident belongs to its location: add it to the locations, and name it here.',
    );
  const record = {
    id: feature.id,
    title: feature.text('title'),
    summary: feature.text('summary'),
    kinds: feature.texts('kinds'),
    means: feature.texts('means'),
    first: endIn(feature, 'first', START_HARDNESS, 'FIRST_CITED'),
    last: endIn(feature, 'last', END_HARDNESS, 'LAST_CITED'),
    location,
    precision: feature.text('precision'),
    cites: citationsIn(feature),
    ...gradingIn(feature),
  };
  return withoutUndefined(record);
}

function gradingIn(feature: Feature): Draft {
  return withoutUndefined({
    status: feature.text('status'),
    credibility: feature.numeric('credibility'),
    legacyConfidence: feature.text('legacyConfidence'),
    access: feature.text('access'),
    note: feature.text('note'),
  });
}

/** A day as GDAL writes it once it has taken a column for dates. */
const SLASHED_DAY = /^(\d{4})\/(\d{2})\/(\d{2})$/;
/** What it writes behind a day in formats that know instants alone. */
const MIDNIGHT = /[ T]00:00(:00(\.0+)?)?(Z|\+00(:?00)?)?$/;

/** One end of a range: a date in one property, how firm it is in another; the weaker word where that is missing. */
function endIn(feature: Feature, name: string, words: readonly string[], weaker: string): string | undefined {
  const [date, word = weaker] = [feature.text(name), feature.text(`${name}Hardness`)];
  if (!words.includes(word))
    return feature.refuse(`properties.${name}Hardness`, `one of ${words.join(', ')}`, word, 'This word is unknown.');
  try {
    return `${parseDate((date ?? '').replace(MIDNIGHT, '').replace(SLASHED_DAY, '$1-$2-$3')).text} ${word}`;
  } catch {
    return feature.refuse(`properties.${name}`, DATE_EXPECTED, date, 'This date cannot be read.');
  }
}

const BESIDE_REPORT = Object.keys(besideEnd(CITATION));

/** Sources: ids of reports, or objects with `reportId`, and with what a citation says beside its report. */
function citationsIn(feature: Feature): Draft[] {
  const cites = feature.list('sources').flatMap((source): Draft[] => {
    const report = typeof source === 'string' ? source : own(source, 'reportId');
    const beside = BESIDE_REPORT.map((name) => [name, valueIn(source, name)]);
    if (typeof report === 'string') return [withoutUndefined({ report, ...Object.fromEntries(beside) })];
    feature.refuse('properties.sources', 'the id of a report, or an object with its reportId', source, 'No source.');
    return [];
  });
  if (cites.length === 0 && feature.sound)
    feature.refuse('properties.sources', 'at least one report', '', 'Each statement needs a source.');
  return cites;
}

/** The hashes of the passages that the sources name. */
export const passagesIn = (feature: Feature): ReadonlyMap<string, string> =>
  passagesOf(feature.list('sources').map((source) => (typeof source === 'object' && source !== null ? source : {})));

function valueIn(value: unknown, name: string): unknown {
  const member = own(value, name);
  if (typeof member === 'string') return member.trim() || undefined;
  return member ?? undefined;
}
