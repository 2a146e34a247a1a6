import type { TableRow } from '../reading/table.js';
import type { Access, RecordType } from '../record/imported-record.js';
import { linkKindOf } from '../record/kinds.js';
import type { Origin } from '../report/import-report.js';
import { hasSourceFor, type RangeClaim, rangeClaims } from './dated-claims.js';
import type { LinkGroup, PlaceGroup, PlaceKind } from './layout.js';
import { checkPlace, type EmittedPlace, emitBase, emitPlace } from './places.js';
import { referredTo } from './references.js';
import type { SfmConversion } from './sfm-conversion.js';
import { type SourcedValue, sourcedValuesIn } from './sourced-cell.js';
import { tenureIn } from './tenure.js';

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
    const record = { ...what(columns), first, last, ...base };
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
  const kind = linkKindIn(conversion, row, group);
  const tenure = tenureIn(conversion, row, group.span);
  if (!target || classes === 'refused' || !kind || !tenure) return;
  const origin = row.at(superior.name.column);
  if (target.id === unit.id) {
    conversion.report.error(origin, 'another unit', unit.id, 'A unit cannot be its own superior.');
    return;
  }
  const claims = rangeClaims(conversion, tenure, [target.value, ...classes], [unit.access, target.access]);
  emitRelation(
    conversion,
    'command-links',
    () => ({ subordinate: unit.id, superior: target.id, kind }),
    claims,
    origin,
  );
}

function linkKindIn(
  conversion: SfmConversion,
  row: TableRow,
  { relation, relationClass }: LinkGroup,
): string | undefined {
  const column = 'column' in relation ? relation.column : undefined;
  const word = 'always' in relation ? relation.always : row.get(relation.column).toLowerCase();
  const text = row.get(relationClass?.column);
  const kind = linkKindOf(word, text);
  if (kind !== undefined) return kind;
  if (!['child', 'member'].includes(word))
    conversion.report.error(row.at(column), 'child or member', word, 'This relation is unknown.');
  else
    conversion.report.error(
      row.at(relationClass?.column),
      'Command, Operational, Administrative or Informal',
      text,
      'This class of relation is unknown; it may not be one of command.',
    );
  return undefined;
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
  const tenure = tenureIn(conversion, row, group.span);
  if (!kind || places === 'refused' || !places[0]) return;
  if ('column' in group.kind) checkPlace(conversion, row, group.place.column);
  const base = bases === 'refused' ? undefined : bases[0];
  // Without a base, or a source that can know of it, the unit is known to be at the place around it.
  const positioningBase = base && tenure && !hasSourceFor(conversion, base, tenure) ? undefined : base;
  const at = positionOf(conversion, places[0], positioningBase, kindOfPlace(kind));
  if (!tenure) return;
  const claims = rangeClaims(
    conversion,
    tenure,
    [places[0], ...(positioningBase ? [positioningBase] : [])],
    [unit.access, at.access],
  );
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
