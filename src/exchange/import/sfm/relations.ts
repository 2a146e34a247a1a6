import type { TableRow } from '../reading/table.js';
import type { RowDoubt } from '../record/doubts.js';
import type { Access, RecordType } from '../record/imported-record.js';
import { linkKindOf } from '../record/kinds.js';
import type { Origin } from '../report/import-report.js';
import { type RangeClaim, rangeClaims } from './dated-claims.js';
import type { LinkGroup, PlaceGroup, PlaceKind } from './layout.js';
import { checkPlace, type EmittedPlace, emitBase, emitPlace } from './places.js';
import { referredTo } from './references.js';
import type { SfmConversion } from './sfm-conversion.js';
import { type SourcedValue, sourcedValuesIn } from './sourced-cell.js';
import { type Period, periodIn } from './tenure.js';

/** One end of a relation: who, and who may see them. */
export interface RelationEnd {
  readonly id: string;
  readonly access: Access;
}

/** Emits the claims of one relation, the first time that it is stated. */
export function emitRelation(
  conversion: SfmConversion,
  recordType: RecordType,
  what: (columns: ReadonlySet<string>) => object,
  claims: readonly RangeClaim[],
  origin: Origin,
): void {
  if (claims.length === 0) return;
  const news = claims.map((claim) => {
    const { first, last, base, columns, citations } = claim;
    const status = base.status ?? (conversion.isRowReady ? undefined : 'WORK_NEEDED');
    const record = { ...what(columns), ...(first && { first, last }), ...base, ...(status && { status }) };
    const fresh = conversion.isNewClaim([recordType, record], citations);
    if (fresh) conversion.emit(recordType, record, origin);
    return fresh;
  });
  if (news.includes(true)) conversion.report.links.leaves();
  else conversion.report.links.repeats();
}

/** The link of a unit to what it belongs to. */
export function emitSuperior(conversion: SfmConversion, row: TableRow, group: LinkGroup, unit: RelationEnd): void {
  const { superior, relationClass } = group;
  if (row.get(superior.name.column) === '' && row.get(superior.id) === '') return;
  conversion.report.links.arrives();
  const target = referredTo(conversion, row, conversion.index.units, superior);
  const classes = relationClass ? sourcedValuesIn(conversion, row, relationClass) : [];
  const { kind, doubts } = linkKindIn(conversion, row, group);
  const period = withDoubts(periodIn(conversion, row, group.span), doubts);
  if (!target) return;
  const origin = row.at(superior.name.column);
  if (target.id === unit.id) {
    conversion.report.error(origin, 'another unit', unit.id, 'A unit cannot be its own superior.');
    return;
  }
  const claims = rangeClaims(conversion, period, [target.value, ...classes], [unit.access, target.access]);
  emitRelation(
    conversion,
    'command-links',
    () => ({ subordinate: unit.id, superior: target.id, kind }),
    claims,
    origin,
  );
}

const withDoubts = (period: Period, doubts: readonly RowDoubt[]): Period => ({
  ...period,
  doubts: [...period.doubts, ...doubts],
});

/** The kind of a link. One that the words of the row do not tell is OTHER, with a doubt: it carries no command. */
function linkKindIn(
  conversion: SfmConversion,
  row: TableRow,
  { relation, relationClass }: LinkGroup,
): { kind: string; doubts: readonly RowDoubt[] } {
  const column = 'column' in relation ? relation.column : undefined;
  const word = 'always' in relation ? relation.always : row.get(relation.column).toLowerCase();
  const text = row.get(relationClass?.column);
  const kind = linkKindOf(word, text);
  if (relationClass && word === 'child' && text === '')
    conversion.report.warning(
      row.at(relationClass.column),
      'Command, Operational, Administrative or Informal',
      '',
      'There is no class; a child without a class is taken to be under command.',
    );
  if (kind !== undefined) return { kind, doubts: [] };
  const isRelation = ['child', 'member'].includes(word);
  const [at, expected, got] = isRelation
    ? [relationClass?.column, 'Command, Operational, Administrative or Informal', text]
    : [column, 'child or member', word];
  conversion.report.warning(
    row.at(at),
    expected,
    got,
    'The words are not known; the link is kept, and carries no command.',
  );
  return { kind: 'OTHER', doubts: [{ doubt: 'KIND_UNKNOWN', text: `${at}: ${got || 'empty'}` }] };
}

/** What a group of columns says a place is for; undefined, with an error, where it has a place and does not say. */
export function placeKindIn(
  conversion: SfmConversion,
  row: TableRow,
  { kind, place }: PlaceGroup,
): PlaceKind | undefined {
  if ('always' in kind) return kind.always;
  const word = row.get(kind.column).toLowerCase();
  if (word === 'site') return 'SITE';
  if (word === 'aoo') return 'AREA_OF_OPERATIONS';
  if (row.get(place.column) !== '')
    conversion.report.error(row.at(kind.column), 'site or aoo', word, 'This use of a place is unknown.');
  return undefined;
}

/** What a place that is known by its name only is taken for. */
export const kindOfPlace = (kind: PlaceKind) => (kind === 'SITE' ? 'FACILITY' : 'AREA');

/** Where a unit is based, or operates. */
export function emitPositioning(conversion: SfmConversion, row: TableRow, group: PlaceGroup, unit: RelationEnd): void {
  if (row.get(group.place.column) === '') return;
  conversion.report.links.arrives();
  const kind = placeKindIn(conversion, row, group);
  const places = sourcedValuesIn(conversion, row, group.place);
  const bases = group.base ? sourcedValuesIn(conversion, row, group.base) : [];
  const period = periodIn(conversion, row, group.span);
  if (!kind || !places[0]) return;
  if ('column' in group.kind) checkPlace(conversion, row, group.place.column);
  const [base] = bases;
  const at = positionOf(conversion, places[0], base, kindOfPlace(kind));
  const claims = rangeClaims(conversion, period, [places[0], ...(base ? [base] : [])], [unit.access, at.access]);
  emitRelation(
    conversion,
    'positionings',
    () => ({ unit: unit.id, location: at.id, kind }),
    claims,
    row.at(group.place.column),
  );
}

function positionOf(
  conversion: SfmConversion,
  place: SourcedValue,
  base: SourcedValue | undefined,
  kind: string,
): EmittedPlace {
  const around = emitPlace(conversion, place, kind);
  return base ? emitBase(conversion, base, around) : around;
}
