import { CODES_OF_NO_CRIME, CRIMES_BY_KIND } from '../../../model/vocabulary.js';
import type { FindingEntry, IncidentEntry } from '../../case-file/case-file.rules.js';
import { decisionsComplainedOf, findingsOn } from '../../case-file/conduct.rules.js';
import { isInForce } from '../../case-file/finding-status.rules.js';
import { byCourtBeyondDoubt, isAccusing, SUPPORTS_NOTHING } from './decisions.rules.js';
import { type Element, marking } from './element.rules.js';

/** Whether a crime was committed. */
export const underlyingCrime: Element<'convictionAmongThem' | 'shortOfConviction' | 'privateBodies'> = {
  ceilings: {
    shortOfConviction: { at: 'INDICATED', by: 'R23' },
    privateBodies: { at: 'INDICATED', by: 'R18' },
  },
  assess({ file, incident }) {
    const findings = findingsOn(file, incident.id);
    const inForce = findings.filter((finding) => isInForce(file, finding));
    const supporting = inForce.filter((finding) => namesACrime(incident, finding));
    const bare = inForce.filter((finding) => blames(finding) && !supporting.includes(finding));
    const rest = inForce.filter((finding) => !supporting.includes(finding) && !bare.includes(finding));
    const others = [...rest, ...bare.map((finding) => marking(finding, 'NO_CRIME_NAMED'))];
    const byCourt = supporting.some(byCourtBeyondDoubt);
    return {
      supporting: { [kindOf(supporting)]: supporting },
      against: [],
      context: [...decisionsComplainedOf(file, incident.id), ...(findings.length === 0 ? [incident] : others)],
      because: [bare.length > 0 && 'R22'],
      byCourt,
      missing: [
        supporting.length === 0 && 'Looked for findings on the incident, and found none that calls it a crime.',
        !byCourt && 'A conviction by a court on this incident, beyond reasonable doubt, that has not been reversed.',
      ],
    };
  },
};

const blames = ({ type }: FindingEntry) => !SUPPORTS_NOTHING.includes(type);

/** Whether a finding calls the incident a crime, or states facts of an incident that is a crime by what it is (R22). */
function namesACrime({ kinds }: IncidentEntry, finding: FindingEntry): boolean {
  const { type, classifications, inOwnWords = true } = finding;
  if (!blames(finding)) return false;
  if (type === 'CONVICTION' || isAccusing(finding)) return true;
  if (type === 'LEGAL_QUALIFICATION' && classifications.length === 0 && inOwnWords) return true;
  if (classifications.some(({ code }) => !CODES_OF_NO_CRIME.includes(code))) return true;
  return kinds.length > 0 && kinds.every((kind) => kind in CRIMES_BY_KIND);
}

/** What the support amounts to at most: the rule that caps it is the one that the answer names. */
function kindOf(supporting: readonly FindingEntry[]): 'convictionAmongThem' | 'shortOfConviction' | 'privateBodies' {
  if (supporting.some(byCourtBeyondDoubt)) return 'convictionAmongThem';
  const isPrivate = ({ bodyKind, type }: FindingEntry) =>
    bodyKind === 'NGO' || bodyKind === 'NEWSPAPER' || type === 'SANCTION';
  return supporting.every(isPrivate) ? 'privateBodies' : 'shortOfConviction';
}
