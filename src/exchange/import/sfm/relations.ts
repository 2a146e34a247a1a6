import type { Row } from '../reading/table.js';
import { linkKindOf } from '../record/kinds.js';
import type { Access, Room } from '../record/record.js';
import type { Origin } from '../report/import-report.js';
import { type RangeClaim, rangeClaims, vouched } from './dated-claims.js';
import type { LinkGroup, PlaceGroup, PlaceKind } from './layout.js';
import { giveBase, givePlace, judgePlace, type Place } from './places.js';
import { referredTo } from './references.js';
import type { Job } from './sfm-conversion.js';
import { type Stated, statedIn } from './sourced-cell.js';
import { tenureIn } from './tenure.js';

/** One end of a relation: who, and who may see them. */
export interface End {
  readonly id: string;
  readonly access: Access;
}

/** Gives the claims of one relation, the first time that it is said. */
export function giveRelation(
  job: Job,
  room: Room,
  what: (columns: ReadonlySet<string>) => object,
  claims: readonly RangeClaim[],
  origin: Origin,
): void {
  if (claims.length === 0) return;
  const news = claims.map((claim) => {
    const { first, last, said, columns, citations } = claim;
    const record = { ...what(columns), first, last, ...said };
    const fresh = job.isNewClaim([room, record], citations);
    if (fresh) job.give(room, record, origin);
    return fresh;
  });
  if (news.includes(true)) job.report.links.leaves();
  else job.report.links.repeats();
}

/** The link of a unit to what it belongs to. */
export function giveSuperior(job: Job, row: Row, group: LinkGroup, unit: End): void {
  const { superior, relationClass } = group;
  if (row.get(superior.name.column) === '' && row.get(superior.id) === '') return;
  job.report.links.arrives();
  const target = referredTo(job, row, job.register.units, superior);
  const stated = relationClass ? statedIn(job, row, relationClass) : [];
  const kind = linkKindIn(job, row, group);
  const tenure = tenureIn(job, row, group.span);
  if (!target || stated === 'refused' || !kind || !tenure) return;
  const origin = row.at(superior.name.column);
  if (target.id === unit.id) {
    job.report.error(origin, 'another unit', unit.id, 'A unit cannot be its own superior.');
    return;
  }
  const claims = rangeClaims(job, tenure, [target.stated, ...stated], [unit.access, target.access]);
  giveRelation(job, 'command-links', () => ({ subordinate: unit.id, superior: target.id, kind }), claims, origin);
}

function linkKindIn(job: Job, row: Row, { relation, relationClass }: LinkGroup): string | undefined {
  const column = 'column' in relation ? relation.column : undefined;
  const word = 'always' in relation ? relation.always : row.get(relation.column).toLowerCase();
  const text = row.get(relationClass?.column);
  const kind = linkKindOf(word, text);
  if (kind !== undefined) return kind;
  if (!['child', 'member'].includes(word))
    job.report.error(row.at(column), 'child or member', word, 'This relation is unknown.');
  else
    job.report.error(
      row.at(relationClass?.column),
      'Command, Operational, Administrative or Informal',
      text,
      'This class of relation is unknown; it may not be one of command.',
    );
  return undefined;
}

/** What a group of columns says a place is for; undefined, with an error, where it has a place and does not say. */
export function placeKindIn(job: Job, row: Row, { kind, place }: PlaceGroup): PlaceKind | undefined {
  if ('always' in kind) return kind.always;
  const word = row.get(kind.column).toLowerCase();
  if (word === 'site') return 'SITE';
  if (word === 'aoo') return 'AREA_OF_OPERATIONS';
  if (row.get(place.column) !== '')
    job.report.error(row.at(kind.column), 'site or aoo', word, 'This use of a place is unknown.');
  return undefined;
}

/** What a place that is known by its name only is taken for. */
export const kindOfPlace = (kind: PlaceKind) => (kind === 'SITE' ? 'FACILITY' : 'AREA');

/** Where a unit is based, or operates. */
export function givePositioning(job: Job, row: Row, group: PlaceGroup, unit: End): void {
  if (row.get(group.place.column) === '') return;
  job.report.links.arrives();
  const kind = placeKindIn(job, row, group);
  const places = statedIn(job, row, group.place);
  const bases = group.base ? statedIn(job, row, group.base) : [];
  const tenure = tenureIn(job, row, group.span);
  if (!kind || places === 'refused' || !places[0]) return;
  if ('column' in group.kind) judgePlace(job, row, group.place.column);
  const base = bases === 'refused' ? undefined : bases[0];
  // Without a base, or a source that can know of it, the unit is known to be at the place around it.
  const known = base && tenure && !vouched(job, base, tenure) ? undefined : base;
  const at = positionOf(job, places[0], known, kindOfPlace(kind));
  if (!tenure) return;
  const claims = rangeClaims(job, tenure, [places[0], ...(known ? [known] : [])], [unit.access, at.access]);
  giveRelation(
    job,
    'positionings',
    () => ({ unit: unit.id, location: at.id, kind }),
    claims,
    row.at(group.place.column),
  );
}

function positionOf(job: Job, place: Stated, base: Stated | undefined, kind: string): Place {
  const around = givePlace(job, place, kind);
  return base ? giveBase(job, base, around) : around;
}
