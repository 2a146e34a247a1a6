import { COMMANDING_ROLES } from '../../../model/command-words.js';
import { END_OF_DAYS, namesNoDay } from '../../../model/date-range.js';
import { knownThrough, type PostingOn } from '../../case-file/cover.rules.js';
import type { Situation } from '../situation.rules.js';
import type { Element } from './element.rules.js';
import { corroboratedPost, markedPost } from './posts.rules.js';

/** Whether the post, the chain and the incident all fall on the day. */
export const temporalCoincidence: Element<'citedDay' | 'uncertainDay'> = {
  ceilings: { uncertainDay: { at: 'INDICATED', by: 'R19' } },
  assess(situation) {
    const { heldPosts, otherPosts, successorPosts, path } = situation;
    const orders = ordersAlone(situation);
    const otherCommands = otherPosts.filter(({ role }) => COMMANDING_ROLES.includes(role));
    const isSuccessor = heldPosts.length === 0 && successorPosts.length > 0;
    const isCorroborated = path !== null && corroboratedPost(situation, heldPosts);
    return {
      supporting: isUncertain(situation)
        ? { uncertainDay: [...heldPosts, ...orders] }
        : { citedDay: heldPosts, uncertainDay: orders },
      against: otherCommands.filter((posting) => contradicts(posting, heldPosts)),
      context: isSuccessor ? otherCommands.map((posting) => markedPost(situation, posting)) : [],
      because: [isSuccessor && 'R8', isSuccessor && 'R9'],
      corroboration: { citedDay: isCorroborated, uncertainDay: isCorroborated },
      missing: missingFor(situation),
    };
  },
};

/** Orders of appointment, where no accepted claim has the person hold a post on the day. */
const ordersAlone = ({ heldPosts, appointments }: Situation) =>
  heldPosts.some(({ status }) => status === 'ACCEPTED') ? [] : appointments.map(({ indicator }) => indicator);

const isCited = ({ heldPosts }: Situation) => heldPosts.some(({ cover }) => cover === 'CITED');

/** Whether sources that can know of the day date the incident to it, and not only to some days of which it is one. */
const isDated = ({ file, day, incident }: Situation) => {
  const { first, last } = incident.range;
  return !namesNoDay(incident.range) && day >= first.max && day <= last.min && day <= knownThrough(file)(incident);
};

/** Whether sources cover the day imprecisely or by assumption: for the post, for a link of the chain, or for the incident. */
const isUncertain = (situation: Situation) =>
  !isCited(situation) || !isDated(situation) || situation.path?.cited === false;

const missingFor = (situation: Situation) => {
  const { heldPosts, path, daysInWords } = situation;
  const withoutDate = !isDated(situation) && 'A source that dates the incident to the day.';
  if (heldPosts.length + situation.appointments.length === 0)
    return [`Looked for posts of command ${daysInWords}, and found none.`, withoutDate];
  return [
    !isCited(situation) && 'A source that cites the post on the day itself.',
    !path?.cited && 'Sources that cite each link of a chain up to the post on the day itself.',
    withoutDate,
    !corroboratedPost(situation, heldPosts) && 'A second independent firm source for the post on the day.',
  ];
};

/** A claim about the same post that leaves the day out, although its time overlaps that of one that covers it. */
const contradicts = (posting: PostingOn, heldPosts: readonly PostingOn[]) =>
  posting.cover === 'NONE' && heldPosts.some((other) => isSamePost(posting, other) && overlaps(posting, other));

const isSamePost = (one: PostingOn, other: PostingOn) => one.atId === other.atId && one.role === other.role;

/** Whether the time of a post overlaps that of one held on the day, which goes on if no source states its end. */
const overlaps = ({ range }: PostingOn, { range: onDay }: PostingOn) =>
  range.first.min <= (onDay.lastHardness === 'END' ? onDay.last.max : END_OF_DAYS) && range.last.max >= onDay.first.min;
