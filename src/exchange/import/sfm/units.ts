import type { Row } from '../reading/table.js';
import { giveEntity } from '../record/entity.js';
import { UNIT_KIND, unitKindOf } from '../record/kinds.js';
import type { Access, FactClaim } from '../record/record.js';
import { counted, entityIn, factClaim, factsIn, identifierOf, nameClaim, remember } from './entity.js';
import type { EntitySheet, PlaceGroup, Span, UnitSheet } from './layout.js';
import { rememberBase, rememberPlace } from './places.js';
import { givePositioning, giveSuperior, kindOfPlace, placeKindIn } from './relations.js';
import type { Job } from './sfm-conversion.js';
import { type Stated, statedIn } from './sourced-cell.js';
import { tenureIn } from './tenure.js';

/** Remembers the unit of a row, and the places that the row names. */
export function rememberUnit(job: Job, sheet: UnitSheet, row: Row): void {
  const read = entityIn(job, row, sheet, 'unit');
  if (!read) return;
  const classes = statedIn(job, row, sheet.classification);
  const kind = classes === 'refused' ? undefined : unitKindOf(classes.map(({ value }) => value));
  remember(job.register.units, read, kind);
  for (const group of sheet.places) rememberPlaces(job, row, group);
}

function rememberPlaces(job: Job, row: Row, group: PlaceGroup): void {
  const kind = placeKindIn(job, row, group);
  const place = firstOf(statedIn(job, row, group.place));
  if (!kind || !place) return;
  rememberPlace(job, place, kindOfPlace(kind));
  const base = group.base && firstOf(statedIn(job, row, group.base));
  if (base) rememberBase(job, base, place, kindOfPlace(kind));
}

const firstOf = (stated: Stated[] | 'refused') => (stated === 'refused' ? undefined : stated[0]);

/** Gives what a row says: the unit, and each relation by itself. Groups of columns are never joined because they share a row. */
export function giveUnit(job: Job, sheet: UnitSheet, row: Row): void {
  const read = entityIn(job, row, sheet, 'unit');
  if (!read) {
    const targets = [...sheet.links.map(({ superior }) => superior.name), ...sheet.places.map(({ place }) => place)];
    job.report.links.arrives(targets.filter(({ column }) => row.get(column) !== '').length);
    return;
  }
  const known = job.register.units.get(read.id);
  const access = known?.access ?? 'PUBLIC';
  const country = countryIn(job, row, sheet, access);
  const classification = statedIn(job, row, sheet.classification);
  const facts = [
    ...(classification === 'refused'
      ? []
      : classification.map((one) => counted(factClaim('CLASSIFICATION', one, access), one))),
    ...country.facts,
    ...existenceIn(job, row, sheet.existence, access),
    ...factsIn(job, row, sheet.facts, access),
  ];
  const properties = {
    kind: known?.kind ?? kindInstead(job, sheet, row, read.id),
    placeholder: known?.placeholder ?? false,
    ...country.code,
  };
  giveEntity(
    job,
    'units',
    read.id,
    properties,
    { ...namesOf(read), identifiers: identifierOf(job, read.uuid, access), facts },
    row.at(sheet.name.column),
  );
  for (const group of sheet.links) giveSuperior(job, row, group, { id: read.id, access });
  for (const group of sheet.places) givePositioning(job, row, group, { id: read.id, access });
}

/** The names of a row as claims. */
export function namesOf({
  names,
  aliases,
}: {
  readonly names: readonly Stated[];
  readonly aliases: readonly Stated[];
}) {
  return {
    names: [
      ...names.map((one) => counted(nameClaim(one, 'PREFERRED'), one)),
      ...aliases.map((one) => counted(nameClaim(one, 'ALIAS'), one)),
    ],
  };
}

/** The country as a fact, and as a code where it is one. */
export function countryIn(
  job: Job,
  row: Row,
  sheet: EntitySheet,
  access: Access,
): { facts: FactClaim[]; code: { country?: string } } {
  const stated = sheet.country ? firstOf(statedIn(job, row, sheet.country)) : undefined;
  if (!stated) return { facts: [], code: {} };
  const code = stated.value.toUpperCase();
  const facts = [counted(factClaim('COUNTRY', stated, access, code), stated)];
  if (/^[A-Z]{2}$/.test(code)) return { facts, code: { country: code } };
  job.report.warning(stated.origin, 'a country code of two letters', stated.value, 'The country is kept as text only.');
  return { facts, code: {} };
}

function kindInstead(job: Job, sheet: UnitSheet, row: Row, id: string): string {
  const kind = job.options.unitKind ?? UNIT_KIND;
  if (job.isNew('kind', id))
    job.report.warning(
      row.at(sheet.classification.column),
      'a classification that tells the kind of unit',
      row.get(sheet.classification.column),
      `The unit is taken as ${kind}.`,
    );
  return kind;
}

const LAST_WORDS = {
  END: 'DISBANDED',
  LAST_CITED: 'LAST_CITED',
  ASSUMED_TO_CONTINUE: 'ASSUMED_TO_CONTINUE_FROM',
} as const;

/** Since when and until when the unit itself is cited: a first citation is not a founding. */
function existenceIn(job: Job, row: Row, span: Span | undefined, access: Access): FactClaim[] {
  if (
    !span ||
    [span.first, span.last].every((date) => [date.column, date.year].every((column) => row.get(column) === ''))
  )
    return [];
  const tenure = tenureIn(job, row, span);
  if (!tenure) return [];
  const { first, last, from, until, firstHardness, lastHardness } = tenure;
  const onlyLast = from.column === span.last.column;
  const founded = firstHardness === 'START' ? 'FOUNDED' : 'FIRST_CITED';
  const begins = onlyLast ? [] : [counted(factClaim(founded, from, access, first.text), from)];
  const end = until ?? (onlyLast ? from : undefined);
  const ends = end ? [counted(factClaim(LAST_WORDS[lastHardness], end, access, last.text), end)] : [];
  const assumed =
    !end && lastHardness === 'ASSUMED_TO_CONTINUE'
      ? [factClaim(LAST_WORDS[lastHardness], from, access, first.text)]
      : [];
  return [...begins, ...ends, ...assumed];
}
