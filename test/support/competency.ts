import { expect } from '@jest/globals';
import { sameAsGolden } from './golden-answer.js';
import { type Answered, WORDS_OF_SOURCES } from './golden-text.js';
import { ask } from './graph.js';
import { short } from './list.js';

/**
 * Competency questions: each is asked twice with contexts of its own and gives the same bytes, the whole answer stands in
 * `test/questions/golden`, and every statement in it has a source and passes no verdict.
 */

/** The most Cypher statements that a question of command responsibility may take, whatever it finds. */
export const MOST_STATEMENTS = 6;

export interface Competency {
  /** One for each set of variables. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  readonly answers: readonly any[];
  /** How many Cypher statements the costliest of them took. */
  readonly statements: number;
}

/** Asks a question once for each set of variables, and compares all that is answered with the golden file of that name. */
export async function competency(
  golden: string,
  source: string,
  ...requests: readonly Readonly<Record<string, unknown>>[]
): Promise<Competency> {
  const answers: Answered[] = [];
  let statements = 0;
  for (const variables of requests) {
    const [first, again] = [await ask(source, variables), await ask(source, variables)];
    expect(first.errors.map(({ message }) => message)).toEqual([]);
    expect(JSON.stringify(again.data)).toBe(JSON.stringify(first.data));
    expect(again.statements).toEqual(first.statements);
    expect(unsourcedIn(first.data)).toEqual([]);
    expect(verdictsIn(first.data)).toEqual([]);
    expect(fieldsOfVerdicts(first.data)).toEqual([]);
    expect(withoutPresumption(first.data)).toEqual([]);
    answers.push({ variables, answer: JSON.parse(JSON.stringify(first.data)) });
    statements = Math.max(statements, first.statements.length);
  }
  sameAsGolden(golden, expect.getState().currentTestName ?? '', answers);
  return { answers: answers.map(({ answer }) => answer), statements };
}

/** Every object in an answer, however deep. */
export function objectsIn(answer: unknown): Record<string, unknown>[] {
  if (Array.isArray(answer)) return answer.flatMap(objectsIn);
  if (answer === null || typeof answer !== 'object') return [];
  const own = answer as Record<string, unknown>;
  return [own, ...Object.values(own).flatMap(objectsIn)];
}

/** Items of evidence, and claims with their citations. */
export const statementsIn = (answer: unknown) => objectsIn(answer).filter((one) => 'says' in one || 'citations' in one);

/** The statements of an answer that name no report with a title. */
export const unsourcedIn = (answer: unknown) =>
  statementsIn(answer).filter(({ says, sources, citations }) => {
    const reports =
      says === undefined ? (citations as { report: object }[]).map(({ report }) => report) : (sources as object[]);
    return !reports?.length || reports.some((report) => !('title' in report && report.title));
  });

/** The names of fields that would hold a verdict of ours. */
const fieldsOfVerdicts = (answer: unknown) =>
  objectsIn(answer)
    .flatMap(Object.keys)
    .filter((key) => /score|guilt|verdict/i.test(key));

/** What an answer presumes of a person, where that is not innocence. */
const withoutPresumption = (answer: unknown) =>
  objectsIn(answer).filter(
    ({ presumption }) => presumption !== undefined && !/presumed innocent/.test(`${presumption}`),
  );

const VERDICT =
  /\b(guilt\w*|culpab\w*|blam(e|ed|able|eworthy)|liab(le|ility)|war criminals?|murder\w*|committed|(is|was|are|were) responsible|(has|had|have) failed|failed to|knew|must have|score|probab\w*|innocent of)\b/i;

/** Whether a sentence of ours passes a verdict on somebody. */
export const isVerdict = (text: string): boolean => VERDICT.test(text.replace(NOT_OURS, ''));

/** The sentences of an answer that pass a verdict on somebody. A verdict in the words of a source is the source's. */
export const verdictsIn = (answer: unknown): string[] =>
  objectsIn(answer).flatMap((one) =>
    Object.entries(one)
      .filter(([key]) => !WORDS_OF_SOURCES.includes(key))
      .flatMap(([key, value]) => [value].flat().map((text) => ({ key, text })))
      .filter(({ text }) => typeof text === 'string' && isVerdict(text))
      .map(({ key, text }) => `${key}: ${text}`),
  );

/** Our own notice says what an answer is not. */
const NOT_OURS = /no verdict and no score/;

/** An item in full. */
export const ITEM = `fragment Item on EvidenceItem {
  label says cover status credibility independentPublishers firm marks
  sources { reportId title publisher publishedOn reliability pinpoint } }`;

/** The same in short, for answers that repeat many: the content hash stands for the rest. */
export const BRIEF_ITEM = 'fragment Item on EvidenceItem { says cover marks sources { reportId title pinpoint } }';

export const BASIS = 'fragment Basis on AnswerBasis { contentHash lens { recordedBy } notice }';

/** Needs a fragment `Item`, as `MATRIX` does. */
export const SOURCED_CHAIN = `fragment Chain on SourcedChain { on warnings levels { level units {
  unit { name } gaps competingHolders { name } links { ...Item } otherLinks { ...Item }
  posts { role cover person { name } items { ...Item } } } } }`;

export const MATRIX = `fragment Matrix on ResponsibilityMatrix {
  person { name } incident { name } on framework presumption
  place { links unit { name } role kilometres otherSuperiors { name } }
  elements { element grade because missing
    supporting { ...Item } weighingAgainst { ...Item } context { ...Item } } rules { rule sentence basis debated } }`;

export interface Named {
  readonly name: string;
}

export interface Item {
  readonly says: string;
  readonly cover: string | null;
  readonly credibility: number;
  readonly independentPublishers: number;
  readonly firm: boolean;
  readonly marks: readonly string[];
  readonly sources: readonly { readonly reportId: string }[];
}

export interface SourcedUnit {
  readonly unit: Named;
  readonly gaps: readonly string[];
  readonly competingHolders: readonly Named[];
  readonly links: readonly Item[];
  readonly otherLinks: readonly Item[];
  readonly posts: readonly { role: string; cover: string; person: Named; items: readonly Item[] }[];
}

export interface Level {
  readonly level: number;
  readonly units: readonly SourcedUnit[];
}

export const unitsOf = ({ levels }: { readonly levels: readonly Level[] }): SourcedUnit[] =>
  levels.flatMap(({ units }) => units);

/** What an item says, and in which reports: `Edda Carls: Commander … until 2022-12-31. [archive-2023, observer-2023]`. */
export const cited = ({ says, sources }: Item): string =>
  `${says} [${sources.map(({ reportId }) => short(reportId)).join(', ')}]`;

/** A chain as it would be read aloud, from the foot to the top: how each unit stands there, and who held which post. */
export const toldChain = (chain: { readonly levels: readonly Level[] }): string[] =>
  unitsOf(chain).flatMap(({ unit, links, posts, otherLinks, gaps }) => [
    ...links.map((link) => `${link.cover}: ${cited(link)}`),
    ...posts.flatMap(({ role, items }) => items.map((item) => `${role} ${item.cover}: ${cited(item)}`)),
    ...otherLinks.map((link) => `beside: ${cited(link)}`),
    ...gaps.map((gap) => `${unit.name}: ${gap}`),
  ]);

interface Graded {
  readonly element: string;
  readonly grade: string;
}

/** The elements of a matrix with their grades. */
export const gradesOf = ({ elements }: { readonly elements: readonly Graded[] }): string[] =>
  elements.map(({ element, grade }) => `${element} ${grade}`);

export interface GradeChange {
  readonly person: Named;
  readonly element: string;
  readonly before: string;
  readonly after: string;
}

/** Changes of grades, such as `Tomas Anders: SUBORDINATION ESTABLISHED_BY_SOURCES → INDICATED`. */
export const toldChanges = (grades: readonly GradeChange[]): string[] =>
  grades.map(({ person, element, before, after }) => `${person.name}: ${element} ${before} → ${after}`);
