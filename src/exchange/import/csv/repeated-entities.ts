import { contentHash } from '../../../model/hash.js';
import type { TableRow } from '../reading/table.js';
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

export interface ReadRecord {
  readonly record: RecordDraft;
  readonly recordType: RecordType;
  /** Whether an earlier row declares it. */
  readonly isMore: boolean;
}

/** The record with those of its claims that no row before has made; undefined where a later row makes none. */
export function withNewClaims(
  conversion: Conversion,
  { recordType, record, isMore }: ReadRecord,
  row: TableRow,
): RecordDraft | undefined {
  tellOtherBirth(conversion, record, row);
  const { id, cites } = record;
  const lists = claimsOf(recordType).map((name) => {
    const fresh = listOf(record[name]).filter((claim) => conversion.isNew(id, name, claim, cites));
    return [name, fresh] as const;
  });
  const claims = Object.fromEntries(lists.filter(([, fresh]) => fresh.length > 0));
  if (!isMore) return { ...record, ...claims };
  return Object.keys(claims).length > 0 ? { id, extends: true, ...claims, cites } : undefined;
}

/** Tells where rows with one id state another year of birth: two people may bear one name. */
function tellOtherBirth(conversion: Conversion, { id, facts }: RecordDraft, { file, number }: TableRow): void {
  for (const { property, value } of listOf(facts) as readonly { property: string; value: string }[]) {
    const [year] = /\d{4}/.exec(value) ?? [];
    if (property !== 'BORN' || year === undefined) continue;
    const isFirst = conversion.isNew('born', id);
    if (conversion.isNew('born', id, year) && !isFirst)
      conversion.report.warning({ file, row: number }, 'one year of birth for one person', value, TWO_BIRTHS);
  }
}

const TWO_BIRTHS =
  'An earlier row with this id states another year of birth. If these are two people of one name, give each an id of its own.';
