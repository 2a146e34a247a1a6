import { canKnowOf, isSexualViolence } from '../../../model/record/record.rules.js';
import type { Row } from '../reading/table.js';
import { countOf } from '../record/entity.js';
import type { Access } from '../record/record.js';
import { factsIn } from './entity.js';
import { idOf, uuidOf } from './ids.js';
import { isCoarse, kindsIn, titleOf, told, violations, withheld } from './incident-words.js';
import type { IncidentSheet } from './layout.js';
import { perpetratorsIn } from './perpetrators.js';
import { givePlace, judgePlace, type Place, rememberPlace } from './places.js';
import type { Job } from './sfm-conversion.js';
import { type Cited, citesOf, type Stated, said, strictest } from './sourced-cell.js';
import { tenureIn } from './tenure.js';

/** Incidents that wait for their later rows: one row is one relation, and a record is given once, whole. */
export type Waiting = Map<string, { head: Record<string, unknown>; facts: object[]; attributions: object[] }>;

/** Remembers the last row of an incident, and its place. */
export function rememberIncident(job: Job, sheet: IncidentSheet, row: Row): void {
  const uuid = uuidOf(row.get(sheet.id));
  if (uuid) job.register.lastRows.set(uuid, row.number);
  const cites = citesOf(job, row, { column: sheet.place, source: sheet.source });
  if (uuid && cites.length > 0 && row.get(sheet.place) !== '' && !isCoarse(row, sheet))
    rememberPlace(job, statedPlace(sheet, row, cites), 'PLACE');
}

const statedPlace = (sheet: IncidentSheet, row: Row, cites: readonly Cited[]): Stated => ({
  value: row.get(sheet.place),
  column: sheet.place,
  cites,
  origin: row.at(sheet.place),
});

/** Takes in one row of an incident, and gives the incident with its last row. */
export function giveIncident(job: Job, sheet: IncidentSheet, row: Row, waiting: Waiting): void {
  const uuid = uuidOf(row.get(sheet.id));
  if (uuid === undefined) {
    job.report.error(row.at(sheet.id), 'a UUID', row.get(sheet.id), 'Without its id the row is about no incident.');
    return;
  }
  const head = headIn(job, sheet, row, uuid);
  if (head) join(job, sheet, row, uuid, head, waiting);
  else refuse(job, sheet, row);
  const whole = waiting.get(uuid);
  if (job.register.lastRows.get(uuid) !== row.number || !whole) return;
  job.give('incidents', { ...whole.head, facts: whole.facts, attributions: whole.attributions }, row.at(sheet.id));
  waiting.delete(uuid);
}

/** The first row of an incident tells it; later rows add perpetrators and facts. */
function join(job: Job, sheet: IncidentSheet, row: Row, uuid: string, head: Head, waiting: Waiting): void {
  const earlier = waiting.get(uuid);
  const whole = earlier ?? { head: head.record, facts: [], attributions: [] };
  waiting.set(uuid, whole);
  whole.attributions.push(...perpetratorsIn(job, sheet, row, uuid, head.cites, head.access));
  whole.facts.push(...head.facts.filter((claim) => job.isNewClaim([uuid, claim], countOf(claim))));
  job.report.citations[earlier ? 'repeats' : 'leaves'](head.cites.length);
  if (differs(whole.head, head.record))
    job.report.warning(
      row.at(sheet.id),
      'the same as on the earlier rows of this incident',
      String(head.record.title),
      'Only facts and perpetrators are taken from this row.',
    );
}

function refuse(job: Job, sheet: IncidentSheet, row: Row): void {
  const named = sheet.perpetrators.filter(({ id, name }) => row.get(id) !== '' || row.get(name) !== '');
  job.report.links.arrives(named.length);
  row.refuse();
}

const DIFFERENCES = ['title', 'summary', 'first', 'last', 'cites'];
const differs = (one: Record<string, unknown>, other: Record<string, unknown>) =>
  DIFFERENCES.some((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));

interface Head {
  readonly record: Record<string, unknown>;
  readonly facts: readonly object[];
  readonly cites: readonly Cited[];
  readonly access: Access;
}

function headIn(job: Job, sheet: IncidentSheet, row: Row, uuid: string): Head | undefined {
  const [start, end] = [sheet.span.first.column, sheet.span.last.column];
  const all = citesOf(job, row, { column: 'incident', source: sheet.source });
  const tenure = tenureIn(job, row, { ...sheet.span, endWords: { '': row.get(end) === '' ? 'LAST_CITED' : 'END' } });
  const kinds = kindsIn(job, row, sheet);
  if (!tenure || all.length === 0 || kinds.length === 0) return undefined;
  const cites = all.filter(({ source }) => canKnowOf(source.publishedMax, tenure.last.min));
  for (const { source } of all.filter((one) => !cites.includes(one)))
    job.report.sourceTooOld('ERROR', row.at(sheet.source), tenure.last.text, source.id);
  if (cites.length === 0) return undefined;
  const coarse = isSexualViolence(kinds);
  const place = coarse ? undefined : placeOf(job, sheet, row, cites);
  const stated: Stated = { value: uuid, column: sheet.id, cites, origin: row.at(start) };
  const own = said([stated], [place?.access]);
  const cited = { ...own, cites: cites.map(({ citation: { paraphrase: _said, ...rest } }) => rest) };
  const what = coarse ? withheld(job, sheet, row, tenure) : told(job, sheet, row, tenure);
  const identifiers = [
    {
      scheme: 'SFM',
      value: uuid,
      cites: [{ report: job.itself.id }],
      access: strictest(own.access, job.itself.access),
      credibility: 6,
    },
  ];
  const facts = [...violations(row, sheet, own), ...(coarse ? [] : factsIn(job, row, sheet.facts, own.access))];
  const title = titleOf(row.get(sheet.kinds), what.first);
  const record = {
    id: idOf('incident', uuid),
    title,
    kinds,
    ...what,
    ...(place ? { location: place.id } : {}),
    ...cited,
    identifiers,
  };
  return { record, facts, cites, access: own.access };
}

function placeOf(job: Job, sheet: IncidentSheet, row: Row, cites: readonly Cited[]): Place | undefined {
  if (row.get(sheet.place) === '') return undefined;
  judgePlace(job, row, sheet.place);
  return givePlace(job, statedPlace(sheet, row, cites), 'PLACE');
}
