import type { CaseFile, FindingEntry, SourcedStatement } from '../../../../src/questions/case-file/case-file.rules.js';
import { linksOn, postingsOn } from '../../../../src/questions/case-file/cover.rules.js';
import { isInForce } from '../../../../src/questions/case-file/finding-status.rules.js';
import { assumedOn } from '../../../../src/questions/case-file/incident-day.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import { responsibilityOf } from '../../../../src/questions/command-responsibility/command-responsibility.rules.js';
import type {
  ElementAnswer,
  ResponsibilityMatrix,
} from '../../../../src/questions/command-responsibility/command-responsibility.type.js';
import type { FrameworkName } from '../../../../src/questions/command-responsibility/frameworks.rules.js';
import { GRADE_ORDER } from '../../../../src/questions/command-responsibility/grade.rules.js';
import { DAY, QUESTION_ID, REPORTS, under } from '../../../support/random-case-file.js';

/** A grade that is higher without a report than with it, and why it may be. */
export interface Rise {
  readonly report: string;
  readonly person: string;
  readonly element: ElementAnswer['element'];
  readonly from: ElementAnswer['grade'];
  readonly to: ElementAnswer['grade'];
  readonly reasons: readonly Reason[];
}

/** What a report may have carried so that a grade rises when it is left out: a claim, or the last days of one. */
export const REASONS = {
  AGAINST: 'It alone carried a statement that weighed against the element, or made that statement firm.',
  REVERSAL: 'It alone carried a finding that reversed or replaced another, or one on which that hung.',
  END: 'It alone carried the claim whose stated end or start beat an assumption, which is back.',
  SUCCESSOR:
    'It alone carried the post that made the person a successor, or the post on the day in whose absence the person is one.',
  IN_FACT: 'It alone carried the accepted post in law, without which command in fact is asked about (R5).',
  APPOINTED: 'It alone carried the accepted post on the day, without which an appointment alone supports the day.',
  DATES:
    'It was one of those on which the dates or the grading of an incident or finding rest, and no other gives them.',
  TIE: 'It alone carried a post, link, attribution or incident that tied to the person what weighed against the element.',
  ACCUSED:
    'It alone carried the evidence that was contested; without it only an accusation speaks, and nothing against that (R21).',
} as const;
type Reason = keyof typeof REASONS;

export function matrixOf(whole: CaseFile, person: string, framework: FrameworkName): ResponsibilityMatrix | null {
  const file = assumedOn(whole, QUESTION_ID, DAY);
  const incident = file.incidents.find(({ id }) => id === QUESTION_ID);
  return incident ? responsibilityOf(file, incident, person, framework, DAY) : null;
}

/** Every grade on these people that rises where one report is left out. */
export function risesOf(file: CaseFile, people: readonly string[], framework: FrameworkName): Rise[] {
  const before = people.map((person) => matrixOf(file, person, framework));
  return REPORTS.flatMap((report) => {
    const left = narrow(file, under({ excludeReports: [report] }));
    return people.flatMap((person, index) =>
      elementsOf(before[index], matrixOf(left, person, framework)).flatMap(([one, other]) => {
        if (GRADE_ORDER.indexOf(other.grade) <= GRADE_ORDER.indexOf(one.grade)) return [];
        const change: Change = { file, left, report, person, before: one, after: other };
        const reasons = (Object.keys(REASONS) as Reason[]).filter((reason) => EXPLAINS[reason](change));
        return [{ report, person, element: one.element, from: one.grade, to: other.grade, reasons }];
      }),
    );
  });
}

type Matrix = ResponsibilityMatrix | null | undefined;

/** The same elements of two answers, side by side; none where the incident itself left the file. */
const elementsOf = (before: Matrix, after: Matrix) =>
  (before?.elements ?? []).flatMap((element, index): [ElementAnswer, ElementAnswer][] => {
    const other = after?.elements[index];
    return other ? [[element, other]] : [];
  });

interface Change {
  readonly file: CaseFile;
  readonly left: CaseFile;
  readonly report: string;
  readonly person: string;
  readonly before: ElementAnswer;
  readonly after: ElementAnswer;
}

const rests = ({ report }: Change, { citations }: SourcedStatement) =>
  citations.every(({ reportId, secondary }) => secondary || reportId === report);

/** Whether only that report carries a claim, or can know of the last days of its range. */
function carries(change: Change, claim: SourcedStatement): boolean {
  const own = claim.citations.filter(({ secondary }) => !secondary);
  const until = (citations: SourcedStatement['citations']) =>
    citations
      .map(({ reportId }) => change.file.reports.get(reportId)?.publishedMax ?? '')
      .sort()
      .at(-1) ?? '';
  return rests(change, claim) || until(own.filter(({ reportId }) => reportId !== change.report)) < until(own);
}

const EXPLAINS: Readonly<Record<Reason, (change: Change) => boolean>> = {
  AGAINST: (change) =>
    change.before.weighingAgainst.some((item) => {
      const itemAfter = change.after.weighingAgainst.find(({ id }) => id === item.id);
      if (itemAfter) return item.firm && !itemAfter.firm;
      const posts = change.file.postings.filter(({ id }) => id === item.id);
      return (
        item.sources.every(({ reportId, secondary }) => secondary || reportId === change.report) ||
        posts.some((post) => carries(change, post))
      );
    }),
  REVERSAL: (change) =>
    change.left.findings.some(({ id }) => {
      const finding = change.file.findings.find((one) => one.id === id);
      return (
        finding !== undefined &&
        isInForce(change.left, finding) &&
        !isInForce(change.file, finding) &&
        pointingAt(change.file, id).some((one) => rests(change, one))
      );
    }),
  END: (change) => daysOf(change.file).some((day) => assumptionIsBack(change, day)),
  SUCCESSOR: (change) =>
    change.before.element === 'FAILURE_TO_PUNISH_OR_SUBMIT' &&
    change.file.postings.some((posting) => posting.personId === change.person && carries(change, posting)),
  IN_FACT: (change) =>
    change.before.element === 'SUPERIOR_STATUS' &&
    change.after.because.includes('R5') &&
    !change.before.because.includes('R5') &&
    change.file.postings.some(
      (posting) => posting.personId === change.person && posting.status === 'ACCEPTED' && carries(change, posting),
    ),
  APPOINTED: (change) =>
    change.before.element === 'TEMPORAL_COINCIDENCE' &&
    change.after.supporting.some(
      ({ id, label }) => label === 'Indicator' && !change.before.supporting.some((item) => item.id === id),
    ) &&
    change.file.postings.some(
      (posting) => posting.personId === change.person && posting.status === 'ACCEPTED' && carries(change, posting),
    ),
  DATES: ({ file, left }) => {
    const before = new Map(ownWordsOf(file));
    return ownWordsOf(left).some(([id, ownWords]) => before.get(id) !== ownWords);
  },
  TIE: (change) => {
    const { file, left, before, after, person } = change;
    const heldPosts = new Set(
      [...left.findings, ...left.indicators, ...left.measures, ...left.postings].map(({ id }) => id),
    );
    const untied = before.weighingAgainst.some(
      ({ id }) => heldPosts.has(id) && !after.weighingAgainst.some((item) => item.id === id),
    );
    const ties = [
      ...file.incidents,
      ...file.attributions,
      ...file.links,
      ...file.postings.filter(({ personId }) => personId === person),
    ];
    return untied && ties.some((tie) => carries(change, tie));
  },
  ACCUSED: ({ before, after }) =>
    before.grade === 'CONTESTED' &&
    after.grade === 'ALLEGED' &&
    after.because.includes('R21') &&
    !before.because.includes('R21'),
};

/** What incidents and findings say in their own words that bears on grades, by id. */
const ownWordsOf = ({ incidents, findings }: CaseFile) => [
  ...incidents.map(({ id, ...one }) => [id, JSON.stringify([one.range, one.credibility])] as const),
  ...findings.map(
    ({ id, ...one }) => [id, JSON.stringify([one.decidedOn, one.conductFrom, one.conductTo, one.credibility])] as const,
  ),
];

/** The findings that point at one, and those that point at them: a reversal may itself be reversed. */
const pointingAt = (file: CaseFile, id: string): FindingEntry[] =>
  file.findings
    .filter(({ relations }) => relations.some(({ toId }) => toId === id))
    .flatMap((finding) => [finding, ...pointingAt(file, finding.id)]);

const daysOf = ({ incidents }: CaseFile) => [DAY, ...incidents.map(({ range }) => range.first.min)];

const relationsOn = (file: CaseFile, day: string) => [
  ...linksOn(file, day).map((claim) => ({ claim, about: [claim.subordinateId, claim.superiorId, claim.kind].join() })),
  ...postingsOn(file, day).map((claim) => ({ claim, about: [claim.personId, claim.atId, claim.role].join() })),
];

function assumptionIsBack(change: Change, day: string): boolean {
  const before = relationsOn(change.file, day);
  const overruled = new Set(before.filter(({ claim }) => claim.cover === 'NONE').map(({ claim }) => claim.id));
  return relationsOn(change.left, day).some(
    ({ claim, about }) =>
      claim.cover === 'ASSUMED' &&
      overruled.has(claim.id) &&
      before.some(
        (other) =>
          other.about === about &&
          (other.claim.range.lastHardness === 'END' || other.claim.range.firstHardness === 'START') &&
          rests(change, other.claim),
      ),
  );
}
