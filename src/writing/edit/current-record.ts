import type { ManagedTransaction } from 'neo4j-driver';
import { lastChangedAt } from '../../graph/query/version.cypher.js';
import { kindOf } from '../../graph/query/visible.cypher.js';
import { type FieldPath, refusal } from '../../model/errors.js';
import { versionOf } from '../../model/version.js';

/** A record as it stands when an editor changes it. */
export interface Current {
  readonly id: string;
  readonly kind: string;
  readonly isClaim: boolean;
  readonly isEntity: boolean;
  readonly dataset: string;
  readonly note: string | null;
  readonly status: string | null;
  readonly changedAt: string;
  readonly retractedAt: string | null;
}

/** The record that an input names, and the version of it that its sender saw. */
export interface VersionedRef {
  readonly id: string;
  readonly version: string;
}

const CURRENT = `MATCH (n:Record {id: $id})
RETURN n {.id, .dataset, .note, .status, .retractedAt, kind: ${kindOf('n')}, isClaim: n:Claim, isEntity: n:Entity, changedAt: ${lastChangedAt('n')}} AS current`;

/** Reads a record that may be changed; throws a `Refusal` where there is none, or where its sender saw another state of it. */
export async function currentOf(
  tx: ManagedTransaction,
  { id, version }: VersionedRef,
  at: FieldPath,
): Promise<Current> {
  const { records } = await tx.run(CURRENT, { id });
  const current = records[0]?.get('current') as Current | undefined;
  if (!current) throw refusal('NOT_FOUND', [...at, 'id'], `There is no record ${id}.`, { got: id });
  if (current.isEntity)
    throw refusal('UNSUPPORTED', [...at, 'id'], `${id} is a ${current.kind}: change the claims about it instead.`, {
      expected: 'the id of a claim, incident, finding or report',
      got: id,
    });
  const now = versionOf(id, current.changedAt);
  if (now !== version)
    throw refusal(
      'CONFLICT',
      [...at, 'version'],
      `${id} has changed since you saw it: ${stateOf(current)} Its version is ${now}.`,
      {
        expected: now,
        got: version,
      },
    );
  if (current.retractedAt !== null)
    throw refusal('RETRACTED', [...at, 'id'], `${id} cannot be changed: ${stateOf(current)}`, { got: id });
  return current;
}

const stateOf = ({ retractedAt, changedAt }: Current) =>
  retractedAt === null ? `it is in force since ${changedAt}.` : `it was retracted at ${retractedAt}.`;
