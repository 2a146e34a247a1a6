import { findingsOn } from '../../case-file/conduct.rules.js';
import { indicatorsOf } from '../conduct-evidence.rules.js';
import type { Situation } from '../situation.rules.js';
import { type Element, type Evidence, ONLY_A_COURT, type StatementOnDay } from './element.rules.js';

/**
 * Whether the superior knew, or met the lesser test of the framework. What findings on the person give, with a ceiling of
 * its own, is added by findings-on-person.rules.ts; the sentence of each rule stands in ../legal-rules.rules.ts.
 */
export const knowledge: Element<'indicators' | 'earlierIncidents'> = {
  ceilings: {
    indicators: { at: 'INDICATED', by: ONLY_A_COURT },
    earlierIncidents: { at: 'INDICATED', by: 'R11' },
  },
  assess(situation) {
    const { incident } = situation;
    const all = indicatorsOf(situation, 'KNOWLEDGE');
    const before = all.filter(({ onMin }) => onMin <= incident.range.last.max);
    const indicators = before.filter(({ polarity }) => polarity === 'SUPPORTS');
    const earlierIncidents = reportedBefore(situation);
    const later = all.filter((indicator) => !before.includes(indicator));
    return {
      supporting: { indicators, earlierIncidents },
      against: before.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
      context: later.map((indicator): Evidence => ({ statement: indicator, marks: ['AFTER_INCIDENT'] })),
      because: [earlierIncidents.length > 0 && 'R10', later.length > 0 && 'R14'],
      missing: [
        indicators.length + earlierIncidents.length === 0 &&
          'Looked for reports addressed to the person, public notoriety, the place where the person was, and earlier similar incidents reported before; found none.',
        'A court that found knowledge, beyond reasonable doubt.',
      ],
    };
  },
};

/** Everything in print before the incident on earlier similar incidents by subordinates, with only those citations. */
function reportedBefore({ file, incident, earlier }: Situation): StatementOnDay[] {
  const inPrint = ({ reportId }: { readonly reportId: string }) => {
    const report = file.reports.get(reportId);
    return report?.publishedOn != null && report.publishedMax < incident.range.first.min;
  };
  return earlier.flatMap((one) => {
    const about = [
      one,
      ...file.attributions.filter(({ incidentId }) => incidentId === one.id),
      ...findingsOn(file, one.id),
    ];
    return about
      .map((statement) => ({ ...statement, citations: statement.citations.filter(inPrint) }))
      .filter(({ citations }) => citations.length > 0);
  });
}
