import type { FindingEntry } from '../../case-file/case-file.rules.js';
import { isInForce } from '../../case-file/finding-status.rules.js';
import type { ItemMark } from '../../case-file/item.rules.js';
import { AT_ISSUE_IN_ACQUITTAL, type ElementName, ENTAILED } from '../frameworks.rules.js';
import { meansFramework, type Situation } from '../situation.rules.js';
import { byCourtBeyondDoubt, SUPPORTS_NOTHING } from './decisions.rules.js';
import { type Ceiling, type Element, type Evidence, ONLY_A_COURT } from './element.rules.js';

/**
 * What findings of superior responsibility against this very person on this very incident add to an element: support if
 * they entail it. An acquittal or a reversal weighs against the elements that it may have turned on.
 */
export function withFindingsOnPerson(name: ElementName, element: Element): Element {
  const isEntailed = ENTAILED.includes(name);
  const isAtIssue = AT_ISSUE_IN_ACQUITTAL.includes(name);
  return {
    ceilings: isEntailed ? { ...element.ceilings, findingsOnPerson: ON_PERSON } : element.ceilings,
    assess(situation) {
      const assessment = element.assess(situation);
      const { inForce, acquittals, overturned } = decisionsUnderFramework(situation);
      const entailing = isEntailed ? inForce.filter(supports).map((finding) => marked(situation, finding)) : [];
      const adverse = [...acquittals, ...overturned];
      return {
        ...assessment,
        supporting: { ...assessment.supporting, findingsOnPerson: entailing },
        against: [...assessment.against, ...(isAtIssue ? adverse : [])],
        context: [...(assessment.context ?? []), ...(isAtIssue ? [] : adverse)],
        because: [...assessment.because, overturned.length > 0 && 'R17'],
        byCourt: (isEntailed && inForce.some(byCourtBeyondDoubt)) || assessment.byCourt === true,
        reversed: (isAtIssue && overturned.length > 0) || assessment.reversed === true,
      };
    },
  };
}

/** An accusation at any standard, and a conviction below "beyond reasonable doubt". */
const ON_PERSON: Ceiling = { at: 'INDICATED', by: ONLY_A_COURT };

function decisionsUnderFramework(situation: Situation) {
  const { file, findingsOnPerson } = situation;
  const all = findingsOnPerson.filter((finding) => meansFramework(situation, finding));
  const inForce = all.filter((finding) => isInForce(file, finding));
  return {
    inForce,
    acquittals: inForce.filter(({ type }) => type === 'ACQUITTAL'),
    overturned: all.filter((finding) => !isInForce(file, finding)),
  };
}

const supports = ({ type }: FindingEntry) => !SUPPORTS_NOTHING.includes(type) && type !== 'SANCTION';

/** A finding under several modes at once, or under Article 28 without its letter, says less than it seems: the item tells it. */
function marked({ framework }: Situation, finding: FindingEntry): Evidence {
  const modes = finding.classifications.flatMap((classification) => classification.modes);
  const marks: ItemMark[] = [];
  if (modes.includes('28')) marks.push('ARTICLE_WITHOUT_LETTER');
  if (modes.some((mode) => !framework.modes.includes(mode))) marks.push('MODES_IN_THE_ALTERNATIVE');
  return { statement: finding, marks };
}
