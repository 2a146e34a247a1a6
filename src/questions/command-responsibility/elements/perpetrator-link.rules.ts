import type { STANDARD_OF_PROOF, Word } from '../../../model/vocabulary.js';
import type { AttributionEntry, CaseFile, FindingEntry } from '../../case-file/case-file.rules.js';
import { findingsOn } from '../../case-file/conduct.rules.js';
import { isInForce } from '../../case-file/finding-status.rules.js';
import { independentPublishers, isFirm } from '../../case-file/independence.rules.js';
import { namedTogether } from '../../command/perpetrators.rules.js';
import type { Situation } from '../situation.rules.js';
import { isAccusation, SUPPORTS_NOTHING } from './decisions.rules.js';
import type { Element } from './element.rules.js';

/** Whether sources name a unit for the crime. */
export const perpetratorLink: Element<'attributionsAndFindings' | 'sanctionAndPublisher'> = {
  ceilings: { sanctionAndPublisher: { at: 'INDICATED', by: 'R18' } },
  assess(situation) {
    const { file, incident, perpetrators } = situation;
    const findings = findingsOnPerpetrators(situation);
    const supporting = findings.filter((finding) => isInForce(file, finding));
    const all: readonly (AttributionEntry | FindingEntry)[] = [...perpetrators, ...supporting];
    const settling = supporting.filter((finding) => settles(file, finding, perpetrators));
    const bySanctionAlone = settling.length > 0 && settling.every(({ type }) => type === 'SANCTION');
    const established = settling.length > 0 && !bySanctionAlone;
    return {
      supporting: bySanctionAlone ? { sanctionAndPublisher: all } : { attributionsAndFindings: all },
      against: [],
      context: namedTogether(file, incident.id),
      because: [perpetrators.length > 0 && 'R7'],
      corroboration: { attributionsAndFindings: established, sanctionAndPublisher: bySanctionAlone },
      missing: [
        all.length === 0 && 'Looked for units named as perpetrators of the incident, and found none.',
        !established &&
          'A court or fact-finding body that names the unit at reasonable grounds or above, and an independent publisher that names it too.',
      ],
    };
  },
};

/** Findings on the incident about a unit that is named as its perpetrator. */
function findingsOnPerpetrators({ file, incident, perpetrators }: Situation): FindingEntry[] {
  const units = new Set(perpetrators.map(({ toId }) => toId));
  return findingsOn(file, incident.id).filter(
    ({ type, aboutIds }) => aboutIds.some((id) => units.has(id)) && !SUPPORTS_NOTHING.includes(type),
  );
}

const FACT_FINDING: readonly FindingEntry['bodyKind'][] = ['COURT', 'COMMISSION'];

const REASONABLE_GROUNDS: readonly Word<typeof STANDARD_OF_PROOF>[] = [
  'REASONABLE_GROUNDS_TO_BELIEVE',
  'SUBSTANTIAL_GROUNDS_TO_BELIEVE',
  'BALANCE_OF_PROBABILITIES',
  'CLEAR_AND_CONVINCING',
  'FULLY_CONCLUSIVE',
  'BEYOND_REASONABLE_DOUBT',
];

/** Whether a court or fact-finding body names a unit at reasonable grounds or above, and an independent publisher names it too. */
function settles(file: CaseFile, finding: FindingEntry, perpetrators: readonly AttributionEntry[]): boolean {
  const { bodyKind, standard, aboutIds, citations } = finding;
  const isIndependent = (attribution: AttributionEntry) =>
    independentPublishers(file, [...citations, ...attribution.citations]) >= 2;
  return (
    FACT_FINDING.includes(bodyKind) &&
    REASONABLE_GROUNDS.includes(standard) &&
    isAcceptedAndFirm(file, finding) &&
    perpetrators.some(
      (attribution) =>
        aboutIds.includes(attribution.toId) && isAcceptedAndFirm(file, attribution) && isIndependent(attribution),
    )
  );
}

const isAcceptedAndFirm = (file: CaseFile, statement: AttributionEntry | FindingEntry) =>
  statement.status === 'ACCEPTED' && !isAccusation(file, statement) && isFirm(file, statement);
