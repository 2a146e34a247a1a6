import type { MeasureEntry } from '../../case-file/case-file.rules.js';
import { measuresOf } from '../conduct-evidence.rules.js';
import type { Situation } from '../situation.rules.js';
import { type Element, ONLY_A_COURT } from './element.rules.js';
import { failure, PREVENTIVE, REPRESSIVE } from './measures.rules.js';
import { markedPost } from './posts.rules.js';

/** What the superior did or left undone after the incident to punish it, or to submit it to the authorities. */
export const failureToPunish: Element<'noneReported'> = {
  ceilings: { noneReported: { at: 'INDICATED', by: ONLY_A_COURT } },
  assess(situation) {
    const { range } = situation.incident;
    const after = ({ onMax, kind }: MeasureEntry) => onMax >= range.first.min && !PREVENTIVE.includes(kind);
    const reported = failure(
      situation,
      measuresOf(situation, false).filter(after),
      REPRESSIVE,
      'A source on what the person did or left undone to punish those responsible or to submit the matter to the authorities.',
    );
    // Whether a successor has the duty is a question of law: a flag on the answer, never a grade of evidence.
    const posts =
      situation.heldPosts.length > 0 ? [] : situation.successorPosts.map((post) => markedPost(situation, post));
    return {
      ...reported,
      context: [...(reported.context ?? []), ...noticesAfter(situation), ...posts],
      because: [...reported.because, posts.length > 0 && 'R9'],
    };
  },
};

/** Occasions on which the person could have learned of the incident itself, once it had happened. */
function noticesAfter({ file, notices }: Situation) {
  const ids = new Set(
    notices.filter(({ time, isEarlier }) => !isEarlier && time !== 'BEFORE_INCIDENT').map(({ item }) => item.id),
  );
  return file.indicators.filter(({ id }) => ids.has(id));
}
