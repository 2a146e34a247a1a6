import type { CaseFile, FindingEntry } from '../../case-file/case-file.rules.js';
import { findingsOn } from '../../case-file/conduct.rules.js';
import { isInForce } from '../../case-file/finding-status.rules.js';
import type { ItemMark } from '../../case-file/item.rules.js';
import type { ElementName } from '../frameworks.rules.js';
import { meansFramework, type Situation } from '../situation.rules.js';
import { SUPPORTS_NOTHING } from './decisions.rules.js';
import { type Evidence, marking } from './element.rules.js';

/** Decisions in favour of somebody, under whatever test they were made: acquittals, reversals, and what they reversed. */
export interface InFavour {
  readonly against: readonly Evidence[];
  readonly context: readonly Evidence[];
  /** Whether one of the findings was reversed. */
  readonly hasReversal: boolean;
  /** Whether a reversal turned on this very element. */
  readonly isReversed: boolean;
}

/** What is so of the incident is so for everybody: that no crime was proven, or that another unit did it. */
const OF_THE_INCIDENT: readonly ElementName[] = ['UNDERLYING_CRIME', 'PERPETRATOR_LINK'];

/** What decisions in favour say on an element: they weigh against it only if they are stated to have turned on it (R17). */
export function inFavour(situation: Situation, name: ElementName): InFavour {
  const { file, incident, findingsOnPerson } = situation;
  const onIncident = findingsOn(file, incident.id);
  const { overturned, favourable } = decisionsAmong(
    file,
    OF_THE_INCIDENT.includes(name) ? onIncident : findingsOnPerson,
  );
  const turned = favourable.filter(({ turnedOn }) => turnedOn.includes(name));
  const undone = overturned.filter((finding) => turned.some((one) => reverses(one, finding)));
  const against = [...turned, ...undone];
  const context = [...favourable, ...overturned].filter((finding) => !against.includes(finding));
  return {
    against: against.map((finding) => marked(situation, finding)),
    context: context.map((finding) => marked(situation, finding, turning(favourable, finding))),
    hasReversal: overturned.length > 0,
    isReversed: undone.length > 0,
  };
}

const reverses = ({ relations }: FindingEntry, { id }: FindingEntry) =>
  relations.some(({ relation, toId }) => relation === 'REVERSES' && toId === id);

/** Acquittals among findings, those of them that no longer stand, and whatever reversed one that was to somebody's charge. */
function decisionsAmong(file: CaseFile, findings: readonly FindingEntry[]) {
  const overturned = findings.filter((finding) => !isInForce(file, finding));
  const charged = overturned.filter(({ type }) => !SUPPORTS_NOTHING.includes(type));
  const favourable = file.findings.filter(
    (finding) =>
      isInForce(file, finding) &&
      ((finding.type === 'ACQUITTAL' && findings.includes(finding)) || charged.some((one) => reverses(finding, one))),
  );
  return { overturned, favourable };
}

/** Why a decision in favour does not weigh against the element. */
function turning(favourable: readonly FindingEntry[], finding: FindingEntry): ItemMark[] {
  if (!favourable.includes(finding)) return [];
  return [finding.turnedOn.length === 0 ? 'TURNED_ON_NOT_STATED' : 'TURNED_ON_ANOTHER_ELEMENT'];
}

/** A decision by other modes than those of this test says so. */
const marked = (situation: Situation, finding: FindingEntry, marks: readonly ItemMark[] = []): Evidence =>
  marking(finding, ...marks, ...(meansFramework(situation, finding) ? [] : (['UNDER_ANOTHER_TEST'] as const)));
