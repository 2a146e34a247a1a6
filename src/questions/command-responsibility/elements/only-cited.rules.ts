import type { IndicatorEntry } from '../../case-file/case-file.rules.js';
import { indicatorsOf } from '../conduct-evidence.rules.js';
import type { Situation } from '../situation.rules.js';
import type { Assessment } from './element.rules.js';

/** Elements that no rule infers: a source says so, or there is nothing. */
export function onlyCited(
  situation: Situation,
  code: IndicatorEntry['code'],
  question: string,
): Assessment<'citations'> {
  const indicators = situation.file.indicators.filter(
    (indicator) => indicator.code === code && indicatorsOf(situation, indicator.group).includes(indicator),
  );
  return {
    supporting: { citations: indicators.filter(({ polarity }) => polarity === 'SUPPORTS') },
    against: indicators.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
    because: [],
    missing: [indicators.length === 0 && `Looked for a source that says that ${question}, and found none.`],
  };
}
