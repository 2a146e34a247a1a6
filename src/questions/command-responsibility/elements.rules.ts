import type { FindingFile } from '../case-file/case-file.rules.js';
import { type EvidenceItem, type ItemMark, itemOf } from '../case-file/item.rules.js';
import { cited, failureToPrevent, failureToPunish, knowledge } from './conduct.rules.js';
import { byCourtBeyondDoubt, perpetratorLink, SUPPORTS_NOTHING, underlyingCrime } from './crime.rules.js';
import { type Found, type Marked, statementOf } from './found.rules.js';
import { AT_ISSUE_IN_ACQUITTAL, type ElementName, ENTAILED } from './frameworks.rules.js';
import { type Grade, gradeOf, isChecked, stronger, weaker } from './grade.rules.js';
import { RULE_IDS, type RuleId } from './legal-rules.rules.js';
import { meansFramework, type Situation, stands } from './situation.rules.js';
import { effectiveControl, subordination, superiorStatus, temporalCoincidence } from './superior.rules.js';

/** One element of the test, from what the sources give: a grade, why, what speaks for and against it, what is missing. */
export interface ElementAnswer {
  readonly element: ElementName;
  readonly grade: Grade;
  readonly because: readonly RuleId[];
  readonly supporting: readonly EvidenceItem[];
  readonly weighingAgainst: readonly EvidenceItem[];
  /** Shown, but not graded. */
  readonly context: readonly EvidenceItem[];
  readonly missing: readonly string[];
}

const JUDGES: Readonly<Record<ElementName, (situation: Situation) => Found>> = {
  UNDERLYING_CRIME: underlyingCrime,
  PERPETRATOR_LINK: perpetratorLink,
  SUPERIOR_STATUS: superiorStatus,
  SUBORDINATION: subordination,
  EFFECTIVE_CONTROL: effectiveControl,
  TEMPORAL_COINCIDENCE: temporalCoincidence,
  KNOWLEDGE: knowledge,
  WITHIN_RESPONSIBILITY: (situation) =>
    cited(
      situation,
      'WITHIN_RESPONSIBILITY',
      'a source that says that the activities were within the responsibility and control of the person',
    ),
  FAILURE_TO_PREVENT: failureToPrevent,
  FAILURE_TO_PUNISH_OR_SUBMIT: failureToPunish,
  CAUSATION: (situation) => {
    const found = cited(
      situation,
      'CAUSATION_CITED',
      'a source that says that the failure of control led to the crime',
    );
    return { ...found, because: ['R16'] };
  },
};

export function judge(situation: Situation, element: ElementName): ElementAnswer {
  const found = withFindingsOnPerson(situation, element, JUDGES[element](situation));
  const { file } = situation;
  const supporting = found.supporting.map(statementOf);
  const weighed = gradeOf(file, {
    supporting: found.graded ? supporting.filter(({ label }) => label === 'Finding') : supporting,
    against: found.against.map(statementOf),
    established: found.established ?? null,
    reversed: found.reversed ?? false,
  });
  const grade = stronger(weighed, found.graded ?? 'NO_EVIDENCE');
  const items = (list: readonly Marked[]) =>
    unique(
      list.map((marked) => {
        const statement = statementOf(marked);
        return itemOf(file, statement, {
          cover: statement.cover ?? null,
          marks: 'statement' in marked ? marked.marks : [],
        });
      }),
    );
  const unchecked = found.supporting.filter((marked) => !isChecked(statementOf(marked)));
  const graded = items([...found.supporting.filter((marked) => !unchecked.includes(marked)), ...found.against]);
  const context = items([...(found.context ?? []), ...unchecked]);
  return {
    element,
    grade: weaker(grade, found.atMost ?? 'ESTABLISHED_BY_SOURCES'),
    because: RULE_IDS.filter((rule) => found.because.includes(rule)),
    supporting: items(found.supporting.filter((marked) => !unchecked.includes(marked))),
    weighingAgainst: items(found.against),
    context: context.filter(({ id }) => !graded.some((item) => item.id === id)),
    missing: found.missing.filter((sentence): sentence is string => sentence !== false),
  };
}

const unique = (items: readonly EvidenceItem[]) => [...new Map(items.map((item) => [item.id, item])).values()];

/**
 * What findings of superior responsibility against this very person on this very incident add: support for the elements
 * that they entail, and an acquittal or a reversal weighs against those that it may have turned on.
 */
function withFindingsOnPerson(situation: Situation, element: ElementName, found: Found): Found {
  const { file } = situation;
  const named = situation.named.filter((finding) => meansFramework(situation, finding));
  const standingOnes = named.filter((finding) => stands(file, finding));
  const supporting = ENTAILED.includes(element)
    ? standingOnes
        .filter(({ type }) => !SUPPORTS_NOTHING.includes(type) && type !== 'SANCTION')
        .map((finding) => marked(situation, finding))
    : [];
  const acquittals = standingOnes.filter(({ type }) => type === 'ACQUITTAL');
  const overturned = named.filter((finding) => !stands(file, finding));
  const atIssue = AT_ISSUE_IN_ACQUITTAL.includes(element);
  const against = atIssue ? [...acquittals, ...overturned] : [];
  const byCourt = ENTAILED.includes(element) && standingOnes.some(byCourtBeyondDoubt);
  return {
    ...found,
    supporting: [...found.supporting, ...supporting],
    against: [...found.against, ...against],
    context: [...(found.context ?? []), ...(atIssue ? [] : [...acquittals, ...overturned])],
    because: [...found.because, overturned.length > 0 && 'R17'],
    established: byCourt ? 'BY_COURT' : (found.established ?? null),
    reversed: (found.reversed ?? false) || (atIssue && overturned.length > 0),
  };
}

/** What is said under several modes at once, or under Article 28 without its letter, is less than it seems: the item says so. */
function marked({ framework }: Situation, finding: FindingFile): Marked {
  const modes = finding.classifications.flatMap((classification) => classification.modes);
  const marks: ItemMark[] = [];
  if (modes.includes('28')) marks.push('ARTICLE_WITHOUT_LETTER');
  if (modes.some((mode) => !framework.modes.includes(mode))) marks.push('MODES_IN_THE_ALTERNATIVE');
  return { statement: finding, marks };
}
