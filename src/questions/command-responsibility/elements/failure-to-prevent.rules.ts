import type { MeasureEntry } from '../../case-file/case-file.rules.js';
import { measuresOf } from '../conduct-evidence.rules.js';
import { type Element, ONLY_A_COURT } from './element.rules.js';
import { failure, PREVENTIVE } from './measures.rules.js';

/** What the superior did or left undone before the incident. */
export const failureToPrevent: Element<'noneReported'> = {
  ceilings: { noneReported: { at: 'INDICATED', by: ONLY_A_COURT } },
  assess(situation) {
    const { range } = situation.incident;
    const inTime = ({ onMin, onMax, kind }: MeasureEntry) =>
      onMax < range.first.min || (onMin <= range.last.max && (PREVENTIVE.includes(kind) || kind === 'NONE_REPORTED'));
    return failure(
      situation,
      measuresOf(situation, true).filter(inTime),
      PREVENTIVE,
      'A source on what the person did or left undone to prevent the incident.',
    );
  },
};
