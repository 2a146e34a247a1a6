import { groupBy } from '../../model/group.js';
import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { decisionsComplainedOf, findingsOn } from '../case-file/conduct.rules.js';
import { findingStatus } from '../case-file/finding-status.rules.js';
import { itemOf, nameIn, refOf } from '../case-file/item.rules.js';
import { linkedWith, withItems } from '../case-file/linked-incidents.rules.js';
import type { BodyOnIncident, Disagreement } from './bodies-on-incident.type.js';

/** Which bodies addressed an incident, at which standard of proof, and where they disagree. */

export function bodiesOn(file: CaseFile, incident: IncidentEntry): BodyOnIncident[] {
  const all = withItems(file, incident, linkedWith(file, incident), ({ id }) => [
    ...findingsOn(file, id),
    ...decisionsComplainedOf(file, id),
  ]);
  return [...groupBy(all, ({ bodyId }) => bodyId)].map(([bodyId, findings]) => ({
    body: refOf(file, bodyId),
    findings: findings.map((finding) => ({
      type: finding.type,
      standard: finding.standard,
      standardAsStated: finding.standardAsStated,
      proofDomain: finding.proofDomain,
      status: findingStatus(file, finding),
      about: finding.aboutIds.map((id) => refOf(file, id)),
      item: finding.item,
    })),
  }));
}

/** A reversal, or a conviction beside an acquittal of the same person: decisions that cannot both stand. */
export function disagreementsOn(file: CaseFile, incident: IncidentEntry): Disagreement[] {
  const findings = findingsOn(file, incident.id);
  const reversals = findings.flatMap((later) =>
    later.relations
      .filter(({ relation }) => relation === 'REVERSES')
      .flatMap(({ toId }) => findings.filter(({ id }) => id === toId))
      .map((earlier) => ({
        about: earlier.aboutIds[0] ? refOf(file, earlier.aboutIds[0]) : null,
        sentence: `${nameIn(file, later.bodyId)} reversed what ${nameIn(file, earlier.bodyId)} had decided.`,
        items: [earlier, later].map((finding) => itemOf(file, finding)),
      })),
  );
  const reversed = new Set(reversals.flatMap(({ items }) => items.map(({ id }) => id)));
  const people = new Set(findings.flatMap(({ aboutIds }) => aboutIds));
  const opposed = [...people].flatMap((personId) => {
    const about = findings.filter(({ id, aboutIds }) => aboutIds.includes(personId) && !reversed.has(id));
    const [convictions, acquittals] = (['CONVICTION', 'ACQUITTAL'] as const).map((type) =>
      about.filter((finding) => finding.type === type),
    );
    if (!convictions?.length || !acquittals?.length) return [];
    return [
      {
        about: refOf(file, personId),
        sentence: 'One decision convicts and another acquits, and neither reverses the other in the sources.',
        items: [...convictions, ...acquittals].map((finding) => itemOf(file, finding)),
      },
    ];
  });
  return [...reversals, ...opposed];
}
