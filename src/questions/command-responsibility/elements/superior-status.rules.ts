import type { IndicatorEntry } from '../../case-file/case-file.rules.js';
import { nameIn } from '../../case-file/item.rules.js';
import { indicatorsOnPerson } from '../conduct-evidence.rules.js';
import { corroborated, gradeOf } from '../grade.rules.js';
import { type Element, ONLY_A_COURT } from './element.rules.js';
import { competingPostings, gradeOfPosts, markedPost } from './posts.rules.js';

const DE_FACTO: readonly IndicatorEntry['code'][] = [
  'ORDERS_ISSUED_AND_FOLLOWED',
  'POWER_TO_DISCIPLINE',
  'POWER_TO_PROMOTE_OR_DISMISS',
  'TASKS_PERFORMED',
  'SENDING_OR_WITHDRAWING_FORCES',
  'RESUBORDINATING_UNITS',
];

/** Whether the person was a superior: in law by a post of command, or else in fact. */
export const superiorStatus: Element<'posts' | 'commandInFact'> = {
  ceilings: { commandInFact: { at: 'INDICATED', by: ONLY_A_COURT } },
  assess(situation) {
    const { file, heldPosts, otherPosts, personId } = situation;
    const inLaw = heldPosts.some(({ status }) => status === 'ACCEPTED');
    const commandInFact = inLaw
      ? []
      : indicatorsOnPerson(situation, 'CONTROL').filter(({ code }) => DE_FACTO.includes(code));
    const posts = gradeOfPosts(situation, heldPosts);
    const inFact = gradeOf(file, {
      supporting: commandInFact,
      against: [],
      established: corroborated(file, commandInFact) ? 'BY_SOURCES' : null,
    });
    return {
      supporting: { posts: heldPosts, commandInFact },
      against: competingPostings(situation, heldPosts),
      context: otherPosts.map((posting) => markedPost(situation, posting)),
      because: [commandInFact.length > 0 && 'R5'],
      gradesApart: { posts, commandInFact: inFact },
      missing: [
        heldPosts.length === 0 &&
          `Looked for a post of command that ${nameIn(file, personId)} held on ${situation.day}, and found none.`,
        heldPosts.length > 0 &&
          posts !== 'ESTABLISHED_BY_SOURCES' &&
          'A second independent firm source for the post on the day.',
      ],
    };
  },
};
