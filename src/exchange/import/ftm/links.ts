import { COMMAND_LINK_KIND, POSITIONING_KIND, POST_ROLE } from '../../../model/vocabulary.js';
import { withoutUndefined } from '../../../model/without.js';
import type { RecordType } from '../record/imported-record.js';
import { linkKindOf } from '../record/kinds.js';
import { type FtmRange, rangeIn } from './dates.js';
import { type Cite, citesOf, type FtmWork, gradingOf, knowing } from './document-citations.js';
import { emitRecord, endsIn, leaveOut, needed, textIn } from './emit.js';
import type { FtmEntity } from './ftm-entity.js';
import type { Kind } from './schemata.js';
import { worded } from './things.js';

/** What stands between two others: posts, control, membership, and links that say in our words what they are. */

type ClaimFields = Readonly<Record<string, unknown>>;

export function linkIn(work: FtmWork, entity: FtmEntity): void {
  const mapping = { Occupancy: occupancy, Control: control, Membership: membership, UnknownLink: unknownLink };
  mapping[entity.schema as keyof typeof mapping]?.(work, entity);
}

/** Range and sources of a link; nothing where they make no claim. */
function claimFieldsIn(work: FtmWork, entity: FtmEntity): ClaimFields | undefined {
  const range = rangeIn(work.conversion.report, entity);
  const cites = citesOf(work, entity);
  if (!range || !cites) return undefined;
  return claimFields(work, entity, range, cites);
}

function claimFields(
  work: FtmWork,
  entity: FtmEntity,
  { first, last, until }: FtmRange,
  all: readonly Cite[],
): ClaimFields | undefined {
  const cites = knowing(work, entity, all, until);
  return (
    cites && {
      first,
      last,
      cites,
      ...gradingOf(work.conversion),
      ...withoutUndefined({ note: textIn(entity, 'description') }),
    }
  );
}

/** A record for each pair of ends; where a property names several, nothing says which belongs to which. */
function emitPairs(
  work: FtmWork,
  entity: FtmEntity,
  recordType: RecordType,
  ends: readonly [string, readonly string[], string, readonly string[]],
  rest: ClaimFields,
): void {
  const [name, ones, other, others] = ends;
  for (const one of ones)
    for (const two of others) emitRecord(work, entity, recordType, { [name]: one, [other]: two, ...rest });
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
  const claim = claimFieldsIn(work, entity);
  if (!claim) return;
  for (const id of posts) {
    const position = index.positions.get(id);
    if (!position) {
      conversion.report.error(entity.at('post'), 'a Position of this file', id, 'This position is not there.');
      continue;
    }
    const at = endsIn(work, entity, 'post', position.organizations, 'units', 'bodies');
    if (at?.length === 0) leaveOut(work, entity, 'post', 'a position at an organization', position.name);
    const post = postIn(work, entity, id, position.name);
    emitPairs(work, entity, 'postings', ['person', people, 'at', at ?? []], { ...post, ...claim });
  }
}

/** Role, title and rank. Our export puts role and rank into the summary, and makes up a title where there is none. */
function postIn({ conversion }: FtmWork, entity: FtmEntity, id: string, name: string): ClaimFields {
  const summary = entity.peek('summary');
  const ours = worded(POST_ROLE, summary);
  const rank = ours === undefined ? undefined : summary.find((text) => text !== ours);
  for (const text of [ours, rank]) if (text !== undefined) entity.take('summary', text);
  const madeUp = id === `${entity.id}-position` && ours !== undefined && name.startsWith(`${ours}, `);
  const title = madeUp || name === '' ? {} : { title: name };
  return {
    ...(ours ? { role: ours } : roleIn(conversion, entity, 'post', name)),
    ...title,
    ...withoutUndefined({ rank }),
  };
}

/** The role that a text names as a whole; one that is none of the words for roles commands nothing. */
function roleIn(
  { options, report }: FtmWork['conversion'],
  entity: FtmEntity,
  property: string,
  text: string,
): ClaimFields {
  const role = options.lexicons.ROLES.of(text);
  if (role !== undefined) return { role };
  report.unknownWord('ROLES', entity.at(property), text);
  return { role: 'UNKNOWN', doubts: ['ROLE_UNKNOWN'], doubtsAsStated: [text || 'no text'] };
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
  const claim = claimFieldsIn(work, entity);
  if (claim) emitPairs(work, entity, 'command-links', ['subordinate', below, 'superior', above], { kind, ...claim });
}

/** A person belongs to an organization as a member, a unit to a unit, a body to a body. */
function membership(work: FtmWork, entity: FtmEntity): void {
  const members = needed(work, entity, 'member', 'people', 'units', 'bodies');
  const wholes = needed(work, entity, 'organization', 'units', 'bodies');
  if (!members || !wholes) return;
  const [member, whole] = [kindsOf(work, entity.values('member')), kindsOf(work, entity.values('organization'))];
  if (member === 'people') memberPost(work, entity, members, wholes);
  else if (member === 'units' && whole === 'units') memberUnit(work, entity, members, wholes);
  else if (member === 'bodies' && whole === 'bodies') memberBody(work, entity, members, wholes);
  else leaveOut(work, entity, 'member', 'people, or organizations of one kind', `${member} in ${whole}`);
}

type Ends = readonly string[];

function memberPost(work: FtmWork, entity: FtmEntity, people: Ends, wholes: Ends): void {
  const claim = claimFieldsIn(work, entity);
  const title = textIn(entity, 'role');
  const rest = { ...roleIn(work.conversion, entity, 'role', title ?? ''), ...withoutUndefined({ title }), ...claim };
  if (claim) emitPairs(work, entity, 'postings', ['person', people, 'at', wholes], rest);
}

function memberUnit(work: FtmWork, entity: FtmEntity, units: Ends, wholes: Ends): void {
  const claim = claimFieldsIn(work, entity);
  const rest = { kind: 'MEMBERSHIP', ...claim };
  if (claim) emitPairs(work, entity, 'command-links', ['subordinate', units, 'superior', wholes], rest);
}

/** An affiliation has no dates: those are told as dropped. */
function memberBody(work: FtmWork, entity: FtmEntity, bodies: Ends, wholes: Ends): void {
  const cites = citesOf(work, entity);
  const rest = { kind: 'PART_OF', cites, ...gradingOf(work.conversion) };
  if (cites) emitPairs(work, entity, 'affiliations', ['part', bodies, 'whole', wholes], rest);
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
  const claim = claimFieldsIn(work, entity);
  if (!claim) return;
  if (kind === undefined)
    emitPairs(work, entity, 'positionings', ['unit', subjects, 'location', objects], { kind: placed, ...claim });
  else emitPairs(work, entity, 'command-links', ['subordinate', subjects, 'superior', objects], { kind, ...claim });
}
