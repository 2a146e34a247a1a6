import { decisionsComplainedOf, findingsOn } from '../../case-file/conduct.rules.js';
import { isInForce } from '../../case-file/finding-status.rules.js';
import { byCourtBeyondDoubt, SUPPORTS_NOTHING } from './decisions.rules.js';
import type { Element } from './element.rules.js';

/** Whether a crime was committed. */
export const underlyingCrime: Element<'convictionAmongThem' | 'shortOfConviction'> = {
  ceilings: { shortOfConviction: { at: 'INDICATED', by: 'R18' } },
  assess({ file, incident }) {
    const findings = findingsOn(file, incident.id);
    const inForce = findings.filter((finding) => isInForce(file, finding));
    const supporting = inForce.filter(({ type }) => !SUPPORTS_NOTHING.includes(type));
    const overturned = findings.filter(
      (finding) => !isInForce(file, finding) && !SUPPORTS_NOTHING.includes(finding.type),
    );
    const reversing = inForce.filter(({ relations }) =>
      relations.some(({ relation, toId }) => relation === 'REVERSES' && overturned.some(({ id }) => id === toId)),
    );
    const byCourt = supporting.some(byCourtBeyondDoubt);
    const rest = inForce.filter((finding) => !supporting.includes(finding) && !reversing.includes(finding));
    return {
      supporting: byCourt ? { convictionAmongThem: supporting } : { shortOfConviction: supporting },
      against: [...overturned, ...reversing],
      context: [
        ...decisionsComplainedOf(file, incident.id),
        ...(rest.length + supporting.length === 0 ? [incident] : rest),
      ],
      because: [overturned.length > 0 && 'R17'],
      byCourt,
      reversed: overturned.length > 0,
      missing: [
        supporting.length === 0 && 'Looked for findings on the incident, and found none that calls it a crime.',
        !byCourt && 'A conviction by a court on this incident, beyond reasonable doubt, that has not been reversed.',
      ],
    };
  },
};
