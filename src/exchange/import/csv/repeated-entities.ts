import { contentHash } from '../../../model/hash.js';
import type { Conversion } from '../record/conversion.js';
import type { RecordType } from '../record/imported-record.js';
import { sameName } from '../record/names.js';
import { listOf, type RecordDraft } from './columns.js';

/** A table of others may speak of one person, unit, body or place on many rows: the first declares it, the others say more of it. */

const CLAIMS = ['names', 'identifiers', 'facts'];
/** By record type: what is a claim too. */
const ALSO_CLAIMS: { readonly [T in RecordType]?: readonly string[] } = {
  people: [],
  bodies: [],
  units: ['kind', 'country'],
  locations: ['country'],
};

export const isEntity = (recordType: RecordType): boolean => recordType in ALSO_CLAIMS;

const claimsOf = (recordType: RecordType) => [...CLAIMS, ...(ALSO_CLAIMS[recordType] ?? [])];

/** What has to be the same on all rows of an entity: its name, and whatever is no claim. */
export function identityOf(recordType: RecordType, record: RecordDraft): string {
  const [name] = listOf(record.names) as readonly { value: string }[];
  const omitted = [...claimsOf(recordType), 'cites'];
  const rest = Object.entries(record).filter(([key]) => !omitted.includes(key));
  return contentHash([sameName(name?.value ?? ''), Object.fromEntries(rest)]);
}

/** The record with those of its claims that no row before has made; undefined where a later row makes none. */
export function withNewClaims(
  conversion: Conversion,
  recordType: RecordType,
  record: RecordDraft,
  isFirst: boolean,
): RecordDraft | undefined {
  const { id, cites } = record;
  const lists = claimsOf(recordType).map((name) => {
    const fresh = listOf(record[name]).filter((claim) => conversion.isNew(id, name, claim, cites));
    return [name, fresh] as const;
  });
  const claims = Object.fromEntries(lists.filter(([, fresh]) => fresh.length > 0));
  if (isFirst) return { ...record, ...claims };
  return Object.keys(claims).length > 0 ? { id, extends: true, ...claims, cites } : undefined;
}
