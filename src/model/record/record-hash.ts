import { canonical, contentHash } from '../hash.js';
import { SEARCH_FIELDS } from './search-fields.js';

/**
 * The hash of what a record states. It is the same for a draft and for the record in the graph, which keeps no order of
 * labels and links.
 */

/** What the graph itself keeps of a record, and what search and filters derive from it, which may change with the code. */
const NOT_STATED = new Set<string>([
  'id',
  'hash',
  'recordedAt',
  'retractedAt',
  'retraction',
  'away',
  'linkedAt',
  'point',
  'corrects',
  'supersededKey',
  'standing',
  ...SEARCH_FIELDS,
  'dayMin',
  'dayMax',
  'recordedHash',
  'formerKind',
  'formerCountry',
  'formerPartyToConflict',
]);

/** The properties that a record had when it was recorded, where an upgrade has restated some. */
export function asRecorded(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { formerKind, formerCountry, formerPartyToConflict } = properties;
  const { conflictParty: _restated, ...rest } = properties;
  return {
    ...(formerPartyToConflict == null ? properties : { ...rest, partyToConflict: formerPartyToConflict }),
    ...(formerKind != null && { kind: formerKind }),
    ...(formerCountry != null && { country: formerCountry }),
  };
}

/** A link that leaves a record: to another record by its id, or to a legal code. */
export interface StatedLink {
  readonly type: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Labels that tell only what became of a record. */
export const HISTORY_MARKS = ['Restored', 'Relinked', 'Corrected', 'Superseded'];

/** A SHA-256 over labels, properties and the links that leave the record. */
export function recordHash(
  labels: readonly string[],
  properties: Readonly<Record<string, unknown>>,
  links: readonly StatedLink[],
): string {
  return contentHash([
    labels.filter((label) => !HISTORY_MARKS.includes(label)).sort(),
    Object.fromEntries(Object.entries(properties).filter(([name]) => !NOT_STATED.has(name))),
    links.flatMap(statedAtFirst).sort(),
  ]);
}

/** A merge moves links: a link that the merge made was not stated, and a link that it ended was. */
function statedAtFirst({ type, to, properties }: StatedLink): string[] {
  const { recordedAt, retractedAt, away, ...content } = properties;
  return recordedAt === undefined ? [canonical({ type, to, properties: content })] : [];
}
