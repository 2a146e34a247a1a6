import { inWords } from '../../../model/words.js';
import type { MeasureEntry } from '../../case-file/case-file.rules.js';
import { indicatorsOf } from '../conduct-evidence.rules.js';
import type { Situation } from '../situation.rules.js';
import type { Assessment } from './element.rules.js';

/** Measures that look forward, whenever they are taken on the day of an incident itself. */
export const PREVENTIVE: readonly MeasureEntry['kind'][] = [
  'ORDER_TO_PREVENT',
  'ORDER_TO_STOP',
  'REMINDER_OF_LAW',
  'TRAINING',
  'WITHDRAWAL_OF_UNIT',
];
export const REPRESSIVE: readonly MeasureEntry['kind'][] = [
  'INQUIRY_OPENED',
  'DISCIPLINE',
  'PENAL_REFERRAL',
  'REPORTED_UP',
  'COMMAND_CHANGE',
  'RESIGNATION',
];
const NOT_A_MEASURE: readonly MeasureEntry['kind'][] = ['NONE_REPORTED', 'PROMOTION_OR_HONOUR_AFTER'];

/** A failure rests on a source that says so; any measure weighs against it, whatever its kind. */
export function failure(
  situation: Situation,
  measures: readonly MeasureEntry[],
  kinds: readonly MeasureEntry['kind'][],
  question: string,
): Assessment<'noneReported'> & { readonly supporting: { readonly noneReported: readonly MeasureEntry[] } } {
  const noneReported = measures.filter(({ kind }) => kind === 'NONE_REPORTED');
  const reported = measures.filter(({ kind }) => !NOT_A_MEASURE.includes(kind));
  const indicators = indicatorsOf(situation, 'FAILURE').filter(({ concernsIds }) =>
    concernsIds.includes(situation.incident.id),
  );
  const unreported = kinds.filter((kind) => !reported.some((measure) => measure.kind === kind));
  return {
    supporting: { noneReported },
    against: reported,
    context: [...measures.filter(({ kind }) => kind === 'PROMOTION_OR_HONOUR_AFTER'), ...indicators],
    because: ['R14', reported.length > 0 && 'R12', reported.length > 0 && 'R13'],
    missing: [
      noneReported.length === 0 && `${question} Silence of the sources is not evidence of a failure.`,
      unreported.length > 0 && `Not reported by any source: ${unreported.map(inWords).join(', ')}.`,
    ],
  };
}
