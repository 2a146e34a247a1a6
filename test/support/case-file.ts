import {
  type EndHardness,
  type ImpreciseRange,
  parseDate,
  type StartHardness,
  UNDATED,
} from '../../src/model/date-range.js';
import type {
  AttributionEntry,
  CaseFile,
  ClassificationEntry,
  DayFactEntry,
  EntityEntry,
  FindingEntry,
  IncidentEntry,
  IncidentLinkEntry,
  IndicatorEntry,
  LinkEntry,
  MeasureEntry,
  Passage,
  PostingEntry,
  ReportEntry,
  SiteEntry,
  StatementEntry,
} from '../../src/questions/case-file/case-file.rules.js';

/**
 * Case files as plain values. Units are called `u1`, `u2`, …, incidents `i1`, `i2`, …; every other id that a statement
 * is about is a person. People, units, bodies and reports come into being where a statement names them: a report is of
 * a publisher of its own name and graded B. Whatever a test is about, it says itself.
 */

export type Piece = StatementEntry | ReportEntry | EntityEntry;

/** What a test says of a statement: any of its fields, with its range and sources in short. */
type Overrides<S> = Partial<Omit<S, 'label' | 'range' | 'citations'>> & {
  /** First and last date, each with its hardness if need be: `2022-01-01 START`. */
  readonly during?: readonly [string, string];
  /** Ids of the reports that say so. */
  readonly cites?: readonly string[];
};

/** The lists of statements in a case file that tests of the lens go through. */
export const STATEMENT_KINDS = [
  'incidents',
  'attributions',
  'incidentLinks',
  'dayFacts',
  'links',
  'postings',
  'sites',
  'findings',
  'indicators',
  'measures',
] as const satisfies readonly (keyof CaseFile)[];

export const THE_DAY = '2022-03-20';
const ALL_YEAR = ['2022-01-01', '2022-12-31'] as const;

export function incident(
  id: string,
  overrides: Overrides<IncidentEntry> & { readonly on?: string } = {},
): IncidentEntry {
  const { on = THE_DAY, during = [`${on} START`, `${on} END`], ...rest } = overrides;
  const own = { title: `Incident ${id}`, kinds: ['KILLING'], precision: 'ADMIN2', latitude: null, longitude: null };
  return { label: 'Incident', ...own, range: span(...during), ...withDefaults(id, rest) };
}

/** An incident that no source dates, as the graph has it. */
export function undatedIncident(id: string, overrides: Overrides<IncidentEntry> = {}): IncidentEntry {
  const one = incident(id, overrides);
  return { ...one, range: { ...one.range, first: UNDATED, last: UNDATED } };
}

export function attribution(
  incidentId: string,
  toId: string,
  overrides: Overrides<AttributionEntry> = {},
): AttributionEntry {
  const [by = 'archive'] = overrides.cites ?? [];
  const own = { incidentId, toId, byId: `body-${by}`, mode: 'PERPETRATOR' } as const;
  return { label: 'Attribution', ...own, ...withDefaults(`attribution ${incidentId} ${toId} ${by}`, overrides) };
}

/** An incident is a part of another, or both are accounts of one event. */
export function incidentLink(
  incidentId: string,
  withId: string,
  overrides: Overrides<IncidentLinkEntry> = {},
): IncidentLinkEntry {
  const own = { kind: 'PART_OF', incidentId, withId } as const;
  return { label: 'IncidentLink', ...own, ...withDefaults(`${incidentId} in ${withId}`, overrides) };
}

/** A source says on which day an incident happened, or on which it still went on. */
export function dayFact(
  incidentId: string,
  property: string,
  value: string,
  overrides: Overrides<DayFactEntry> = {},
): DayFactEntry {
  const own = { incidentId, property, value };
  return { label: 'Fact', ...own, ...withDefaults(`${incidentId} ${property} ${value}`, overrides) };
}

export function link(subordinateId: string, superiorId: string, overrides: Overrides<LinkEntry> = {}): LinkEntry {
  const { during = ALL_YEAR, ...rest } = overrides;
  const id = `link ${subordinateId} ${superiorId} ${overrides.kind ?? 'COMMAND'} ${during.join(' ')}`;
  const own = { kind: 'COMMAND', subordinateId, superiorId } as const;
  return { label: 'CommandLink', ...own, range: span(...during), ...withDefaults(id, rest) };
}

export function posting(personId: string, atId: string, overrides: Overrides<PostingEntry> = {}): PostingEntry {
  const { during = ALL_YEAR, ...rest } = overrides;
  const id = `posting ${personId} ${atId} ${overrides.role ?? 'COMMANDER'} ${during.join(' ')}`;
  const own = { personId, atId, role: 'COMMANDER', title: null, rank: null, appointedById: null } as const;
  return { label: 'Posting', ...own, range: span(...during), ...withDefaults(id, rest) };
}

export function site(unitId: string, overrides: Overrides<SiteEntry> = {}): SiteEntry {
  const { during = ALL_YEAR, ...rest } = overrides;
  const own = { unitId, latitude: 0, longitude: 0 };
  return { label: 'Positioning', ...own, range: span(...during), ...withDefaults(`site ${unitId}`, rest) };
}

/** A finding; by default a commission names unit u3 for incident i1 at reasonable grounds. */
export function finding(
  id: string,
  overrides: Overrides<FindingEntry> & { readonly modes?: readonly string[]; readonly decided?: string } = {},
): FindingEntry {
  const { modes = [], decided = '2023-01-01', ...rest } = overrides;
  const date = parseDate(decided);
  return {
    label: 'Finding',
    type: 'FACTUAL_FINDING',
    title: `Finding ${id}`,
    standard: 'REASONABLE_GROUNDS_TO_BELIEVE',
    standardAsStated: null,
    proofDomain: 'FACT_FINDING',
    inAbsentia: null,
    decidedOn: decided,
    decidedMin: date.min,
    decidedMax: date.max,
    publishedOn: decided,
    conductFrom: null,
    conductFromMin: null,
    conductTo: null,
    conductToMax: null,
    bodyId: 'commission',
    bodyKind: 'COMMISSION',
    aboutIds: ['u3'],
    concernsIds: ['i1'],
    conductOfIds: [],
    classifications: [classification('8(2)(a)(i)', { modes })],
    turnedOn: [],
    relations: [],
    ...withDefaults(id, rest),
  };
}

export const classification = (code: string, overrides: Partial<ClassificationEntry> = {}): ClassificationEntry => ({
  code,
  title: `Rule ${code}`,
  certainty: 'STATED',
  asStated: null,
  modes: [],
  ...overrides,
});

/** A conviction by a court beyond reasonable doubt, of Anders over incident i1 as a commander. */
export const conviction = (id: string, overrides: Parameters<typeof finding>[1] = {}): FindingEntry =>
  finding(id, {
    type: 'CONVICTION',
    standard: 'BEYOND_REASONABLE_DOUBT',
    proofDomain: 'CRIMINAL',
    bodyId: 'court',
    bodyKind: 'COURT',
    aboutIds: ['anders'],
    modes: ['28(a)'],
    ...overrides,
  });

export function indicator(
  code: IndicatorEntry['code'],
  concernsIds: readonly string[],
  overrides: Overrides<Omit<IndicatorEntry, 'code' | 'concernsIds' | 'onMin' | 'onMax'>> = {},
): IndicatorEntry {
  const { on = '2022-03-01', ...rest } = overrides;
  const own = { code, concernsIds, group: 'CONTROL', polarity: 'SUPPORTS' } as const;
  return { label: 'Indicator', ...own, ...dated(on), ...withDefaults(`${code} ${concernsIds.join(' ')} ${on}`, rest) };
}

export function measure(
  kind: MeasureEntry['kind'],
  concernsIds: readonly string[],
  overrides: Overrides<Omit<MeasureEntry, 'kind' | 'concernsIds' | 'onMin' | 'onMax'>> = {},
): MeasureEntry {
  const { on = '2022-04-01', ...rest } = overrides;
  const own = { kind, concernsIds, effect: null };
  return { label: 'Measure', ...own, ...dated(on), ...withDefaults(`${kind} ${concernsIds.join(' ')} ${on}`, rest) };
}

export function report(id: string, overrides: Partial<ReportEntry> = {}): ReportEntry {
  const published = parseDate(overrides.publishedOn ?? '2023-06-01');
  const publisherId = overrides.publisherId ?? `publisher-${id}`;
  return {
    id,
    title: `Report ${id}`,
    publisherId,
    publisher: `House of ${id}`,
    publishedOn: published.text,
    publishedMin: published.min,
    publishedMax: published.max,
    url: `https://example.org/${id}`,
    copyUrl: null,
    archivedUrl: null,
    retrievedAt: null,
    collectedBy: null,
    collectedAt: null,
    collectedWith: null,
    sha256: null,
    verification: null,
    reliability: 'B',
    partyToConflict: null,
    derivedFrom: [],
    dataset: 'test',
    origins: [publisherId],
    ...overrides,
  };
}

export const unit = (id: string, overrides: Partial<EntityEntry> = {}): EntityEntry => entity('Unit', id, overrides);
export const person = (id: string, overrides: Partial<EntityEntry> = {}): EntityEntry =>
  entity('Person', id, overrides);
export const body = (id: string, overrides: Partial<EntityEntry> = {}): EntityEntry => entity('Body', id, overrides);

const entity = (label: EntityEntry['label'], id: string, overrides: Partial<EntityEntry> = {}): EntityEntry => ({
  id,
  label,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  placeholder: false,
  bodyKind: label === 'Body' ? 'NGO' : null,
  isStateAsWhole: false,
  ...overrides,
});

/** The case file of these pieces, with all that they name. Of two statements of one id the later one stands. */
export function caseFile(...pieces: readonly Piece[]): CaseFile {
  const statementFiles = pieces.filter((piece): piece is StatementEntry => 'citations' in piece);
  const statements = [...new Map(statementFiles.map((statement) => [statement.id, statement])).values()];
  const of = <L extends StatementEntry['label']>(label: L) =>
    statements.filter((one): one is Extract<StatementEntry, { label: L }> => one.label === label);
  const cited = statements.flatMap(({ citations }) => citations.map(({ reportId }) => report(reportId)));
  const reports = [...cited, ...pieces.filter((piece): piece is ReportEntry => 'origins' in piece)];
  const described = pieces.filter((piece): piece is EntityEntry => 'placeholder' in piece);
  const entities = [...statements.flatMap(named), ...described];
  return {
    incidents: of('Incident'),
    attributions: of('Attribution'),
    incidentLinks: of('IncidentLink'),
    dayFacts: of('Fact'),
    links: of('CommandLink'),
    postings: of('Posting'),
    sites: of('Positioning'),
    findings: of('Finding'),
    indicators: of('Indicator'),
    measures: of('Measure'),
    reports: new Map(reports.map((one) => [one.id, one])),
    entities: new Map(entities.map((one) => [one.id, one])),
    datasets: [{ id: 'test', version: '1', changedAt: '2026-01-01T00:00:00.000Z' }],
  };
}

function named(statement: StatementEntry): EntityEntry[] {
  switch (statement.label) {
    case 'Posting':
      return [person(statement.personId), unit(statement.atId)];
    case 'CommandLink':
      return [unit(statement.subordinateId), unit(statement.superiorId)];
    case 'Attribution':
      return [...subjects([statement.toId]), body(statement.byId)];
    case 'Finding':
      return [...subjects([...statement.aboutIds, ...statement.concernsIds]), body(statement.bodyId)];
    case 'Positioning':
      return [unit(statement.unitId)];
    case 'Incident':
    case 'IncidentLink':
    case 'Fact':
      return [];
    default:
      return subjects(statement.concernsIds);
  }
}

const subjects = (ids: readonly string[]): EntityEntry[] =>
  ids.filter((id) => !/^i\d/.test(id)).map((id) => (/^u\d/.test(id) ? unit(id) : person(id)));

interface SaidInShort {
  readonly cites?: readonly string[];
}

function withDefaults<G extends SaidInShort>(id: string, overrides: G) {
  const { cites = ['archive'], ...rest } = overrides;
  const graded = {
    dataset: 'test',
    status: 'ACCEPTED',
    credibility: 2,
    note: null,
    doubts: null,
    doubtsAsStated: null,
  } as const;
  return { id, ...graded, citations: cites.map(passage), ...rest };
}

export const passage = (reportId: string): Passage => ({
  reportId,
  pinpoint: 'p. 1',
  paraphrase: null,
  document: null,
  paragraph: null,
  passageSha256: null,
  secondary: null,
});

function dated(on: string) {
  const { text, min, max } = parseDate(on);
  return { on: text, onMin: min, onMax: max };
}

/** A range from two dates, cited first and last where no hardness is given. */
export function span(from: string, to: string): ImpreciseRange {
  const [first = '', firstHardness = 'FIRST_CITED'] = from.split(' ');
  const [last = '', lastHardness = 'LAST_CITED'] = to.split(' ');
  return {
    first: parseDate(first),
    firstHardness: firstHardness as StartHardness,
    last: parseDate(last),
    lastHardness: lastHardness as EndHardness,
  };
}
