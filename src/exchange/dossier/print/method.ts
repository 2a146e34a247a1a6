import { GRADE_ORDER, GRADES, type Grade } from '../../../questions/command-responsibility/grade.rules.js';
import type { Dossier } from '../dossier.rules.js';
import { type Block, line, quiet, strong, table, text } from './block.js';
import { asHeading, COVER_LEGEND, plain } from './wording.js';

/** How the document was made and what its words mean: at most a page. */

export function method(dossier: Dossier): Block[] {
  return [
    { is: 'HEADING', depth: 1, text: 'How to read this document', anchor: 'method' },
    text(
      '“This graph” is the collection of statements from which the document was made. Editors enter each statement in their own words, with the reports that make it and the place where each says it. Where the document says that nothing was found, it speaks of this graph and not of the world.',
    ),
    text(
      'For each element of a legal test, rules of law decide which statements bear on it. The rules stand behind the tables, each with the case or text that it rests on. The grade of an element says how well the sources support it. It does not grade people, and the elements are never added up.',
    ),
    text(
      'A number in square brackets is an exhibit of the list at the end; a letter behind it is a place in that exhibit.',
    ),
    ...table(
      [
        ['Word', 24],
        ['Meaning', 76],
      ],
      glossaryOf(dossier).map(([word, meaning]) => ({ cells: [[line(strong(word))], [line(meaning)]] })),
    ),
  ];
}

function glossaryOf({ people }: Dossier): (readonly [string, string])[] {
  const used = new Set<Grade>(
    people.flatMap(({ matrices }) => matrices.flatMap(({ elements }) => elements.map(({ grade }) => grade))),
  );
  const grades = [...GRADE_ORDER].reverse().filter((grade) => used.has(grade));
  return [
    ...grades.map((grade) => [asHeading(grade), plain(GRADES[grade])] as const),
    [
      'Independent publishers',
      'Publishers that belong to different groups and do not repeat one another. “One publisher only” means that everything cited goes back to one of them.',
    ],
    [
      'B2 or better',
      'The Admiralty grading: a report of the grades A or B, and a statement of the credibility 1 or 2, without a doubt. The exhibits give the grade of each report.',
    ],
    ['Dates', COVER_LEGEND],
    [
      'Presumption of innocence',
      'Every person is presumed innocent until finally convicted. A suspicion, warrant, charge or confirmation of charges is an accusation, at the standard of proof that it states.',
    ],
  ];
}

export const quietText = (words: string): Block => text(quiet(words));
