import type { FindingEntry } from '../../case-file/case-file.rules.js';

/** What a decision of a body can carry at all, before any element is assessed. */

export const byCourtBeyondDoubt = (finding: FindingEntry) =>
  finding.bodyKind === 'COURT' &&
  finding.type === 'CONVICTION' &&
  finding.standard === 'BEYOND_REASONABLE_DOUBT' &&
  finding.status === 'ACCEPTED';

/** Findings that blame nobody or a State, or that are about proceedings, support no element against a person. */
export const SUPPORTS_NOTHING: readonly FindingEntry['type'][] = [
  'STATE_RESPONSIBILITY',
  'FAIR_TRIAL_ASSESSMENT',
  'ACQUITTAL',
  'DISCONTINUANCE',
];
