import type { IndicatorEntry } from '../../case-file/case-file.rules.js';
import type { PostingOn } from '../../case-file/cover.rules.js';
import { nameIn } from '../../case-file/item.rules.js';
import { indicatorsOnPerson } from '../conduct-evidence.rules.js';
import { corroborated, gradeOf } from '../grade.rules.js';
import type { Situation } from '../situation.rules.js';
import { type Element, ONLY_A_COURT } from './element.rules.js';
import { competingPostings, gradeOfAppointments, gradeOfPosts, markedPost, unitsOf } from './posts.rules.js';

const DE_FACTO: readonly IndicatorEntry['code'][] = [
  'ORDERS_ISSUED_AND_FOLLOWED',
  'POWER_TO_DISCIPLINE',
  'POWER_TO_PROMOTE_OR_DISMISS',
  'TASKS_PERFORMED',
  'SENDING_OR_WITHDRAWING_FORCES',
  'RESUBORDINATING_UNITS',
];

/** What shows command in fact, which is asked about only as long as none of the posts is accepted. */
export const commandInFactBeside = (situation: Situation, posts: readonly PostingOn[]): IndicatorEntry[] =>
  posts.some(({ status }) => status === 'ACCEPTED')
    ? []
    : indicatorsOnPerson(situation, 'CONTROL').filter(({ code }) => DE_FACTO.includes(code));

/** Whether the person was a superior: in law by a post of command or an appointment, or else in fact. */
export const superiorStatus: Element<'posts' | 'appointments' | 'commandInFact'> = {
  ceilings: {
    appointments: { at: 'INDICATED', by: 'R2' },
    commandInFact: { at: 'INDICATED', by: ONLY_A_COURT },
  },
  assess(situation) {
    const { file, heldPosts, otherPosts, personId } = situation;
    const orders = situation.appointments.map(({ indicator }) => indicator);
    const units = [...unitsOf(heldPosts), ...situation.appointments.map(({ unitId }) => unitId)];
    const commandInFact = commandInFactBeside(situation, heldPosts);
    const posts = gradeOfPosts(situation, heldPosts);
    const inFact = gradeOf(file, {
      supporting: commandInFact,
      against: [],
      established: corroborated(file, commandInFact),
    });
    return {
      supporting: { posts: heldPosts, appointments: orders, commandInFact },
      against: competingPostings(situation, units),
      context: otherPosts.map((posting) => markedPost(situation, posting)),
      because: [commandInFact.length > 0 && 'R5'],
      gradesApart: {
        posts,
        appointments: gradeOfAppointments(situation, situation.appointments),
        commandInFact: inFact,
      },
      missing: [
        heldPosts.length === 0 &&
          orders.length > 0 &&
          `A source that ${nameIn(file, personId)} held the post ${situation.daysInWords}: only an appointment to it is in the graph.`,
        heldPosts.length + orders.length === 0 &&
          `Looked for a post of command that ${nameIn(file, personId)} held ${situation.daysInWords}, and found none.`,
        heldPosts.length > 0 &&
          posts !== 'ESTABLISHED_BY_SOURCES' &&
          'A second independent firm source for the post on the day.',
      ],
    };
  },
};
