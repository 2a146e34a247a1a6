import { ACCESS_LEVELS, levelsUpTo } from '../../model/access.rules.js';
import { viewOf } from '../../model/lens.js';
import { QUESTION, RANKS_AT, rankFor } from '../../model/record/record-standing.rules.js';
import {
  claimCounts,
  claimHeld,
  counts,
  lensCounts,
  mayKnow,
  nameHeld,
  reportCounts,
  withoutGrants,
} from './visible.cypher.js';

/**
 * What stands ready on a record: from which instant on it is held, held with a source, and counts without a lens, and for
 * whom. It follows from the definitions in `visible.cypher.ts` alone, and spares a statement most of their text: Neo4j plans
 * a text in a time that grows with its length.
 */

const stands = (record: string, question: number, view: string) =>
  `substring(last([stood IN ${record}.standing WHERE stood < $${view}.recordedBy]), ${RANKS_AT + question}, 1) <= $${view}.rank`;

/** A definition as a pattern that finds it in a text, for any variable and view; and what stands in its place. */
interface ShortForm {
  readonly pattern: RegExp;
  readonly short: (record: string, view: string) => string;
}

const shortForm = (definition: (record: string) => string, short: ShortForm['short']): ShortForm => {
  const names = new Set<string>();
  const source = withoutGrants(definition('RECORD'))
    .replaceAll('$view', '$VIEW')
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/RECORD|VIEW/g, (name) => {
      if (names.has(name)) return `\\k<${name}>`;
      names.add(name);
      return `(?<${name}>\\w+)`;
    });
  return { pattern: new RegExp(source, 'g'), short };
};

const answerTo = (question: number) => (record: string, view: string) => `(${stands(record, question, view)})`;

/** Longer definitions first: they hold the shorter ones. */
const WITH_ANY_LENS = [
  shortForm(
    mayKnow,
    (entity, view) => `EXISTS { (called:Name)-[:OF]->(${entity}) WHERE ${stands('called', QUESTION.SOURCED, view)} }`,
  ),
  shortForm(claimHeld, answerTo(QUESTION.SOURCED)),
  shortForm(nameHeld, answerTo(QUESTION.SOURCED)),
  shortForm(counts, (record, view) => stands(record, QUESTION.HELD, view)),
];
const WITHOUT_LENS = [
  shortForm(claimCounts, answerTo(QUESTION.COUNTED)),
  shortForm(reportCounts, answerTo(QUESTION.HELD)),
  shortForm(lensCounts, () => 'true'),
  ...WITH_ANY_LENS,
];

const shortened = (text: string, forms: readonly ShortForm[]): string =>
  forms.reduce(
    (shorter, { pattern, short }) =>
      shorter.replaceAll(pattern, (...match) => {
        const { RECORD, VIEW } = match.at(-1) as { RECORD: string; VIEW: string };
        return short(RECORD, VIEW);
      }),
    withoutGrants(text),
  );

/** A statement for readers without grants whose lens leaves nothing out. */
export const asItStands = (text: string): string => shortened(text, WITHOUT_LENS);

/** A statement for readers without grants under any lens. */
export const asItStandsUnderLens = (text: string): string => shortened(text, WITH_ANY_LENS);

/** The parameters of `EXPECTED_STANDING`. */
export const EXPECTED_FOR = {
  levels: ACCESS_LEVELS.map((level, index) => ({ rank: rankFor(index + 1), reached: levelsUpTo(level) })),
  view: viewOf(ACCESS_LEVELS),
};

/** A definition at an instant and for the readers of a level, both bound by names. */
const at = (definition: string) =>
  withoutGrants(definition).replaceAll('$view.recordedBy', 'asOf').replaceAll('$view.clearance', 'level.reached');

const rank = (definition: string) => `coalesce(min(CASE WHEN ${at(definition)} THEN level.rank END), '9')`;

const instantsOf = (record: string) => `[${record}.recordedAt, ${record}.retractedAt] + coalesce(${record}.away, [])`;

/** Binds `ranks` of a record `n` at each instant `asOf` at which they may change, by the definitions themselves: slow, and for checks. */
export const EXPECTED_STANDING = `CALL (n) {
  UNWIND ${instantsOf('n')} + reduce(all = [], cited IN [(n)-[:CITES]->(report:Report) | ${instantsOf('report')}] | all + cited) AS asOf
  WITH DISTINCT n, asOf WHERE asOf IS NOT NULL
  UNWIND $levels AS level
  RETURN asOf, ${[counts, claimHeld, claimCounts].map((definition) => rank(definition('n'))).join(' + ')} AS ranks
}`;

/** The ranks that are stored of `n` for an instant. */
export const STORED_RANKS = `substring(last([stood IN n.standing WHERE stood < asOf]), ${RANKS_AT})`;
