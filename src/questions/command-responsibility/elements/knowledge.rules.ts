import type { KNOWLEDGE_EVIDENCE, Word } from '../../../model/vocabulary.js';
import { type IncidentEntry, type IndicatorEntry, isChecked } from '../../case-file/case-file.rules.js';
import { statementsCiting } from '../../notice/notice.rules.js';
import { indicatorsOf } from '../conduct-evidence.rules.js';
import type { Situation } from '../situation.rules.js';
import { isAccusation } from './decisions.rules.js';
import { type Element, marking, ONLY_A_COURT, type StatementOnDay } from './element.rules.js';

type KnowledgeEvidence = Word<typeof KNOWLEDGE_EVIDENCE>;

/** A statement, and what it is as evidence of knowledge. */
interface Sign {
  readonly statement: StatementOnDay;
  readonly is: KnowledgeEvidence;
}

/**
 * Whether the superior knew, or met the lesser test of the framework. Which evidence can meet which is data of the framework;
 * the rest is context. What findings on the person give, with a ceiling of its own, is added by findings-on-person.rules.ts.
 */
export const knowledge: Element<'indicators' | 'earlierIncidents'> = {
  ceilings: {
    indicators: { at: 'INDICATED', by: ONLY_A_COURT },
    earlierIncidents: { at: 'INDICATED', by: 'R11' },
  },
  assess(situation) {
    const { incident, framework } = situation;
    const { rule, direct = [], lesser = [] } = framework.knowledge ?? {};
    const all = indicatorsOf(situation, 'KNOWLEDGE');
    const before = all.filter(({ onMin }) => onMin <= incident.range.last.max);
    const later = all.filter((indicator) => !before.includes(indicator));
    const meets = ({ is }: Sign) => direct.includes(is) || lesser.includes(is);
    const marked = (sign: Sign) =>
      direct.includes(sign.is)
        ? sign.statement
        : marking(sign.statement, meets(sign) ? 'LESSER_TEST' : 'SHORT_OF_TEST');
    const indicators = before.filter(({ polarity }) => polarity === 'SUPPORTS').map(signOf);
    const ofEarlier = reportedBefore(situation);
    const during = reportedDuring(situation);
    const earlier = [...ofEarlier, ...during];
    const short = [...indicators, ...earlier].filter((sign) => !meets(sign));
    const supporting = [...indicators, ...earlier].filter(meets);
    return {
      supporting: {
        indicators: indicators.filter(meets).map(marked),
        earlierIncidents: earlier.filter(meets).map(marked),
      },
      against: before.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
      context: [...short.map(marked), ...later.map((indicator) => marking(indicator, 'AFTER_INCIDENT'))],
      because: [
        ofEarlier.some(meets) && 'R10',
        later.length + during.length > 0 && 'R14',
        (short.length > 0 || supporting.some(({ is }) => !direct.includes(is))) && (rule ?? false),
      ],
      missing: [
        supporting.length + short.length === 0 &&
          'Looked for reports addressed to the person, public notoriety, the place where the person was, and earlier similar incidents reported before; found none.',
        supporting.length === 0 &&
          short.length > 0 &&
          'Evidence that can meet the test of this framework: what was found is context, since the test asks for more.',
        'A court that found knowledge, beyond reasonable doubt.',
      ],
    };
  },
};

const signOf = (indicator: IndicatorEntry): Sign => ({ statement: indicator, is: indicator.code as KnowledgeEvidence });

/** What was in print on the incident itself while it went on; that somebody is accused is no notice of its own (R21). */
const reportedDuring = ({ file, reportedDuring: statements }: Situation): Sign[] =>
  statements
    .filter((statement) => !isAccusation(file, statement))
    .map((statement) => ({ statement, is: 'EARLIER_INCIDENT_IN_PRINT' }));

/** Everything in print before the incident on earlier similar incidents by subordinates, with only those citations. */
function reportedBefore(situation: Situation): Sign[] {
  const { file, incident, earlier } = situation;
  const inPrint = ({ reportId }: { readonly reportId: string }) => {
    const report = file.reports.get(reportId);
    return report?.publishedOn != null && report.publishedMax < incident.range.first.min;
  };
  return earlier.flatMap((one) => {
    const is = isAddressed(situation, one) ? 'EARLIER_INCIDENT_ADDRESSED' : 'EARLIER_INCIDENT_IN_PRINT';
    return statementsCiting(file, one, inPrint).map((statement) => ({ statement, is }));
  });
}

/** Whether a report on an earlier incident was addressed to the person before the incident ended. */
const isAddressed = ({ file, incident, personId }: Situation, { id }: IncidentEntry) =>
  file.indicators.some(
    (indicator) =>
      indicator.code === 'REPORT_ADDRESSED' &&
      indicator.polarity === 'SUPPORTS' &&
      isChecked(indicator) &&
      indicator.concernsIds.includes(personId) &&
      indicator.concernsIds.includes(id) &&
      indicator.onMin <= incident.range.last.max,
  );
