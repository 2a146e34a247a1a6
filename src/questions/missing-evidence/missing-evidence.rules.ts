import type { CaseFile, IncidentFile } from '../case-file/case-file.rules.js';
import type { EvidenceItem, Ref } from '../case-file/item.rules.js';
import { CHAIN_GAPS, type ChainGap } from '../chain-of-command/chain-of-command.rules.js';
import { peopleOf, responsibilityOf } from '../command-responsibility/command-responsibility.rules.js';
import type { ElementName, FrameworkName } from '../command-responsibility/frameworks.rules.js';
import type { Grade } from '../command-responsibility/grade.rules.js';
import { incidentChains } from '../incident-chains/incident-chains.rules.js';

/** What is not there: what would lift a grade, where a chain has gaps, and which links and posts hang by one thread. */
export interface MissingEvidence {
  /** Each thing missed once, those first that bear on most elements of most people. */
  readonly wanted: readonly Wanted[];
  readonly gaps: readonly { readonly unit: Ref; readonly gap: ChainGap; readonly sentence: string }[];
  /** Links and posts that rest on one publisher. */
  readonly singleSource: readonly EvidenceItem[];
  /** Links and posts graded below B2. */
  readonly notFirm: readonly EvidenceItem[];
}

export interface Wanted {
  readonly sentence: string;
  readonly bearsOn: readonly { readonly person: Ref; readonly element: ElementName; readonly grade: Grade }[];
}

export function missingEvidence(
  file: CaseFile,
  incident: IncidentFile,
  framework: FrameworkName,
  day: string,
): MissingEvidence {
  const units = incidentChains(file, incident, day)
    .flatMap(({ chains }) => chains.flatMap(({ levels }) => levels.flatMap((level) => level.units)))
    .filter((unit, index, all) => all.findIndex((other) => other.unit.id === unit.unit.id) === index);
  const items = units.flatMap(({ links, posts }) => [...links, ...posts.flatMap((post) => post.items)]);
  return {
    wanted: wantedFor(file, incident, framework, day),
    gaps: units.flatMap(({ unit, gaps }) => gaps.map((gap) => ({ unit, gap, sentence: CHAIN_GAPS[gap] }))),
    singleSource: items.filter(({ independentPublishers }) => independentPublishers === 1),
    notFirm: items.filter(({ firm }) => !firm),
  };
}

function wantedFor(file: CaseFile, incident: IncidentFile, framework: FrameworkName, day: string): Wanted[] {
  const wanted = new Map<string, Wanted['bearsOn'][number][]>();
  for (const personId of peopleOf(file, incident, day)) {
    const { person, elements } = responsibilityOf(file, incident, personId, framework, day);
    for (const { element, grade, missing } of elements)
      for (const sentence of missing)
        wanted.set(sentence, [...(wanted.get(sentence) ?? []), { person, element, grade }]);
  }
  return [...wanted]
    .map(([sentence, bearsOn]) => ({ sentence, bearsOn }))
    .sort((a, b) => b.bearsOn.length - a.bearsOn.length || (a.sentence < b.sentence ? -1 : 1));
}
