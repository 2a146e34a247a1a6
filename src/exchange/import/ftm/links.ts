import { COMMAND_LINK_KIND, POSITIONING_KIND, POST_ROLE } from '../../../model/vocabulary.js';
import { withoutUndefined } from '../../../model/without.js';
import { doubtFields, type RowDoubt, withRangeDoubts } from '../record/doubts.js';
import type { RecordType } from '../record/imported-record.js';
import { linkKindOf } from '../record/kinds.js';
import { datedClaims } from './dated-claims.js';
import { addReversal, periodIn } from './dates.js';
import { citedSources } from './document-citations.js';
import { emitRecord, endsIn, fitting, leaveOut, needed, noteOf, textIn } from './emit.js';
import type { FtmEntity } from './ftm-entity.js';
import type { FtmPosition } from './ftm-index.js';
import { type FtmWork, fileAsReportAt, gradingOf } from './ftm-work.js';
import { DATE_WORDS, INTERVAL_WORDS, wordsIn } from './property-words.js';
import { isOurs, type Kind } from './schemata.js';
import { worded } from './things.js';

/** What stands between two others: posts, control, membership, and links that say in our words what they are. */

type ClaimFields = Readonly<Record<string, unknown>>;

export function linkIn(work: FtmWork, entity: FtmEntity): void {
  MAPPINGS[entity.schema as keyof typeof MAPPINGS]?.(work, entity);
}

/** The claims that a link makes, each with range, sources, doubts and note. */
function claimsIn(
  work: FtmWork,
  entity: FtmEntity,
  further: readonly RowDoubt[] = [],
  ...notes: readonly (string | undefined)[]
): ClaimFields[] {
  const { range, doubts } = periodIn(work.conversion.report, entity);
  const period = { ...(range && { range }), doubts: [...doubts, ...further] };
  const note = noteOf(work, entity, textIn(work, entity, 'description'), wordsIn(entity, INTERVAL_WORDS), ...notes);
  return datedClaims(work, entity, period, citedSources(work, entity)).map((claim) => ({
    ...claim,
    ...gradingOf(work.conversion),
    ...withoutUndefined({ note }),
  }));
}

/** A record for each pair of ends; where a property names several, nothing says which belongs to which. */
function emitPairs(
  work: FtmWork,
  entity: FtmEntity,
  recordType: RecordType,
  ends: readonly [string, readonly string[], string, readonly string[]],
  claims: readonly ClaimFields[],
): void {
  const [name, ones, other, others] = ends;
  for (const one of ones)
    for (const two of others)
      for (const claim of claims) emitRecord(work, entity, recordType, { [name]: one, [other]: two, ...claim });
}

function occupancy(work: FtmWork, entity: FtmEntity): void {
  const { index, conversion } = work;
  const people = needed(work, entity, 'holder', 'people');
  const posts = entity.values('post');
  if (posts.length === 0) {
    conversion.report.error(entity.at('post'), 'a Position of this file', '', 'Without it, an Occupancy says nothing.');
    return;
  }
  if (!people) return;
  for (const id of posts) {
    const position = index.position(id);
    if (!position) {
      conversion.report.error(entity.at('post'), 'a Position of this file', id, 'This position is not there.');
      continue;
    }
    const at = organizationsOf(work, entity, 'post', position.organizations);
    if (at.length === 0) emitPosition(work, entity, people, 'post', position);
    else {
      const { doubts, ...post } = postIn(work, entity, id, position.name);
      const claims = claimsIn(work, entity, doubts, position.note).map((claim) => ({ ...post, ...claim }));
      emitPairs(work, entity, 'postings', ['person', people, 'at', at], claims);
    }
  }
}

/** The units and bodies among the organizations of a post; those that are not there are told. */
function organizationsOf(work: FtmWork, entity: FtmEntity, column: string, ids: readonly string[]): readonly string[] {
  const { index, conversion } = work;
  const isThere = (id: string) => index.get(id) !== undefined || isOurs(id, 'units', 'bodies');
  for (const id of ids.filter((one) => !isThere(one)))
    conversion.report.warning(entity.at(column), 'an entity of this file', id, 'This organization is not there.');
  return endsIn(work, entity, column, ids.filter(isThere), 'units', 'bodies') ?? [];
}

/** A post at no unit or body that the graph knows is a fact of the person, in the words of the file. */
function emitPosition(
  work: FtmWork,
  entity: FtmEntity,
  people: readonly string[],
  column: string,
  { name, organizations, note }: FtmPosition,
): void {
  const { conversion, index } = work;
  const message = 'It names no unit or body that is imported, so it is a fact of the person, and no posting.';
  conversion.report.warning(entity.at(column), 'a post at a unit or body', name, message);
  const at = organizations.map((id) => `Organization: ${index.labelOf(id) ?? id}.`);
  const words = [note, ...at, wordsIn(entity, DATE_WORDS), wordsIn(entity, INTERVAL_WORDS)];
  const { cites, doubts: unsourced } = citedSources(work, entity);
  const doubts = [...unsourced];
  addReversal(conversion.report, entity, entity.peek('startDate'), entity.peek('endDate'), doubts);
  const claim = {
    ...{ property: 'POSITION', value: name, cites, ...gradingOf(conversion), ...doubtFields(doubts) },
    ...withoutUndefined({ note: noteOf(work, entity, ...words, textIn(work, entity, 'description')) }),
  };
  const fact = withRangeDoubts(claim, fileAsReportAt(conversion, entity));
  for (const id of people)
    emitRecord(work, entity, 'people', { id, extends: true, names: [], identifiers: [], facts: [fact] });
}

/** Role, title and rank. Our export puts role and rank into the summary, and makes up a title where there is none. */
function postIn({ conversion }: FtmWork, entity: FtmEntity, id: string, name: string) {
  const summary = entity.peek('summary');
  const ours = worded(POST_ROLE, summary);
  const rank = ours === undefined ? undefined : summary.find((text) => text !== ours);
  for (const text of [ours, rank]) if (text !== undefined) entity.take('summary', text);
  const madeUp = id === `${entity.id}-position` && ours !== undefined && name.startsWith(`${ours}, `);
  const title = madeUp || name === '' ? {} : { title: name };
  return {
    ...(ours ? { role: ours, doubts: [] } : roleIn(conversion, entity, 'post', name)),
    ...title,
    ...withoutUndefined({ rank }),
  };
}

interface StatedRole {
  readonly role: string;
  readonly doubts: readonly RowDoubt[];
}

/** The role that a text names as a whole; one that is none of the words for roles commands nothing. */
function roleIn(
  { options, report }: FtmWork['conversion'],
  entity: FtmEntity,
  property: string,
  text: string,
): StatedRole {
  const role = options.lexicons.ROLES.of(text);
  if (role !== undefined) return { role, doubts: [] };
  report.unknownWord('ROLES', entity.at(property), text);
  return { role: 'UNKNOWN', doubts: [{ doubt: 'ROLE_UNKNOWN', text: text || 'no text' }] };
}

const LINK_KIND = 'a kind of control such as command, operational or administrative';

function control(work: FtmWork, entity: FtmEntity): void {
  const above = needed(work, entity, 'controller', 'units');
  const below = needed(work, entity, 'controlled', 'units');
  if (!above || !below) return;
  const texts = [...entity.values('role'), ...entity.values('controlType')];
  const kind = worded(COMMAND_LINK_KIND, texts) ?? linkKindOf('child', texts.join(' '));
  if (kind === undefined) {
    leaveOut(work, entity, 'controlType', LINK_KIND, texts.join(', '));
    return;
  }
  const claims = claimsIn(work, entity).map((claim) => ({ kind, ...claim }));
  emitPairs(work, entity, 'command-links', ['subordinate', below, 'superior', above], claims);
}

/** A person belongs to an organization as a member, a unit to a unit, a body to a body. */
function membership(work: FtmWork, entity: FtmEntity): void {
  const [member, whole] = [kindsOf(work, entity.values('member')), kindsOf(work, entity.values('organization'))];
  if (member === 'people') {
    memberPost(work, entity);
    return;
  }
  const members = needed(work, entity, 'member', 'people', 'units', 'bodies');
  const wholes = needed(work, entity, 'organization', 'units', 'bodies');
  if (!members || !wholes) return;
  if (member === 'units' && whole === 'units') memberUnit(work, entity, members, wholes);
  else if (member === 'bodies' && whole === 'bodies') memberBody(work, entity, members, wholes);
  else leaveOut(work, entity, 'member', 'people, or organizations of one kind', `${member} in ${whole}`);
}

type Ends = readonly string[];

/** What somebody is at an organization: a posting, or a fact where the graph does not know the organization. */
function personalPost(holder: string, organization: string) {
  return (work: FtmWork, entity: FtmEntity): void => {
    const people = needed(work, entity, holder, 'people');
    const ids = entity.values(organization);
    if (!people) return;
    const words = textIn(work, entity, 'role');
    const title = words && fitting(work.conversion, entity, 'role', words);
    const at = organizationsOf(work, entity, organization, ids);
    if (at.length === 0) {
      const position = { name: title ?? entity.schema, organizations: ids, note: undefined };
      emitPosition(work, entity, people, organization, position);
      return;
    }
    const { role, doubts } = roleIn(work.conversion, entity, 'role', title ?? '');
    const post = { role, ...withoutUndefined({ title }) };
    const claims = claimsIn(work, entity, doubts, textIn(work, entity, 'summary'));
    emitPairs(
      work,
      entity,
      'postings',
      ['person', people, 'at', at],
      claims.map((claim) => ({ ...post, ...claim })),
    );
  };
}

const memberPost = personalPost('member', 'organization');

function memberUnit(work: FtmWork, entity: FtmEntity, units: Ends, wholes: Ends): void {
  const claims = claimsIn(work, entity).map((claim) => ({ kind: 'MEMBERSHIP', ...claim }));
  emitPairs(work, entity, 'command-links', ['subordinate', units, 'superior', wholes], claims);
}

/** An affiliation has no dates: those are told as dropped. */
function memberBody(work: FtmWork, entity: FtmEntity, bodies: Ends, wholes: Ends): void {
  const { cites, doubts } = citedSources(work, entity);
  const claim = { kind: 'PART_OF', cites, ...gradingOf(work.conversion), ...doubtFields(doubts) };
  emitPairs(work, entity, 'affiliations', ['part', bodies, 'whole', wholes], [claim]);
}

/** What all of them are; several kinds together are none. */
function kindsOf({ index }: FtmWork, ids: readonly string[]): string {
  return [...new Set(ids.map((id): Kind => index.get(id)?.kind ?? ownKind(id)))].join(' and ');
}

const ownKind = (id: string): Kind =>
  id.startsWith('person-') ? 'people' : id.startsWith('body-') ? 'bodies' : 'units';

/** A link that says in our words what it is: our export writes those so that have no schema of their own. */
function unknownLink(work: FtmWork, entity: FtmEntity): void {
  const roles = entity.values('role');
  const kind = worded(COMMAND_LINK_KIND, roles);
  const placed = worded(POSITIONING_KIND, roles);
  if (kind === undefined && placed === undefined) {
    leaveOut(work, entity, 'role', 'a link that says what it is in our words', roles.join(', '));
    return;
  }
  const subjects = needed(work, entity, 'subject', 'units');
  const objects = needed(work, entity, 'object', kind === undefined ? 'locations' : 'units');
  if (!subjects || !objects) return;
  const claims = claimsIn(work, entity).map((claim) => ({ kind: kind ?? placed, ...claim }));
  if (kind === undefined) emitPairs(work, entity, 'positionings', ['unit', subjects, 'location', objects], claims);
  else emitPairs(work, entity, 'command-links', ['subordinate', subjects, 'superior', objects], claims);
}

const MAPPINGS = {
  Occupancy: occupancy,
  Control: control,
  Membership: membership,
  Directorship: personalPost('director', 'organization'),
  Employment: personalPost('employee', 'employer'),
  UnknownLink: unknownLink,
};
