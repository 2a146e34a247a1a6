import type { STANDARD_OF_PROOF, Word } from '../../model/vocabulary.js';
import { type AttributionFile, type FindingFile, independentPublishers, isFirm } from '../case-file/case-file.rules.js';
import type { Found } from './found.rules.js';
import { type Situation, stands } from './situation.rules.js';

/** Judges of what happened and who did it: the underlying crime and the link to a perpetrator. */

const REASONABLE_GROUNDS: readonly Word<typeof STANDARD_OF_PROOF>[] = [
  'REASONABLE_GROUNDS_TO_BELIEVE',
  'SUBSTANTIAL_GROUNDS_TO_BELIEVE',
  'BALANCE_OF_PROBABILITIES',
  'CLEAR_AND_CONVINCING',
  'FULLY_CONCLUSIVE',
  'BEYOND_REASONABLE_DOUBT',
];

export const byCourtBeyondDoubt = (finding: FindingFile) =>
  finding.bodyKind === 'COURT' &&
  finding.type === 'CONVICTION' &&
  finding.standard === 'BEYOND_REASONABLE_DOUBT' &&
  finding.status === 'ACCEPTED';

/** Findings that blame nobody or a State, or that are about proceedings, support no element against a person. */
export const SUPPORTS_NOTHING: readonly FindingFile['type'][] = [
  'STATE_RESPONSIBILITY',
  'FAIR_TRIAL_ASSESSMENT',
  'ACQUITTAL',
  'DISCONTINUANCE',
];

export function underlyingCrime({ file, incident }: Situation): Found {
  const findings = file.findings.filter(({ concernsIds }) => concernsIds.includes(incident.id));
  const standingOnes = findings.filter((finding) => stands(file, finding));
  const supporting = standingOnes.filter(({ type }) => !SUPPORTS_NOTHING.includes(type));
  const overturned = findings.filter((finding) => !stands(file, finding) && !SUPPORTS_NOTHING.includes(finding.type));
  const reversing = standingOnes.filter(({ relations }) =>
    relations.some(({ relation, toId }) => relation === 'REVERSES' && overturned.some(({ id }) => id === toId)),
  );
  const byCourt = supporting.some(byCourtBeyondDoubt);
  const rest = standingOnes.filter((finding) => !supporting.includes(finding) && !reversing.includes(finding));
  return {
    supporting,
    against: [...overturned, ...reversing],
    context: rest.length + supporting.length === 0 ? [incident] : rest,
    because: [!byCourt && supporting.length > 0 && 'R18', overturned.length > 0 && 'R17'],
    established: byCourt ? 'BY_COURT' : null,
    reversed: overturned.length > 0,
    missing: [
      supporting.length === 0 && 'Looked for findings on the incident, and found none that calls it a crime.',
      !byCourt && 'A standing conviction by a court on this incident, beyond reasonable doubt.',
    ],
  };
}

export function perpetratorLink({ file, incident, perpetrators }: Situation): Found {
  const units = new Set(perpetrators.map(({ toId }) => toId));
  const findings = file.findings.filter(
    (finding) =>
      finding.concernsIds.includes(incident.id) &&
      finding.aboutIds.some((id) => units.has(id)) &&
      !SUPPORTS_NOTHING.includes(finding.type),
  );
  const supporting = findings.filter((finding) => stands(file, finding));
  const overturned = findings.filter((finding) => !stands(file, finding));
  const named: readonly (AttributionFile | FindingFile)[] = [...perpetrators, ...supporting];
  const established = supporting.some(
    (finding) =>
      (finding.bodyKind === 'COURT' || finding.bodyKind === 'COMMISSION') &&
      REASONABLE_GROUNDS.includes(finding.standard) &&
      finding.status === 'ACCEPTED' &&
      isFirm(file, finding) &&
      perpetrators.some(
        (attribution) =>
          finding.aboutIds.includes(attribution.toId) &&
          attribution.status === 'ACCEPTED' &&
          isFirm(file, attribution) &&
          independentPublishers(file, [...finding.citations, ...attribution.citations]) >= 2,
      ),
  );
  return {
    supporting: named,
    against: overturned,
    because: [perpetrators.length > 0 && 'R7', overturned.length > 0 && 'R17'],
    established: established ? 'BY_SOURCES' : null,
    reversed: overturned.length > 0,
    missing: [
      named.length === 0 && 'Looked for units named as perpetrators of the incident, and found none.',
      !established &&
        'A court or fact-finding body that names the unit at reasonable grounds or above, and an independent publisher that names it too.',
    ],
  };
}
