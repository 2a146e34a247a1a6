import { groupBy } from '../../../model/group.js';
import type { DossierUnit } from '../chains.rules.js';
import type { Dossier } from '../dossier.rules.js';
import type { DossierElement, DossierMatrix, DossierPerson } from '../person-part.rules.js';
import { type Block, line, quiet, type Row, strong, table, tableOf, text } from './block.js';
import { daysInWords, isAllOf } from './dates.js';
import type { Elsewhere } from './elsewhere.js';
import { asHeading, capital, plain } from './wording.js';

/**
 * One table for each legal test, then what weighs against, the rules applied, and what is missing: each once, however
 * many tests there are. Elements on which this graph has nothing share the last row.
 */

export function matrixBlocks(
  dossier: Dossier,
  { matrices }: DossierPerson,
  elsewhere: Elsewhere,
  key: string,
): Block[] {
  return matrices.flatMap((matrix, index): Block[] => {
    const about = frameworkOf(dossier, matrix);
    return [
      { is: 'HEADING', depth: 2, text: about?.title ?? '', anchor: `${key}-${matrix.framework}` },
      ...(about?.knowledge ? [text(quiet(`Its test of knowledge: ${about.knowledge}.`))] : []),
      matrixTable(dossier, matrix, matrices.slice(0, index), elsewhere),
    ];
  });
}

const frameworkOf = ({ frameworks }: Dossier, { framework }: DossierMatrix) =>
  frameworks.find(({ name }) => name === framework);

/** The table of one test. What is the same as under an earlier one is not said again. */
function matrixTable(
  dossier: Dossier,
  { elements }: DossierMatrix,
  earlier: readonly DossierMatrix[],
  elsewhere: Elsewhere,
): Block {
  const sameIn = (element: DossierElement) =>
    earlier.find((matrix) => matrix.elements.some((one) => isSame(one, element)));
  const own = elements.filter((element) => !sameIn(element));
  return tableOf(
    [
      ['Element', 28],
      ['What the sources show', 14],
      ['On what', 58],
    ],
    [
      ...[...groupBy(own.filter(hasSomething), evidenceKey).values()].map((some) =>
        elementRow(dossier, some, elsewhere),
      ),
      ...together(
        'Nothing in this graph',
        own.filter((element) => !hasSomething(element)),
      ),
      ...earlier.flatMap((matrix) =>
        together(
          `As under ${frameworkOf(dossier, matrix)?.title ?? ''}`,
          elements.filter((element) => sameIn(element) === matrix),
          true,
        ),
      ),
    ],
  );
}

const isSame = (one: DossierElement, other: DossierElement) => JSON.stringify(one) === JSON.stringify(other);

const hasSomething = ({ supporting, weighingAgainst, context, grade }: DossierElement) =>
  grade !== 'NO_EVIDENCE' || supporting.length + weighingAgainst.length + context.length > 0;

/** Elements that the same statements give the same grade share a row. */
const evidenceKey = ({ grade, holdsFor, supporting, weighingAgainst, context }: DossierElement) =>
  JSON.stringify([
    grade,
    holdsFor,
    ...[supporting, weighingAgainst, context].map((items) => items.map(({ id, marks }) => [id, marks])),
  ]);

function elementRow({ days }: Dossier, elements: readonly DossierElement[], elsewhere: Elsewhere): Row {
  const [first] = elements;
  if (!first) return { cells: [] };
  const { grade, holdsFor, supporting, weighingAgainst, context } = first;
  const isPartly = holdsFor.length > 0 && !isAllOf(days, holdsFor);
  return {
    cells: [
      elements.map(({ element, meaning }) => line(strong(`${asHeading(element)}. `), quiet(meaning))),
      [
        line(strong(asHeading(grade))),
        ...(isPartly ? [line(quiet(`For ${holdsFor.map(daysInWords).join('; ')}`))] : []),
      ],
      [
        ...elsewhere.lines(supporting),
        ...(supporting.length === 0 ? [line(quiet('Nothing in this graph supports it.'))] : []),
        ...(weighingAgainst.length > 0 ? [line(quiet('For what weighs against it, see below.'))] : []),
        ...elsewhere.lines(context).map((one) => line(quiet('Not graded: '), ...one)),
      ],
    ],
  };
}

/** Elements in one row. */
function together(what: string, elements: readonly DossierElement[], withGrade = false): Row[] {
  if (elements.length === 0) return [];
  const names = elements.map(({ element, grade }) =>
    withGrade ? `${asHeading(element)} (${asHeading(grade).toLowerCase()})` : asHeading(element),
  );
  return [{ cells: [[line(strong(what))], [], [line(`${names.join('; ')}.`)]] }];
}

/** What weighs against any element, each statement once. */
export function againstBlocks({ matrices }: DossierPerson, elsewhere: Elsewhere): Block[] {
  const against = matrices.flatMap(({ elements }) =>
    elements.flatMap(({ element, weighingAgainst }) =>
      weighingAgainst.map((item) => ({ item, element: asHeading(element) })),
    ),
  );
  if (against.length === 0) return [text('Nothing in this graph weighs against any element.')];
  return table(
    [
      ['Element', 28],
      ['What weighs against it', 72],
    ],
    [...groupBy(against, ({ item }) => item.id).values()].flatMap((some) => {
      const [first] = some;
      const elements = [...new Set(some.map(({ element }) => element))];
      return first ? [{ cells: [[line(elements.join('; '))], elsewhere.lines([first.item])] }] : [];
    }),
  );
}

/** The rules of law that the tables apply, each once, with what it rests on and the elements to which it was applied. */
export function rulesBlocks(people: readonly DossierPerson[]): Block[] {
  const rules = new Map(people.flatMap((part) => part.rules.map((rule) => [rule.id, rule])));
  const elements = people.flatMap(({ matrices }) => matrices.flatMap((matrix) => matrix.elements));
  const elementsUnder = (id: string) =>
    new Set(elements.filter((one) => one.rules.some((rule) => rule === id)).map(({ element }) => asHeading(element)));
  return [...rules.values()].map(({ id, sentence, basis }) => {
    const applied = [...elementsUnder(id)].join('; ') || 'Place in the chain';
    return text(sentence, quiet(` ${capital(basis)}. Applied to: ${applied}.`));
  });
}

/** What is missing, each sentence once: what several elements, or several units, lack stands together. */
export function missingBlocks({ chains }: Dossier, people: readonly DossierPerson[]): Block[] {
  const elements = people.flatMap(({ matrices }) => matrices.flatMap((matrix) => matrix.elements));
  const units = chains.flatMap(({ levels }) => levels.flatMap((level) => level.units));
  const gaps = [
    ...elements.flatMap(({ element, missing }) => missing.map((sentence) => [asHeading(element), sentence] as const)),
    ...units.flatMap((one) => unitGaps(one).map((sentence) => [one.unit.name, sentence] as const)),
  ];
  const whereBySentence = [...groupBy(gaps, ([, sentence]) => plain(sentence))].map(
    ([sentence, some]) => [sentence, [...new Set(some.map(([where]) => where))].join('; ')] as const,
  );
  return [...groupBy(whereBySentence, ([, where]) => where)].map(([where, some]) =>
    text(strong(`${where}. `), some.map(([sentence]) => sentence).join(' ')),
  );
}

const unitGaps = ({ gaps, competingHolders }: DossierUnit): string[] => [
  ...gaps.map(({ meaning }) => meaning),
  ...(competingHolders.length > 0
    ? [`Sources name several commanders for the same day: ${competingHolders.map(({ name }) => name).join('; ')}.`]
    : []),
];
