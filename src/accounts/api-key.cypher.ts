import type { CypherStatement } from '../graph/graph.js';

/** The statements on API keys. They are no records: no clock, no instant and no journal entry goes with them. */

const ROW = `k {.id, .name, .role, .datasets, .hash, .reason, .issuedAt, .issuedBy, .expiresAt, .formerHash, .formerUntil,
  .rotatedAt, .rotatedBy, .rotatedReason, .revokedAt, .revokedBy, .revokedReason, .usedOn} AS key`;

export const KEY_BY_ID: CypherStatement = {
  name: 'API key by id',
  text: `MATCH (k:ApiKey {id: $id}) RETURN ${ROW}`,
};

export const KEYS: CypherStatement = {
  name: 'API keys',
  text: `MATCH (k:ApiKey) RETURN ${ROW} ORDER BY k.issuedAt DESC, k.id`,
};

/** Those of the datasets that are not there. */
export const MISSING_DATASETS = `UNWIND $datasets AS id WITH id WHERE NOT EXISTS { (:Dataset {id: id}) } RETURN id ORDER BY id`;

/** A name stands in the journal, so it never means another key. */
export const ISSUE = `MERGE (k:ApiKey {name: $key.name}) ON CREATE SET k = $key RETURN ${ROW}`;

/** A key by its id or its name, for a change of it. */
export const LOCK = `MATCH (k:ApiKey) WHERE k.id = $key OR k.name = $key SET k.lock = true REMOVE k.lock RETURN ${ROW}`;

export const CHANGE = `MATCH (k:ApiKey {id: $id}) SET k += $properties RETURN ${ROW}`;

export const USE = 'MATCH (k:ApiKey {id: $id}) SET k.usedOn = $day';
