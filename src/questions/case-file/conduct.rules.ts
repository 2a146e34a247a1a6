import type { CaseFile, FindingEntry } from './case-file.rules.js';

/**
 * A court or an authority may itself do what an incident is about: it convicts somebody for a word against the war. Its
 * decision is then the conduct complained of, and proves nothing against anybody.
 */

export const isConductOf = ({ conductOfIds }: FindingEntry, incidentId: string) => conductOfIds.includes(incidentId);

const concerning = ({ findings }: CaseFile, incidentId: string) =>
  findings.filter(({ concernsIds }) => concernsIds.includes(incidentId));

/** The findings on an incident, without the decisions that are themselves its conduct. */
export const findingsOn = (file: CaseFile, incidentId: string): FindingEntry[] =>
  concerning(file, incidentId).filter((finding) => !isConductOf(finding, incidentId));

/** The decisions that are themselves the conduct of an incident. */
export const decisionsComplainedOf = (file: CaseFile, incidentId: string): FindingEntry[] =>
  concerning(file, incidentId).filter((finding) => isConductOf(finding, incidentId));

/** The people at whom the conduct of an incident is aimed: a decision against them is the incident. */
export const peopleAimedAt = (file: CaseFile, incidentId: string): string[] =>
  [...new Set(decisionsComplainedOf(file, incidentId).flatMap(({ aboutIds }) => aboutIds))].filter(
    (id) => file.entities.get(id)?.label === 'Person',
  );
