import type { Field, Fields } from '../../model/record/fields/field.js';
import { NESTED_CLAIMS, OWN_FIELDS } from '../../model/record/fields/kinds.js';
import { CLAIM_KINDS, type ClaimKind } from '../../model/vocabulary.js';
import { claimCounts, claimHeld, linkHeld, mayKnow, mayKnowAny, quotedAll } from './visible.cypher.js';

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

/** The references that statements of a kind cannot do without; a name makes its entity known. */
const neededBy = (kind: StatementKind) => (kind === 'Name' ? [] : Object.values(FIELDS[kind]).filter(isNeeded));

function endHeld(statement: string, { type, link = '', prefixes = [] }: Field): string {
  const isOf = (prefix: string) => prefix === 'incident';
  const isHeld = prefixes.every(isOf) ? claimHeld : prefixes.some(isOf) ? mayKnowAny : mayKnow;
  const stands = type === 'REFERENCES' ? ` AND ${linkHeld('leads')}` : '';
  return `EXISTS { (${statement})-[leads:${link}]->(needed) WHERE (needed:Record OR needed:Superseded) AND ${isHeld('needed')}${stands} }`;
}

/** The conditions on the ends of a statement; `parents` are edges to ends that its reader has come from. */
function endsHeld(kind: StatementKind, statement: string, parents: readonly string[]): string[] {
  const needed = neededBy(kind).filter(({ link = '' }) => !parents.includes(link));
  return needed.map((field) => endHeld(statement, field));
}

/** A statement of that kind that counts, and of which the reader may know each end that it cannot do without. */
export const statementCounts = (kind: StatementKind, statement: string, parents: readonly string[] = []) =>
  [claimCounts(statement), ...endsHeld(kind, statement, parents)].join(' AND ');

/** What statements of each kind cannot do without, as the types of links. */
const NEEDED = [...CLAIM_KINDS, 'Finding' as const]
  .map((kind) => ({ kind, links: neededBy(kind).map(({ link = '' }) => link) }))
  .filter(({ links }) => links.length > 0);
const NEEDED_LINKS = [...new Set(NEEDED.flatMap(({ links }) => links))];

/** The same of a statement of any kind, in one subquery: with one for each end of each kind Neo4j plans for many seconds. */
export const anyStatementCounts = (statement: string) => {
  const cases = NEEDED.map(({ kind, links }) => `WHEN ${statement}:${kind} THEN [${quotedAll(links)}]`);
  const needed = `CASE ${cases.join(' ')} ELSE [] END`;
  return `${claimCounts(statement)} AND COUNT {
    MATCH (${statement})-[leads:${NEEDED_LINKS.join('|')}]->(needed)
    WHERE (needed:Record OR needed:Superseded) AND type(leads) IN ${needed} AND ${linkHeld('leads')} AND ${mayKnowAny('needed')}
    RETURN DISTINCT type(leads)
  } = size(${needed})`;
};
