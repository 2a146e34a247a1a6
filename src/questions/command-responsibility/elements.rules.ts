import {
  type AttributionFile,
  type FindingFile,
  type IndicatorFile,
  independentPublishers,
  isFirm,
  type MeasureFile,
  type PostingOn,
  postingsOn,
  type StatementFile,
} from '../../evidence/evidence.rules.js';
import { type EvidenceItem, type ItemMark, itemOf, nameIn } from '../../evidence/item.rules.js';
import { groupBy } from '../../shared/group.js';
import type { STANDARD_OF_PROOF, Word } from '../../shared/vocabulary.js';
import { COMMANDING_ROLES } from '../chain-of-command/chain-of-command.rules.js';
import { AT_ISSUE_IN_ACQUITTAL, type ElementName, ENTAILED } from './frameworks.rules.js';
import { corroborated, type Grade, gradeOf, isChecked, stronger, type Weighing, weaker } from './grade.rules.js';
import { RULE_IDS, type RuleId } from './legal-rules.rules.js';
import { indicatorsOf, meansFramework, measuresOf, type Situation, stands } from './situation.rules.js';

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

/** What the judge of one element found, before it becomes an answer. */
interface Found {
  readonly supporting: readonly Marked[];
  readonly against: readonly Marked[];
  readonly context?: readonly Marked[];
  readonly because: readonly (RuleId | false)[];
  readonly established?: Weighing['established'];
  readonly reversed?: boolean;
  /** The grade of what the judge found, where it is not weighed all together; findings on the person may lift it. */
  readonly graded?: Grade;
  /** The most that the element can be, whatever supports it. */
  readonly atMost?: Grade;
  readonly missing: readonly (string | false)[];
}

type Statement = StatementFile & { readonly cover?: PostingOn['cover'] };
type Marked = Statement | { readonly statement: Statement; readonly marks: readonly ItemMark[] };

const statementOf = (marked: Marked): Statement => ('statement' in marked ? marked.statement : marked);

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

const REASONABLE_GROUNDS: readonly Word<typeof STANDARD_OF_PROOF>[] = [
  'REASONABLE_GROUNDS_TO_BELIEVE',
  'SUBSTANTIAL_GROUNDS_TO_BELIEVE',
  'BALANCE_OF_PROBABILITIES',
  'CLEAR_AND_CONVINCING',
  'FULLY_CONCLUSIVE',
  'BEYOND_REASONABLE_DOUBT',
];

const byCourtBeyondDoubt = (finding: FindingFile) =>
  finding.bodyKind === 'COURT' &&
  finding.type === 'CONVICTION' &&
  finding.standard === 'BEYOND_REASONABLE_DOUBT' &&
  isChecked(finding);

/** Findings that blame nobody or a State, or that are about proceedings, support no element against a person. */
const SUPPORTS_NOTHING: readonly FindingFile['type'][] = [
  'STATE_RESPONSIBILITY',
  'FAIR_TRIAL_ASSESSMENT',
  'ACQUITTAL',
  'DISCONTINUANCE',
];

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

function underlyingCrime({ file, incident }: Situation): Found {
  const findings = file.findings.filter(({ concernsIds }) => concernsIds.includes(incident.id));
  const standingOnes = findings.filter((finding) => stands(file, finding));
  const supporting = standingOnes.filter(({ type }) => !SUPPORTS_NOTHING.includes(type));
  const overturned = findings.filter((finding) => !stands(file, finding) && !SUPPORTS_NOTHING.includes(finding.type));
  const reversing = standingOnes.filter(({ relations }) =>
    relations.some(({ relation, toId }) => relation === 'REVERSES' && overturned.some(({ id }) => id === toId)),
  );
  const byCourt = supporting.some(byCourtBeyondDoubt);
  const rest = standingOnes.filter((finding) => !supporting.includes(finding) && !reversing.includes(finding));
  return {
    supporting,
    against: [...overturned, ...reversing],
    context: rest.length + supporting.length === 0 ? [incident] : rest,
    because: [!byCourt && supporting.length > 0 && 'R18', overturned.length > 0 && 'R17'],
    established: byCourt ? 'BY_COURT' : null,
    reversed: overturned.length > 0,
    atMost: supporting.every(({ type }) => type === 'SANCTION') ? 'INDICATED' : 'ESTABLISHED_BY_SOURCES',
    missing: [
      supporting.length === 0 && 'Looked for findings on the incident, and found none that calls it a crime.',
      !byCourt && 'A standing conviction by a court on this incident, beyond reasonable doubt.',
    ],
  };
}

function perpetratorLink({ file, incident, perpetrators }: Situation): Found {
  const units = new Set(perpetrators.map(({ toId }) => toId));
  const findings = file.findings.filter(
    (finding) =>
      finding.concernsIds.includes(incident.id) &&
      finding.aboutIds.some((id) => units.has(id)) &&
      !SUPPORTS_NOTHING.includes(finding.type),
  );
  const supporting = findings.filter((finding) => stands(file, finding));
  const overturned = findings.filter((finding) => !stands(file, finding));
  const named: readonly (AttributionFile | FindingFile)[] = [...perpetrators, ...supporting];
  const established = supporting.some(
    (finding) =>
      (finding.bodyKind === 'COURT' || finding.bodyKind === 'COMMISSION') &&
      REASONABLE_GROUNDS.includes(finding.standard) &&
      finding.status === 'ACCEPTED' &&
      isFirm(file, finding) &&
      perpetrators.some(
        (attribution) =>
          finding.aboutIds.includes(attribution.toId) &&
          attribution.status === 'ACCEPTED' &&
          isFirm(file, attribution) &&
          independentPublishers(file, [...finding.citations, ...attribution.citations]) >= 2,
      ),
  );
  return {
    supporting: named,
    against: overturned,
    because: [perpetrators.length > 0 && 'R7', overturned.length > 0 && 'R17'],
    established: established ? 'BY_SOURCES' : null,
    reversed: overturned.length > 0,
    missing: [
      named.length === 0 && 'Looked for units named as perpetrators of the incident, and found none.',
      !established &&
        'A court or fact-finding body that names the unit at reasonable grounds or above, and an independent publisher that names it too.',
    ],
  };
}

/** Other people whom sources put in command of the same units on the day: if both hold the post, one source is wrong. */
function rivalsOf({ file, day, personId }: Situation, held: readonly PostingOn[]): PostingOn[] {
  const units = new Set(held.map(({ atId }) => atId));
  return postingsOn(file, day).filter(
    (posting) =>
      posting.personId !== personId &&
      units.has(posting.atId) &&
      COMMANDING_ROLES.includes(posting.role) &&
      (posting.cover === 'CITED' || posting.cover === 'IMPRECISE'),
  );
}

const byUnit = (held: readonly PostingOn[]) => [...groupBy(held, ({ atId }) => atId).values()];

/** The strongest of some posts of command, each from all claims that the person holds it and against its own rivals. */
function bestPost(situation: Situation, held: readonly PostingOn[]): Grade {
  const { file } = situation;
  const grades = byUnit(held).map((claims) => {
    const established = corroborated(file, claims) ? 'BY_SOURCES' : null;
    return gradeOf(file, { supporting: claims, against: rivalsOf(situation, claims), established });
  });
  return grades.reduce(stronger, 'NO_EVIDENCE');
}

const DE_FACTO: readonly IndicatorFile['code'][] = [
  'ORDERS_ISSUED_AND_FOLLOWED',
  'POWER_TO_DISCIPLINE',
  'POWER_TO_PROMOTE_OR_DISMISS',
  'TASKS_PERFORMED',
  'SENDING_OR_WITHDRAWING_FORCES',
  'RESUBORDINATING_UNITS',
];

function superiorStatus(situation: Situation): Found {
  const { file, held, otherPosts, personId } = situation;
  const inLaw = held.some(({ status }) => status === 'ACCEPTED');
  const inFact = inLaw ? [] : personal(situation, 'CONTROL').filter(({ code }) => DE_FACTO.includes(code));
  const graded = stronger(bestPost(situation, held), gradeOf(file, { supporting: inFact, against: [] }));
  return {
    supporting: [...held, ...inFact],
    against: rivalsOf(situation, held),
    context: otherPosts.map((posting) => markedPost(situation, posting)),
    because: [inFact.length > 0 && 'R5'],
    graded,
    missing: [
      held.length === 0 &&
        `Looked for a post of command that ${nameIn(file, personId)} held on ${situation.day}, and found none.`,
      held.length > 0 &&
        graded !== 'ESTABLISHED_BY_SOURCES' &&
        'A second independent firm source for the post on the day.',
    ],
  };
}

function markedPost({ incident }: Situation, posting: PostingOn): Marked {
  const after = COMMANDING_ROLES.includes(posting.role) && posting.range.first.min > incident.range.last.max;
  return after ? { statement: posting, marks: ['SUCCESSOR'] } : posting;
}

/** Indicators that support and that are about the person, not only about the unit. */
const personal = (situation: Situation, group: IndicatorFile['group']) =>
  indicatorsOf(situation, group).filter(
    ({ polarity, concernsIds }) => polarity === 'SUPPORTS' && concernsIds.includes(situation.personId),
  );

function subordination(situation: Situation): Found {
  const { file, held, way, notCommand, perpetrators, personId } = situation;
  const own = held.filter(({ atId }) => perpetrators.some(({ toId }) => toId === atId));
  const graded = stronger(bestPost(situation, own), way?.grade ?? 'NO_EVIDENCE');
  return {
    supporting: way ? [...way.links, ...own] : [],
    against: rivalsOf(situation, own),
    context: notCommand,
    because: [
      notCommand.some(({ kind }) => kind === 'COOPERATION') && 'R4',
      notCommand.some(({ kind }) => kind !== 'COOPERATION') && 'R20',
    ],
    graded,
    missing: [
      perpetrators.length === 0 && 'No unit is named as the perpetrator, so no chain can be followed.',
      perpetrators.length > 0 &&
        way === null &&
        `Looked for links of command from the units named up to a unit that ${nameIn(file, personId)} commanded on ${situation.day}, and found none.`,
      notCommand.length > 0 && 'NOT_A_COMMAND_LINK: the only links found do not carry command.',
      way !== null &&
        graded !== 'ESTABLISHED_BY_SOURCES' &&
        'Two independent firm sources for each link between the unit and the person.',
    ],
  };
}

function effectiveControl(situation: Situation): Found {
  const { held, otherPosts, way, notCommand, otherSuperiors } = situation;
  const all = indicatorsOf(situation, 'CONTROL').filter(
    ({ code }) => code !== 'CAUSATION_CITED' && code !== 'WITHIN_RESPONSIBILITY',
  );
  const supporting = personal(situation, 'CONTROL').filter((indicator) => all.includes(indicator));
  const end = endOfPosts([...held, ...otherPosts]);
  const afterPost = (indicator: IndicatorFile) => end !== null && indicator.onMin > end;
  const chain = way ? [...held, ...way.links] : [];
  return {
    supporting: [
      ...supporting.map((indicator): Marked => markedIndicator(situation, indicator, afterPost(indicator))),
      ...chain,
    ],
    against: all.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
    context: notCommand,
    because: [
      chain.length > 0 && 'R1',
      supporting.some(({ code }) => code === 'FORMAL_APPOINTMENT') && 'R2',
      supporting.some(afterPost) && 'R3',
      notCommand.some(({ kind }) => kind === 'COOPERATION') && 'R4',
      chain.length > 0 && otherSuperiors.length > 0 && 'R6',
    ],
    missing: [
      supporting.length === 0 &&
        'Sources on what the person could do: orders given and followed, discipline, promotion, forces sent or withdrawn.',
      'A court that found effective control, beyond reasonable doubt.',
    ],
  };
}

function markedIndicator({ incident }: Situation, indicator: IndicatorFile, afterPost: boolean): Marked {
  const marks: ItemMark[] = afterPost ? ['AFTER_END_OF_POST'] : [];
  if (indicator.onMin > incident.range.last.max) marks.push('AFTER_INCIDENT');
  return { statement: indicator, marks };
}

/** The last day on which the person may have held a post of command whose end is stated; null where one goes on. */
function endOfPosts(posts: readonly PostingOn[]): string | null {
  const commanding = posts.filter(({ role }) => COMMANDING_ROLES.includes(role));
  if (commanding.length === 0 || commanding.some(({ range }) => range.lastHardness !== 'END')) return null;
  return (
    commanding
      .map(({ range }) => range.last.max)
      .sort()
      .at(-1) ?? null
  );
}

function temporalCoincidence(situation: Situation): Found {
  const { file, held, otherPosts, way, incident, day } = situation;
  const commanding = otherPosts.filter(({ role }) => COMMANDING_ROLES.includes(role));
  const before = held.length === 0 && commanding.some(({ range }) => range.first.min > incident.range.last.max);
  const established = byUnit(held).some((claims) => corroborated(file, claims));
  const cited = held.some(({ cover }) => cover === 'CITED');
  const dated = day >= incident.range.first.max && day <= incident.range.last.min;
  return {
    supporting: held,
    against: commanding.filter((posting) => contradicts(posting, held)),
    context: before ? commanding.map((posting) => markedPost(situation, posting)) : [],
    because: [before && 'R8', before && 'R9', held.length > 0 && !(cited && dated && (way?.cited ?? true)) && 'R19'],
    established: established && way?.cited && dated ? 'BY_SOURCES' : null,
    missing: [
      held.length === 0 && `Looked for posts of command that cover ${day}, and found none.`,
      held.length > 0 && !cited && 'A source that cites the post on the day itself.',
      held.length > 0 && !way?.cited && 'Sources that cite each link of a chain up to the post on the day itself.',
      !dated && 'A source that dates the incident to the day.',
      held.length > 0 && !established && 'A second independent firm source for the post on the day.',
    ],
  };
}

/** A claim about the same post that leaves the day out, although its time overlaps that of one that covers it. */
function contradicts(posting: PostingOn, held: readonly PostingOn[]): boolean {
  return (
    posting.cover === 'NONE' &&
    held.some(
      ({ atId, role, range }) =>
        atId === posting.atId &&
        role === posting.role &&
        posting.range.first.min <= (range.lastHardness === 'END' ? range.last.max : '9999-12-31') &&
        posting.range.last.max >= range.first.min,
    )
  );
}

function knowledge(situation: Situation): Found {
  const { incident } = situation;
  const all = indicatorsOf(situation, 'KNOWLEDGE');
  const before = all.filter(({ onMin }) => onMin <= incident.range.last.max);
  const supporting = before.filter(({ polarity }) => polarity === 'SUPPORTS');
  const earlier = reportedBefore(situation);
  const later = all.filter((indicator) => !before.includes(indicator));
  return {
    supporting: [...supporting, ...earlier],
    against: before.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
    context: later.map((indicator): Marked => ({ statement: indicator, marks: ['AFTER_INCIDENT'] })),
    because: [earlier.length > 0 && 'R10', earlier.length > 0 && 'R11', later.length > 0 && 'R14'],
    missing: [
      supporting.length + earlier.length === 0 &&
        'Looked for reports addressed to the person, public notoriety, the place where the person was, and earlier similar incidents reported before; found none.',
      'A court that found knowledge, beyond reasonable doubt.',
    ],
  };
}

/** What was in print on earlier similar incidents by subordinates before the incident, with those citations alone. */
function reportedBefore({ file, incident, earlier }: Situation): Statement[] {
  const inPrint = ({ reportId }: { readonly reportId: string }) => {
    const report = file.reports.get(reportId);
    return report?.publishedOn != null && report.publishedMax < incident.range.first.min;
  };
  return earlier.flatMap((one) => {
    const about = [
      one,
      ...file.attributions.filter(({ incidentId }) => incidentId === one.id),
      ...file.findings.filter(({ concernsIds }) => concernsIds.includes(one.id)),
    ];
    const [first] = about
      .map((statement) => ({ ...statement, citations: statement.citations.filter(inPrint) }))
      .filter(({ citations }) => citations.length > 0);
    return first ? [first] : [];
  });
}

/** Measures that look forward, whenever they are taken on the day of an incident itself. */
const PREVENTIVE: readonly MeasureFile['kind'][] = [
  'ORDER_TO_PREVENT',
  'ORDER_TO_STOP',
  'REMINDER_OF_LAW',
  'TRAINING',
  'WITHDRAWAL_OF_UNIT',
];
const REPRESSIVE: readonly MeasureFile['kind'][] = [
  'INQUIRY_OPENED',
  'DISCIPLINE',
  'PENAL_REFERRAL',
  'REPORTED_UP',
  'COMMAND_CHANGE',
  'RESIGNATION',
];
const NOT_A_MEASURE: readonly MeasureFile['kind'][] = ['NONE_REPORTED', 'PROMOTION_OR_HONOUR_AFTER'];

function failureToPrevent(situation: Situation): Found {
  const { range } = situation.incident;
  const inTime = ({ onMin, onMax, kind }: MeasureFile) =>
    onMax < range.first.min || (onMin <= range.last.max && (PREVENTIVE.includes(kind) || kind === 'NONE_REPORTED'));
  return failure(
    situation,
    measuresOf(situation, true).filter(inTime),
    PREVENTIVE,
    'A source on what the person did or left undone to prevent the incident.',
  );
}

function failureToPunish(situation: Situation): Found {
  const { incident, held, otherPosts, framework } = situation;
  const { range } = incident;
  const after = ({ onMax, kind }: MeasureFile) => onMax >= range.first.min && !PREVENTIVE.includes(kind);
  const found = failure(
    situation,
    measuresOf(situation, false).filter(after),
    REPRESSIVE,
    'A source on what the person did or left undone to punish those responsible or to submit the matter to the authorities.',
  );
  const successions = otherPosts.filter(
    ({ role, range: post }) => COMMANDING_ROLES.includes(role) && post.first.min > range.last.max,
  );
  const notices = new Set(
    situation.notices
      .filter(({ time, isEarlier }) => !isEarlier && time !== 'BEFORE_INCIDENT')
      .map(({ item }) => item.id),
  );
  const learned = situation.file.indicators.filter(({ id }) => notices.has(id));
  const withNotice: Found = {
    ...found,
    context: [...(found.context ?? []), ...learned],
    because: [...found.because, learned.length > 0 && 'R14'],
  };
  if (held.length > 0 || successions.length === 0) return withNotice;
  const posts = successions.map((statement): Marked => ({ statement, marks: ['SUCCESSOR'] }));
  if (framework.successor === 'NOT_MET')
    return {
      ...withNotice,
      context: [...(withNotice.context ?? []), ...posts],
      because: [...withNotice.because, 'R9'],
      atMost: 'NO_EVIDENCE',
    };
  return {
    ...withNotice,
    supporting: [...withNotice.supporting, ...posts],
    because: [...withNotice.because, 'R9'],
    atMost: 'CONTESTED',
  };
}

/** A failure rests on a source that says so; any measure weighs against it, whatever its kind. */
function failure(
  situation: Situation,
  measures: readonly MeasureFile[],
  kinds: readonly MeasureFile['kind'][],
  sought: string,
): Found {
  const none = measures.filter(({ kind }) => kind === 'NONE_REPORTED');
  const taken = measures.filter(({ kind }) => !NOT_A_MEASURE.includes(kind));
  const group = indicatorsOf(situation, 'FAILURE').filter(({ concernsIds }) =>
    concernsIds.includes(situation.incident.id),
  );
  const unreported = kinds.filter((kind) => !taken.some((measure) => measure.kind === kind));
  return {
    supporting: none,
    against: taken,
    context: [...measures.filter(({ kind }) => kind === 'PROMOTION_OR_HONOUR_AFTER'), ...group],
    because: ['R14', taken.length > 0 && 'R12', taken.length > 0 && 'R13'],
    missing: [
      none.length === 0 && `${sought} Silence of the sources is not evidence of a failure.`,
      unreported.length > 0 && `Not reported by any source: ${unreported.map(inWords).join(', ')}.`,
    ],
  };
}

const inWords = (kind: string) => kind.toLowerCase().replaceAll('_', ' ');

/** Elements that are only ever cited, never inferred. */
function cited(situation: Situation, code: IndicatorFile['code'], sought: string): Found {
  const indicators = situation.file.indicators.filter(
    (indicator) => indicator.code === code && indicatorsOf(situation, indicator.group).includes(indicator),
  );
  return {
    supporting: indicators.filter(({ polarity }) => polarity === 'SUPPORTS'),
    against: indicators.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
    because: [],
    missing: [indicators.length === 0 && `Looked for ${sought}, and found none.`],
  };
}
