import type { Origin } from '../report/import-report.js';
import type { Conversion } from './conversion.js';
import type { FactClaim, IdentifierClaim, NameClaim, RecordType } from './imported-record.js';

/** Units, people and bodies, which several rows of a file may speak of. */

const COUNTS = new WeakMap<object, number>();

/** Keeps how many citations of the sheets stand in a claim, until it is given. */
export function withCitations<T extends object>(claim: T, citations: number): T {
  COUNTS.set(claim, citations);
  return claim;
}

/** How many citations of the sheets stand in a claim that was read from them. */
export const countOf = (claim: object) => COUNTS.get(claim) ?? 0;

export interface Claims {
  readonly names?: readonly NameClaim[];
  readonly identifiers?: readonly IdentifierClaim[];
  readonly facts?: readonly FactClaim[];
}

/** Emits an entity with its claims the first time, and later only new claims. */
export function emitEntity(
  conversion: Conversion,
  recordType: RecordType,
  id: string,
  properties: object,
  claims: Claims,
  origin: Origin,
): void {
  const fresh = <T extends object>(list: readonly T[] = []) =>
    list.filter((claim) => conversion.isNewClaim([id, claim], countOf(claim)));
  const [names, identifiers, facts] = [fresh(claims.names), fresh(claims.identifiers), fresh(claims.facts)];
  const first = conversion.isNew('entity', id);
  if (!first && names.length + identifiers.length + facts.length === 0) return;
  const head = first ? { id, ...properties } : { id, extends: true };
  conversion.emit(recordType, { ...head, names, identifiers, facts }, origin);
}
