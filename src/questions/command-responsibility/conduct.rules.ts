import { inWords } from '../../model/words.js';
import type { IndicatorFile, MeasureFile } from '../case-file/case-file.rules.js';
import { COMMANDING_ROLES } from '../chain-of-command/chain-of-command.rules.js';
import type { Found, Marked, Statement } from './found.rules.js';
import { indicatorsOf, measuresOf, type Situation } from './situation.rules.js';

/** Judges of what the superior knew, did and left undone. */

export function knowledge(situation: Situation): Found {
  const { incident } = situation;
  const all = indicatorsOf(situation, 'KNOWLEDGE');
  const before = all.filter(({ onMin }) => onMin <= incident.range.last.max);
  const supporting = before.filter(({ polarity }) => polarity === 'SUPPORTS');
  const earlier = reportedBefore(situation);
  const later = all.filter((indicator) => !before.includes(indicator));
  return {
    supporting: [...supporting, ...earlier],
    against: before.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
    context: later.map((indicator): Marked => ({ statement: indicator, marks: ['AFTER_INCIDENT'] })),
    because: [earlier.length > 0 && 'R10', earlier.length > 0 && 'R11', later.length > 0 && 'R14'],
    missing: [
      supporting.length + earlier.length === 0 &&
        'Looked for reports addressed to the person, public notoriety, the place where the person was, and earlier similar incidents reported before; found none.',
      'A court that found knowledge, beyond reasonable doubt.',
    ],
  };
}

/** All that was in print on earlier similar incidents by subordinates before the incident, with those citations alone. */
function reportedBefore({ file, incident, earlier }: Situation): Statement[] {
  const inPrint = ({ reportId }: { readonly reportId: string }) => {
    const report = file.reports.get(reportId);
    return report?.publishedOn != null && report.publishedMax < incident.range.first.min;
  };
  return earlier.flatMap((one) => {
    const about = [
      one,
      ...file.attributions.filter(({ incidentId }) => incidentId === one.id),
      ...file.findings.filter(({ concernsIds }) => concernsIds.includes(one.id)),
    ];
    return about
      .map((statement) => ({ ...statement, citations: statement.citations.filter(inPrint) }))
      .filter(({ citations }) => citations.length > 0);
  });
}

/** Measures that look forward, whenever they are taken on the day of an incident itself. */
const PREVENTIVE: readonly MeasureFile['kind'][] = [
  'ORDER_TO_PREVENT',
  'ORDER_TO_STOP',
  'REMINDER_OF_LAW',
  'TRAINING',
  'WITHDRAWAL_OF_UNIT',
];
const REPRESSIVE: readonly MeasureFile['kind'][] = [
  'INQUIRY_OPENED',
  'DISCIPLINE',
  'PENAL_REFERRAL',
  'REPORTED_UP',
  'COMMAND_CHANGE',
  'RESIGNATION',
];
const NOT_A_MEASURE: readonly MeasureFile['kind'][] = ['NONE_REPORTED', 'PROMOTION_OR_HONOUR_AFTER'];

export function failureToPrevent(situation: Situation): Found {
  const { range } = situation.incident;
  const inTime = ({ onMin, onMax, kind }: MeasureFile) =>
    onMax < range.first.min || (onMin <= range.last.max && (PREVENTIVE.includes(kind) || kind === 'NONE_REPORTED'));
  return failure(
    situation,
    measuresOf(situation, true).filter(inTime),
    PREVENTIVE,
    'A source on what the person did or left undone to prevent the incident.',
  );
}

export function failureToPunish(situation: Situation): Found {
  const { incident, held, otherPosts, framework } = situation;
  const { range } = incident;
  const after = ({ onMax, kind }: MeasureFile) => onMax >= range.first.min && !PREVENTIVE.includes(kind);
  const found = failure(
    situation,
    measuresOf(situation, false).filter(after),
    REPRESSIVE,
    'A source on what the person did or left undone to punish those responsible or to submit the matter to the authorities.',
  );
  const successions = otherPosts.filter(
    ({ role, range: post }) => COMMANDING_ROLES.includes(role) && post.first.min > range.last.max,
  );
  const notices = new Set(
    situation.notices
      .filter(({ time, isEarlier }) => !isEarlier && time !== 'BEFORE_INCIDENT')
      .map(({ item }) => item.id),
  );
  const learned = situation.file.indicators.filter(({ id }) => notices.has(id));
  const withNotice: Found = { ...found, context: [...(found.context ?? []), ...learned] };
  if (held.length > 0 || successions.length === 0) return withNotice;
  const posts = successions.map((statement): Marked => ({ statement, marks: ['SUCCESSOR'] }));
  if (framework.successor === 'NOT_MET')
    return {
      ...withNotice,
      context: [...(withNotice.context ?? []), ...posts],
      because: [...withNotice.because, 'R9'],
      atMost: 'NO_EVIDENCE',
    };
  return {
    ...withNotice,
    supporting: [...withNotice.supporting, ...posts],
    because: [...withNotice.because, 'R9'],
    atMost: 'CONTESTED',
  };
}

/** A failure rests on a source that says so; any measure weighs against it, whatever its kind. */
function failure(
  situation: Situation,
  measures: readonly MeasureFile[],
  kinds: readonly MeasureFile['kind'][],
  sought: string,
): Found {
  const none = measures.filter(({ kind }) => kind === 'NONE_REPORTED');
  const taken = measures.filter(({ kind }) => !NOT_A_MEASURE.includes(kind));
  const group = indicatorsOf(situation, 'FAILURE').filter(({ concernsIds }) =>
    concernsIds.includes(situation.incident.id),
  );
  const unreported = kinds.filter((kind) => !taken.some((measure) => measure.kind === kind));
  return {
    supporting: none,
    against: taken,
    context: [...measures.filter(({ kind }) => kind === 'PROMOTION_OR_HONOUR_AFTER'), ...group],
    because: ['R14', taken.length > 0 && 'R12', taken.length > 0 && 'R13'],
    missing: [
      none.length === 0 && `${sought} Silence of the sources is not evidence of a failure.`,
      unreported.length > 0 && `Not reported by any source: ${unreported.map(inWords).join(', ')}.`,
    ],
  };
}

/** Elements that are only ever cited, never inferred. */
export function cited(situation: Situation, code: IndicatorFile['code'], sought: string): Found {
  const indicators = situation.file.indicators.filter(
    (indicator) => indicator.code === code && indicatorsOf(situation, indicator.group).includes(indicator),
  );
  return {
    supporting: indicators.filter(({ polarity }) => polarity === 'SUPPORTS'),
    against: indicators.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
    because: [],
    missing: [indicators.length === 0 && `Looked for ${sought}, and found none.`],
  };
}
