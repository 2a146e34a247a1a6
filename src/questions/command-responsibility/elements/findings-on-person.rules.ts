import type { FindingEntry } from '../../case-file/case-file.rules.js';
import { isInForce } from '../../case-file/finding-status.rules.js';
import type { ItemMark } from '../../case-file/item.rules.js';
import type { ElementName } from '../frameworks.rules.js';
import { meansFramework, type Situation } from '../situation.rules.js';
import { byCourtBeyondDoubt, SUPPORTS_NOTHING } from './decisions.rules.js';
import { type Assessment, type Element, type Evidence, marking, ONLY_A_COURT } from './element.rules.js';
import { inFavour } from './in-favour.rules.js';

/**
 * What findings of this test against this very person on this very incident add to an element: support if the test entails
 * it. Acquittals and reversals are added under every test.
 */
export function withFindingsOnPerson(name: ElementName, element: Element): Element {
  return {
    ceilings: {
      ...element.ceilings,
      findingsOnPerson: { at: 'INDICATED', by: ONLY_A_COURT },
      oneOfTwoDuties: { at: 'INDICATED', by: 'R24' },
    },
    assess(situation) {
      const assessment = element.assess(situation);
      const { entails, entailsOneOf } = situation.framework;
      const findings = supportingFindings(situation);
      const entailing = entails.includes(name) ? findings.filter((finding) => tells(situation, name, finding)) : [];
      const either = entailsOneOf.includes(name) ? findings : [];
      const favour = inFavour(situation, name);
      const byCourt =
        assessment.byCourt === true ||
        entailing.some((finding) => byCourtBeyondDoubt(finding) && isSpecific(situation, finding));
      return {
        ...assessment,
        supporting: {
          ...assessment.supporting,
          findingsOnPerson: entailing.map((finding) => marked(situation, finding)),
          oneOfTwoDuties: either.map((finding) => marked(situation, finding, 'ONE_OF_TWO_DUTIES')),
        },
        against: [...assessment.against, ...favour.against],
        context: [...(assessment.context ?? []), ...favour.context],
        because: [...assessment.because, favour.hasReversal && 'R17'],
        byCourt,
        reversed: favour.isReversed,
        missing: byCourt ? [] : [...assessment.missing, ...missingOf(either)],
      };
    },
  };
}

const missingOf = (either: readonly FindingEntry[]): Assessment['missing'] => [
  either.length > 0 &&
    'A source that says which of the two duties the decision is about: to prevent, or to punish or submit to the authorities.',
];

/** Whether a finding names a mode that means this test and no neighbouring one. */
const isSpecific = ({ framework: { modes, unspecific } }: Situation, { classifications }: FindingEntry) =>
  classifications.some((one) => one.modes.some((mode) => modes.includes(mode) && !unspecific.includes(mode)));

/** Which kind of superior somebody was is told by the letter of the article alone. */
const tells = (situation: Situation, name: ElementName, finding: FindingEntry) =>
  name !== 'KIND_OF_SUPERIOR' || isSpecific(situation, finding);

/** The findings that apply this test to the person, and that stand. */
const supportingFindings = (situation: Situation) =>
  situation.findingsOnPerson.filter(
    (finding) => meansFramework(situation, finding) && isInForce(situation.file, finding) && supports(finding),
  );

const supports = ({ type }: FindingEntry) => !SUPPORTS_NOTHING.includes(type) && type !== 'SANCTION';

/** A finding under several modes at once, or under an article without its letter, says less than it seems: the item tells it. */
function marked({ framework }: Situation, finding: FindingEntry, ...more: ItemMark[]): Evidence {
  const modes = finding.classifications.flatMap((classification) => classification.modes);
  const marks = [...more];
  if (modes.some((mode) => framework.unspecific.includes(mode))) marks.push('ARTICLE_WITHOUT_LETTER');
  if (modes.some((mode) => !framework.modes.includes(mode))) marks.push('MODES_IN_THE_ALTERNATIVE');
  return marking(finding, ...marks);
}
