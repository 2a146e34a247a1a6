import { type Dossier, type DossierQuestion, dossierOf } from '../../../src/exchange/dossier/dossier.rules.js';
import type { IncidentPortrait } from '../../../src/exchange/dossier/portrait.rules.js';
import { type ImpreciseRange, parseDate } from '../../../src/model/date-range.js';
import { viewOf } from '../../../src/model/lens.js';
import type {
  CaseFile,
  EntityEntry,
  IncidentEntry,
  LinkEntry,
  PostingEntry,
  ReportEntry,
} from '../../../src/questions/case-file/case-file.rules.js';

/** Case files made of nothing but numbers and names, for what no dataset holds: ten levels, forty sources, hostile names. */

export interface Wishes {
  /** Units from the foot upward, by the units under each: `[[], [0], [0, 1]]` is a chain of three with a short cut. */
  readonly under: readonly (readonly number[])[];
  readonly reports: number;
  readonly unitName: (index: number) => string;
  readonly personName: (index: number) => string;
  readonly reportTitle: (index: number) => string;
}

export const WISHES: Wishes = {
  under: [[], [0], [1]],
  reports: 6,
  unitName: (index) => `Unit ${index}`,
  personName: (index) => `Person ${index}`,
  reportTitle: (index) => `Report ${index}`,
};

const DAY = '2022-03-20';
const range: ImpreciseRange = {
  first: parseDate('2022-01-01'),
  firstHardness: 'START',
  last: parseDate('2022-12-31'),
  lastHardness: 'END',
};

export function madeCase({ under, reports, unitName, personName, reportTitle }: Wishes): CaseFile {
  let cited = 0;
  const statement = (id: string, times = 1) => ({
    id,
    dataset: 'made',
    status: 'ACCEPTED' as const,
    credibility: 2,
    note: null,
    doubts: null,
    doubtsAsStated: null,
    citations: Array.from({ length: times }, () => {
      cited += 1;
      return { ...passage(cited), reportId: `report-${cited % reports}` };
    }),
  });
  const incident: IncidentEntry = {
    ...statement('incident-made', 2),
    label: 'Incident',
    title: `What happened at ${unitName(0)}`,
    kinds: ['KILLING'],
    range: { ...range, first: parseDate(DAY), last: parseDate(DAY) },
    precision: 'ADMIN2',
    latitude: null,
    longitude: null,
  };
  const links = under.flatMap((units, superior) =>
    units.map(
      (unit): LinkEntry => ({
        ...statement(`link-${unit}-${superior}`, superior % 2 === 0 ? 1 : 2),
        label: 'CommandLink',
        kind: superior % 3 === 0 ? 'OPERATIONAL' : 'COMMAND',
        subordinateId: `unit-${unit}`,
        superiorId: `unit-${superior}`,
        range,
      }),
    ),
  );
  const postings = under.map(
    (_units, index): PostingEntry => ({
      ...statement(`posting-${index}`, 2),
      label: 'Posting',
      personId: `person-${index}`,
      atId: `unit-${index}`,
      role: 'COMMANDER',
      title: null,
      rank: null,
      appointedById: null,
      range,
    }),
  );
  const entity = (id: string, label: EntityEntry['label'], name: string): [string, EntityEntry] => [
    id,
    { id, label, name, placeholder: false, bodyKind: label === 'Body' ? 'NGO' : null, isStateAsWhole: false },
  ];
  return {
    incidents: [incident],
    attributions: [
      {
        ...statement('attribution-made', 2),
        label: 'Attribution',
        incidentId: incident.id,
        toId: 'unit-0',
        byId: 'body-0',
        mode: 'PERPETRATOR',
      },
    ],
    incidentLinks: [],
    dayFacts: [],
    links,
    postings,
    sites: [],
    findings: [],
    indicators: [],
    measures: [],
    reports: new Map(
      Array.from({ length: reports }, (_, index) => [`report-${index}`, report(index, reportTitle(index))]),
    ),
    entities: new Map([
      ...under.flatMap((_units, index) => [
        entity(`unit-${index}`, 'Unit', unitName(index)),
        entity(`person-${index}`, 'Person', personName(index)),
      ]),
      entity('body-0', 'Body', 'A body'),
    ]),
    datasets: [{ id: 'made', version: '1', changedAt: '2026-01-01T00:00:00.000Z' }],
  };
}

const passage = (number: number) => ({
  pinpoint: `para. ${Math.floor(number / 7)}`,
  paraphrase: `Passage ${number} says who stood where on the day.`,
  document: null,
  paragraph: null,
  passageSha256: null,
  secondary: null,
});

function report(index: number, title: string): ReportEntry {
  return {
    id: `report-${index}`,
    title,
    publisherId: `body-${index % 9}`,
    publisher: `Publisher ${index % 9}`,
    publishedOn: '2022-04-01',
    publishedMin: '2022-04-01',
    publishedMax: '2022-04-01',
    url: `https://example.org/reports/${'long-path-'.repeat(12)}${index}?a=1&b="2"`,
    copyUrl: index % 4 === 0 ? `https://copies.example.org/${index}` : null,
    archivedUrl: `https://archive.example.org/${index}`,
    retrievedAt: '2026-01-01',
    collectedBy: index % 3 === 0 ? 'The Archive' : null,
    collectedAt: index % 3 === 0 ? '2022-04-02' : null,
    collectedWith: index % 3 === 0 ? 'Full-page capture' : null,
    sha256: String(index % 10).repeat(64),
    verification: index % 3 === 0 ? 'Compared with the original.' : null,
    reliability: 'B',
    derivedFrom:
      index % 5 === 0
        ? [{ reportId: 'report-wire', title: 'The wire', publisher: 'Ministry', partyToConflict: true }]
        : [],
    partyToConflict: [true, false, null][index % 3] ?? null,
    dataset: 'made',
    origins: [`body-${index % 9}`],
  };
}

const NOWHERE: IncidentPortrait = {
  summary: null,
  note: null,
  kinds: ['KILLING'],
  means: [],
  places: [],
  precision: 'UNKNOWN',
  casualties: [],
  facts: [],
};

/** The dossier of a person of a made case. */
export const madeDossier = (wishes: Wishes, person = 1, more: Partial<DossierQuestion> = {}): Dossier =>
  dossierOf(sampleQuestion(wishes, person, more));

/** What is asked for it. */
export function sampleQuestion(wishes: Wishes, person = 1, more: Partial<DossierQuestion> = {}): DossierQuestion {
  const file = madeCase(wishes);
  const [incident] = file.incidents;
  if (!incident) throw new Error('A made case has an incident.');
  return {
    file,
    view: viewOf(['PUBLIC']),
    incident,
    about: 'PERSON',
    personIds: [`person-${person}`],
    frameworks: ['ROME_STATUTE_28A'],
    days: { from: DAY, to: DAY },
    statusDay: '2026-01-01',
    warnings: [],
    portraits: { incident: NOWHERE, people: new Map(), summaries: new Map() },
    madeOn: '2026-11-29',
    ...more,
  };
}

const CYRILLIC =
  'Командующий объединённой группировкой войск и начальник Генерального штаба имени 1170-го Отдельного батальона';
const long = (text: string, index: number) => `${index} ${text} `.padEnd(120, 'Щюжный-Überführungsstab-').slice(0, 120);

/** Ten levels with several superiors at once, forty reports, and names of 120 characters in two scripts. */
export const GREAT: Wishes = {
  under: [[], [0], [0], [0, 2], [1, 2, 3, 12, 13], [4], [5], [6], [7], [8], [9], [10], [0], [0]],
  reports: 40,
  unitName: (index) =>
    long(index % 2 === 0 ? CYRILLIC : 'Combined Territorial Defence and Reconstruction Grouping', index),
  personName: (index) =>
    long(index % 2 === 0 ? 'Александра-Мария Константинопольская' : 'Wolfeschlegelsteinhausenbergerdorff', index),
  reportTitle: (index) => long('Доклад о том, what the commission read of the chain of command', index),
};
