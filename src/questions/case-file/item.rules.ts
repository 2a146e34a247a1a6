import type { Cover, ImpreciseRange } from '../../model/date-range.js';
import { ATTRIBUTION_MODE, INDICATOR_CODE, MEASURE_KIND } from '../../model/vocabulary.js';
import { withoutNull } from '../../model/without.js';
import { inWords } from '../../model/words.js';
import type { EvidenceItem, ItemSource, Reference } from './answer.type.js';
import type { CaseFile, FindingEntry, ReportEntry, StatementEntry } from './case-file.rules.js';
import { findingStatus } from './finding-status.rules.js';
import { independentPublishers, isFirm } from './independence.rules.js';

/** Statements as items of an answer: one sentence of ours, what it rests on, and where a reader can check it. */

/** What a reader must know of an item before relying on it. */
export const ITEM_MARKS = {
  OVERTURNED: 'A later finding reversed it; it supports nothing.',
  REPLACED: 'A later finding took its place.',
  AFFIRMED: 'A later finding upheld it.',
  CONFLICT: 'Another claim says something else.',
  NOT_CHECKED: 'Entered, but not checked to the end; it supports nothing here.',
  SUCCESSOR: 'The post began after the incident.',
  AFTER_END_OF_POST: 'It is dated after the end of the post.',
  AFTER_INCIDENT: 'It is dated after the incident.',
  CONDUCT_COMPLAINED_OF: 'The decision is itself the conduct complained of; it proves nothing against anybody.',
  IN_ABSENTIA: 'The person was tried in absentia.',
  UNFAIR_TRIAL_REPORTED: 'A report finds fault with the fairness of the proceedings.',
  READ_IN_COPY: "A report was read in a copy on another site than its publisher's.",
  ARTICLE_WITHOUT_LETTER:
    'The source gives an article without the letter or variant that the test is about, such as Article 28 without (a) or (b).',
  NO_CRIME_NAMED: 'It states facts or a violation of law, and calls them no crime.',
  TURNED_ON_NOT_STATED: 'The graph does not hold on which element it turned, so it weighs against none.',
  TURNED_ON_ANOTHER_ELEMENT: 'It turned on another element, so it does not weigh against this one.',
  UNDER_ANOTHER_TEST: 'It was decided under another legal test than the one asked about.',
  LESSER_TEST:
    'It bears on the lesser test of knowledge alone, such as "should have known", and not on knowledge itself.',
  SHORT_OF_TEST: 'Evidence of this kind does not meet the test of knowledge that is asked about.',
  ONE_OF_TWO_DUTIES: 'It says that one of two duties was breached, to prevent or to punish, and not which.',
  FROM_SAME_EVENT: 'It is said of another account of the same event.',
  FROM_THE_WHOLE: 'It is said of a whole of which the incident is a part.',
  FROM_A_PART: 'It is said of a part of the incident.',
  FROM_ANOTHER_PART: 'It is said of another part of the same whole.',
  MODES_IN_THE_ALTERNATIVE: 'The source gives other modes of liability beside this one; which one holds is open.',
} as const;

export type ItemMark = keyof typeof ITEM_MARKS;

/** The name of a record as a reference; if the reader may not see it, the name is "unknown", never its id. */
export function refOf(file: CaseFile, id: string): Reference {
  const entity = file.entities.get(id);
  if (entity) return { id, label: entity.label, name: entity.name };
  const incident = file.incidents.find((one) => one.id === id);
  if (incident) return { id, label: 'Incident', name: incident.title };
  const finding = file.findings.find((one) => one.id === id);
  if (finding) return { id, label: 'Finding', name: finding.title };
  const report = file.reports.get(id);
  return { id, label: 'Report', name: report?.title ?? 'unknown' };
}

export const nameIn = (file: CaseFile, id: string): string => refOf(file, id).name;

interface Extra {
  readonly cover?: Cover | null;
  readonly marks?: readonly ItemMark[];
}

export function itemOf(
  file: CaseFile,
  statement: StatementEntry,
  { cover = null, marks = [] }: Extra = {},
): EvidenceItem {
  const all = new Set<ItemMark>([...ownMarks(file, statement), ...marks]);
  return {
    id: statement.id,
    label: statement.label,
    says: sentenceOf(file, statement),
    cover,
    status: statement.status,
    ...(statement.doubts?.length && { doubts: statement.doubts, doubtsAsStated: statement.doubtsAsStated ?? [] }),
    ...(statement.note && { note: statement.note }),
    ...(statement.label === 'Finding' && foundIn(statement)),
    credibility: statement.credibility,
    independentPublishers: independentPublishers(file, statement.citations),
    firm: isFirm(file, statement),
    marks: Object.keys(ITEM_MARKS).filter((mark): mark is ItemMark => all.has(mark as ItemMark)),
    sources: sourcesOf(file, statement),
  };
}

/** What a finding says beside its title: which rules it applies and how firmly, to what conduct, at which standard. */
function foundIn({ classifications, conductFrom, conductTo, standard, standardAsStated }: FindingEntry) {
  return {
    ...(classifications.length > 0 && { classifications }),
    ...(conductFrom && { conductFrom }),
    ...(conductTo && { conductTo }),
    standard,
    ...(standardAsStated && { standardAsStated }),
  };
}

function ownMarks(file: CaseFile, statement: StatementEntry): ItemMark[] {
  const marks: ItemMark[] = [];
  if (statement.citations.some(({ reportId }) => file.reports.get(reportId)?.copyUrl)) marks.push('READ_IN_COPY');
  if (statement.status === 'CONFLICT') marks.push('CONFLICT');
  if (statement.status === 'WORK_NEEDED' || statement.status === 'ISSUE') marks.push('NOT_CHECKED');
  if (statement.label !== 'Finding') return marks;
  const became = findingStatus(file, statement);
  if (became === 'OVERTURNED' || became === 'REPLACED' || became === 'AFFIRMED') marks.push(became);
  if (statement.conductOfIds.length > 0) marks.push('CONDUCT_COMPLAINED_OF');
  if (statement.inAbsentia) marks.push('IN_ABSENTIA');
  if (
    file.findings.some(
      ({ type, relations }) => type === 'FAIR_TRIAL_ASSESSMENT' && relations.some(({ toId }) => toId === statement.id),
    )
  )
    marks.push('UNFAIR_TRIAL_REPORTED');
  return marks;
}

export function sourcesOf(file: CaseFile, { citations }: Pick<StatementEntry, 'citations'>): ItemSource[] {
  return citations.flatMap(({ reportId, secondary, suffices: _suffices, ...passage }) => {
    const report = file.reports.get(reportId);
    if (!report) return [];
    const { title, publisherId, publisher, publishedOn } = report;
    return [
      {
        ...{ reportId, title, publisherId: publisher === null ? null : publisherId, publisher, publishedOn },
        ...passage,
        ...(secondary && { secondary }),
        ...custodyOf(report),
      },
    ];
  });
}

/** Where a report can be found and checked, and how far it can be relied on. Some of this is seldom recorded, and only then in an answer. */
function custodyOf(report: ReportEntry) {
  const { url, archivedUrl, retrievedAt, sha256, reliability, partyToConflict } = report;
  const { copyUrl, collectedBy, collectedAt, collectedWith, verification, derivedFrom } = report;
  return {
    ...{ url, archivedUrl, retrievedAt, sha256, reliability, partyToConflict },
    ...withoutNull({ copyUrl, collectedBy, collectedAt, collectedWith, verification }),
    ...(derivedFrom.length > 0 && { derivedFrom }),
  };
}

/** A range in words, with how firm each end is. */
export function rangeInWords({ first, firstHardness, last, lastHardness }: ImpreciseRange): string {
  if (first.text === '') return 'on no stated date';
  if (first.min === last.max && firstHardness === 'START' && lastHardness === 'END') return `on ${first.text}`;
  const begin = firstHardness === 'START' ? `from ${first.text}` : `first cited ${first.text}`;
  const end = {
    END: `until ${last.text}`,
    LAST_CITED: `last cited ${last.text}`,
    ASSUMED_TO_CONTINUE: `cited until ${last.text} and assumed to go on`,
  };
  return `${begin}, ${end[lastHardness]}`;
}

const LINK_WORDS = {
  COMMAND: 'stands under the command of',
  OPERATIONAL: 'stands under the operational command of',
  ADMINISTRATIVE: 'is administered by',
  MEMBERSHIP: 'belongs to',
  COOPERATION: 'cooperates with',
  OTHER: 'has another link with',
} as const;

function sentenceOf(file: CaseFile, statement: StatementEntry): string {
  const name = (id: string) => nameIn(file, id);
  const concernedText = (ids: readonly string[]) => (ids.length === 0 ? '' : ` (${ids.map(name).join('; ')})`);
  switch (statement.label) {
    case 'Posting':
      return `${name(statement.personId)}: ${statement.title ?? statement.role.toLowerCase()}, ${name(statement.atId)}, ${rangeInWords(statement.range)}.`;
    case 'CommandLink':
      return `${name(statement.subordinateId)} ${LINK_WORDS[statement.kind]} ${name(statement.superiorId)}, ${rangeInWords(statement.range)}.`;
    case 'Attribution':
      return `${name(statement.byId)} names ${name(statement.toId)} for ${name(statement.incidentId)}: ${ATTRIBUTION_MODE[statement.mode].toLowerCase()}`;
    case 'IncidentLink':
      return statement.kind === 'PART_OF'
        ? `${name(statement.incidentId)} is a part of ${name(statement.withId)}.`
        : `${name(statement.incidentId)} and ${name(statement.withId)} are accounts of one event.`;
    case 'Fact':
      return `${name(statement.incidentId)}: ${inWords(statement.property)} ${statement.value}.`;
    case 'Finding':
      return `${name(statement.bodyId)}: ${statement.title}${statement.standardAsStated ? ` (standard: ${statement.standardAsStated})` : ''}.`;
    case 'Indicator':
      return `${statement.on}: ${INDICATOR_CODE[statement.code]}${concernedText(statement.concernsIds)}`;
    case 'Measure':
      return `${statement.on}: ${MEASURE_KIND[statement.kind]}${statement.effect ? ` ${statement.effect}` : ''}${concernedText(statement.concernsIds)}`;
    case 'Incident':
      return `${statement.title}, ${rangeInWords(statement.range)}.`;
    case 'Positioning':
      return `${name(statement.unitId)} had a site, ${rangeInWords(statement.range)}.`;
  }
}
