import { type CaseFile, type FindingEntry, isChecked } from '../case-file/case-file.rules.js';
import { isInForce } from '../case-file/finding-status.rules.js';
import { nameIn } from '../case-file/item.rules.js';
import type { Situation } from './situation.rules.js';

export function presumptionOf({ file, findingsOnPerson, personId }: Situation): string {
  const name = nameIn(file, personId);
  const convictions = findingsOnPerson.filter(
    (finding) => finding.type === 'CONVICTION' && isChecked(finding) && isInForce(file, finding),
  );
  const final = convictions.find((finding) => isFinal(file, finding));
  if (final)
    return `${name} was finally convicted on this incident: ${nameIn(file, final.bodyId)}, ${final.decidedOn}.`;
  if (convictions.length > 0)
    return `${name} was convicted on this incident; the sources do not show that the conviction is final. Every person is presumed innocent until finally convicted.`;
  return `${name} is presumed innocent: the sources show no final conviction on this incident.`;
}

/** Final in the sources: a later decision of a court upheld it. */
const isFinal = (file: CaseFile, { id }: FindingEntry) =>
  file.findings.some(
    (later) =>
      later.bodyKind === 'COURT' &&
      later.status === 'ACCEPTED' &&
      isInForce(file, later) &&
      later.relations.some(({ relation, toId }) => relation === 'AFFIRMS' && toId === id),
  );
