import { COMMANDING_ROLES } from '../../../model/command-words.js';
import type { IndicatorEntry } from '../../case-file/case-file.rules.js';
import type { PostingOn } from '../../case-file/cover.rules.js';
import type { ItemMark } from '../../case-file/item.rules.js';
import { indicatorsOf, indicatorsOnPerson, isOverForce } from '../conduct-evidence.rules.js';
import type { Situation } from '../situation.rules.js';
import { type Element, type Evidence, marking, ONLY_A_COURT } from './element.rules.js';

/** Whether the person could in fact prevent or punish: over the force that did it, and no other. */
export const effectiveControl: Element<'indicators' | 'chain'> = {
  ceilings: {
    indicators: { at: 'INDICATED', by: ONLY_A_COURT },
    chain: { at: 'INDICATED', by: 'R1' },
  },
  assess(situation) {
    const { heldPosts, otherPosts, path, nonCommandLinks, otherSuperiors } = situation;
    const all = indicatorsOf(situation, 'CONTROL').filter(
      ({ code }) => code !== 'CAUSATION_CITED' && code !== 'WITHIN_RESPONSIBILITY',
    );
    const overForce = all.filter((indicator) => isOverForce(situation, indicator));
    const indicators = indicatorsOnPerson(situation, 'CONTROL').filter((indicator) => overForce.includes(indicator));
    const posts = heldPosts.filter(({ atId }) => path?.unitIds.includes(atId));
    const appointed = posts.filter(({ appointedById }) => appointedById !== null);
    const end = endOfPosts([...heldPosts, ...otherPosts]);
    const isAfterPost = (indicator: IndicatorEntry) => end !== null && indicator.onMin > end;
    return {
      supporting: {
        indicators: [
          ...indicators.map((indicator) => markedIndicator(situation, indicator, isAfterPost(indicator))),
          ...appointed,
        ],
        chain: path ? [...posts, ...path.links] : [],
      },
      against: overForce.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
      context: [...nonCommandLinks, ...all.filter((indicator) => !overForce.includes(indicator))],
      because: [
        (appointed.length > 0 || indicators.some(({ code }) => code === 'FORMAL_APPOINTMENT')) && 'R2',
        indicators.some(isAfterPost) && 'R3',
        nonCommandLinks.some(({ kind }) => kind === 'COOPERATION') && 'R4',
        path !== null && otherSuperiors.length > 0 && 'R6',
      ],
      missing: [
        indicators.length + appointed.length === 0 &&
          'Sources on what the person could do: orders given and followed, discipline, promotion, forces sent or withdrawn.',
        'A court that found effective control, beyond reasonable doubt.',
      ],
    };
  },
};

function markedIndicator({ incident }: Situation, indicator: IndicatorEntry, isAfterPost: boolean): Evidence {
  const marks: ItemMark[] = isAfterPost ? ['AFTER_END_OF_POST'] : [];
  if (indicator.onMin > incident.range.last.max) marks.push('AFTER_INCIDENT');
  return marking(indicator, ...marks);
}

/** The last day on which the person may have held a post of command whose end is stated; null where one goes on. */
function endOfPosts(posts: readonly PostingOn[]): string | null {
  const commanding = posts.filter(({ role }) => COMMANDING_ROLES.includes(role));
  if (commanding.length === 0 || commanding.some(({ range }) => range.lastHardness !== 'END')) return null;
  return (
    commanding
      .map(({ range }) => range.last.max)
      .sort()
      .at(-1) ?? null
  );
}
