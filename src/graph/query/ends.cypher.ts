import type { Field, Fields } from '../../model/record/fields/field.js';
import { NESTED_CLAIMS, OWN_FIELDS } from '../../model/record/fields/kinds.js';
import { CLAIM_KINDS, type ClaimKind } from '../../model/vocabulary.js';
import { claimCounts, claimHeld, linkHeld, mayKnow, mayKnowAny } from './visible.cypher.js';

/**
 * Statements and what they are about. What a public statement leads to may be hidden after it was recorded: its reader then
 * gets nothing of the statement, as if it had never been recorded.
 */

export type StatementKind = ClaimKind | 'Incident' | 'Finding';

/** What a claim of each kind says, with the record that it is about where that one may hold it inside. */
export const CLAIM_FIELDS: Readonly<Record<ClaimKind, Fields>> = {
  ...OWN_FIELDS,
  ...Object.fromEntries(
    Object.values(NESTED_CLAIMS).map(({ label, owner }) => [label, { ...OWN_FIELDS[label], ...owner }]),
  ),
  Fact: { ...OWN_FIELDS.Fact, ...NESTED_CLAIMS.facts.owner },
};
const FIELDS: Readonly<Record<StatementKind, Fields>> = { ...OWN_FIELDS, ...CLAIM_FIELDS };

/** A reference that a statement cannot do without: an attribution names whom and by whom, an incident may have no place. */
const isNeeded = ({ type, presence }: Field) =>
  presence === 'REQUIRED' && (type === 'REFERENCE' || type === 'REFERENCES');

function endHeld(statement: string, { type, link = '', prefixes = [] }: Field): string {
  const isOf = (prefix: string) => prefix === 'incident';
  const isHeld = prefixes.every(isOf) ? claimHeld : prefixes.some(isOf) ? mayKnowAny : mayKnow;
  const stands = type === 'REFERENCES' ? ` AND ${linkHeld('leads')}` : '';
  return `EXISTS { (${statement})-[leads:${link}]->(needed) WHERE (needed:Record OR needed:Superseded) AND ${isHeld('needed')}${stands} }`;
}

/** The conditions on the ends of a statement; `parents` are edges to ends that its reader has come from. A name makes its entity known. */
function endsHeld(kind: StatementKind, statement: string, parents: readonly string[]): string[] {
  if (kind === 'Name') return [];
  const needed = Object.values(FIELDS[kind]).filter((field) => isNeeded(field) && !parents.includes(field.link ?? ''));
  return needed.map((field) => endHeld(statement, field));
}

/** A statement of that kind that counts, and of which the reader may know each end that it cannot do without. */
export const statementCounts = (kind: StatementKind, statement: string, parents: readonly string[] = []) =>
  [claimCounts(statement), ...endsHeld(kind, statement, parents)].join(' AND ');

/** The same of a statement of any kind. */
export const anyStatementCounts = (statement: string) => {
  const cases = [...CLAIM_KINDS, 'Finding' as const].flatMap((kind) => {
    const ends = endsHeld(kind, statement, []);
    return ends.length === 0 ? [] : `WHEN ${statement}:${kind} THEN ${ends.join(' AND ')}`;
  });
  return `${claimCounts(statement)} AND CASE ${cases.join(' ')} ELSE true END`;
};
