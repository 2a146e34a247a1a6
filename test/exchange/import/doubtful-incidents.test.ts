import { expect, test } from '@jest/globals';
import { type Change, cells } from './changed-cells.js';
import { converted, faultsOf, recordsOfType } from './sheets.js';

/** Rows of incidents as people fill them in: what cannot be read or is not known goes in with its doubt, and nothing is lost. */

type Claim = Record<string, unknown> & { readonly doubts?: string[]; readonly cites: { report: string }[] };

const FIRST_INCIDENT = 2;
const SEXUAL_VIOLENCE = 3;
const NO_DATES = Object.fromEntries(
  ['start', 'end'].flatMap((end) =>
    ['', '_year', '_month', '_day'].map((part) => [`incident:${end}_date${part}`, ''] as const),
  ),
);

/** The first incident of the sheets after a change of its rows, which are the second and fourth. */
async function incidentWith(values: Readonly<Record<string, string>>, elsewhere: Record<string, Change> = {}) {
  const change: Change = (grid, set) => {
    for (const row of [FIRST_INCIDENT, 4]) cells(values, row)(grid, set);
  };
  const all = await converted('sfm-newer', { incidents: change, ...elsewhere });
  expect(all.errors).toEqual([]);
  expect(all.report.links.balance.refused).toBe(0);
  expect(faultsOf(all.records)).toEqual([]);
  const incidents = recordsOfType(all.records, 'incidents') as Claim[];
  const incident = incidents.find(({ id }) => String(id).endsWith('0001'));
  return { ...all, incident: incident as Claim };
}

test('an incident without a date is kept undated, and its attributions with it', async () => {
  const { incident } = await incidentWith(NO_DATES);
  expect(incident).not.toHaveProperty('first');
  expect(incident).not.toHaveProperty('last');
  expect(incident).toMatchObject({ title: 'Torture, Illegal detention (undated)', doubts: ['NO_DATE'] });
  // Three perpetrators, each alleged by two publishers.
  expect(incident.attributions).toHaveLength(6);
});

test('a date of an incident that cannot be read stays in its words, as a doubt', async () => {
  const { incident } = await incidentWith({ ...NO_DATES, 'incident:start_date': 'the feast of St John' });
  expect(incident).not.toHaveProperty('first');
  expect(incident).toMatchObject({
    doubts: ['DATE_UNREADABLE'],
    doubtsAsStated: ['incident:start_date: the feast of St John'],
  });
});

test('an incident whose violation has no kind of ours is kept in the words of the sheet', async () => {
  const { incident, report } = await incidentWith({ 'incident:violation_type': 'Mischief; Violation of the dead' });
  expect(incident).toMatchObject({
    title: 'Mischief, Violation of the dead (2019-04-02)',
    kinds: [],
    doubts: ['KIND_UNKNOWN'],
    doubtsAsStated: ['incident:violation_type: Mischief; Violation of the dead'],
  });
  const violations = (incident.facts as Claim[]).filter(({ property }) => property === 'VIOLATION_TYPE');
  expect(violations).toMatchObject([
    { value: 'Mischief', doubts: ['KIND_UNKNOWN'] },
    { value: 'Violation of the dead', doubts: ['KIND_UNKNOWN'] },
  ]);
  expect(report.links.balance.refused).toBe(0);
});

test.each([
  ['Torture ; illegal detention', ['TORTURE', 'ARBITRARY_DETENTION']],
  ['Meurtre; Détention arbitraire', ['KILLING', 'ARBITRARY_DETENTION']],
  ['Tratos crueles, inhumanos o degradantes', ['TORTURE']],
  ['Катування', ['TORTURE']],
  ['Произвольное задержание', ['ARBITRARY_DETENTION']],
  ['تعذيب', ['TORTURE']],
])('the violation "%s" has the kinds %j', async (text, kinds) => {
  const { incident } = await incidentWith({ 'incident:violation_type': text });
  expect(incident.kinds).toEqual(kinds);
  expect(incident).not.toHaveProperty('doubts');
});

test('a part of a word gives an incident no kind', async () => {
  const { incident } = await incidentWith({ 'incident:violation_type': 'Failure to investigate torture' });
  expect(incident).toMatchObject({ kinds: [], doubts: ['KIND_UNKNOWN'] });
});

test('day, place and description are withheld where words may speak of sexual violence, though they are in no lexicon', async () => {
  const { incident } = await incidentWith({ 'incident:violation_type': 'Viol de trois femmes' });
  expect(incident).toMatchObject({ kinds: [], first: '2019-04 FIRST_CITED', last: '2019-04 LAST_CITED' });
  expect(incident).not.toHaveProperty('location');
  expect(incident).not.toHaveProperty('summary');
});

test('a violation without a kind beside one that has a kind leaves the incident without a doubt', async () => {
  const { incident } = await incidentWith({ 'incident:violation_type': 'Torture; Mischief' });
  expect(incident).toMatchObject({ kinds: ['TORTURE'] });
  expect(incident).not.toHaveProperty('doubts');
  expect((incident.facts as Claim[]).map(({ value, doubts }) => [value, doubts])).toEqual(
    expect.arrayContaining([
      ['Torture', undefined],
      ['Mischief', ['KIND_UNKNOWN']],
    ]),
  );
});

test('an incident later than its sources keeps them, and cites the sheet as that which says so', async () => {
  const { incident: clean } = await incidentWith({});
  const later = { 'incident:start_date_year': '2023', 'incident:end_date_year': '2023' };
  const { incident } = await incidentWith(later);
  expect(clean).not.toHaveProperty('doubts');
  expect(incident.doubts).toEqual(['SOURCE_OLDER_THAN_DATE']);
  expect(incident.cites).toEqual([...clean.cites, { report: expect.any(String), secondary: true }]);
});

test('an incident without a source cites the sheet, which then alleges what it attributes', async () => {
  const { incident } = await incidentWith({ 'incident:all:source': '' });
  expect(incident).toMatchObject({ doubts: ['SOURCE_UNKNOWN'], cites: [{ report: expect.any(String) }] });
  const attributions = incident.attributions as Claim[];
  expect(attributions).toHaveLength(3);
  for (const attribution of attributions) expect(attribution.doubts).toEqual(['SOURCE_UNKNOWN']);
});

const PUBLIC_SOURCE = 'a0000000-0000-4000-8000-000000000001';
const RESTRICTED_SOURCE = 'a0000000-0000-4000-8000-000000000011';
const TWIN = { 'incident:perpetrator_unit_id:admin': '', 'incident:perpetrator_unit_name': 'Twin' };

/** The attributions to a name that two units bear, each by a source of its own. */
async function withTwins(...sources: readonly [string, string]) {
  const twins: Change = (_grid, set) => {
    for (const [at, row] of [2, 9].entries()) {
      set(row, 'unit:other_names', 'Twin');
      set(row, 'unit:other_names:source', sources[at] ?? '');
    }
  };
  const { incident, records } = await incidentWith(TWIN, { units: twins });
  const doubted = (incident.attributions as Claim[]).filter(({ doubts }) => doubts?.includes('NAME_AMBIGUOUS'));
  return { doubted, records };
}

test('a perpetrator whose name two units bear is neither of them, but a record of its own', async () => {
  const { doubted, records } = await withTwins(PUBLIC_SOURCE, PUBLIC_SOURCE);
  expect(doubted.length).toBeGreaterThan(0);
  const newUnits = recordsOfType(records, 'units').filter(({ extends: more }) => more !== true);
  const own = newUnits.filter(({ id }) => doubted.some(({ to }) => to === id));
  expect(own).toHaveLength(1);
  expect(own[0]).toMatchObject({
    names: [{ value: 'Twin', doubts: ['NAME_AMBIGUOUS'] }],
    identifiers: [],
  });
});

test('a name that two units bear is known as such to editors alone where a restricted source gives it to one of them', async () => {
  const { doubted, records } = await withTwins(PUBLIC_SOURCE, RESTRICTED_SOURCE);
  expect(doubted.length).toBeGreaterThan(0);
  expect(new Set(doubted.map(({ access }) => access))).toEqual(new Set(['CONFIDENTIAL']));
  const names = recordsOfType(records, 'units').flatMap((unit) => unit.names as Claim[]);
  const ambiguous = names.filter(({ doubts }) => doubts?.includes('NAME_AMBIGUOUS'));
  expect(ambiguous.map(({ access }) => access)).toEqual(['CONFIDENTIAL']);
});

test('the day of an incident of sexual violence stands in none of its doubts', async () => {
  const unreadable = { 'incident:start_date_day': '', 'incident:start_date_month': '', 'incident:start_date_year': '' };
  const { records, errors } = await converted('sfm-newer', {
    incidents: cells({ ...unreadable, 'incident:start_date': '2019-07-08 at night' }, SEXUAL_VIOLENCE),
  });
  expect(errors).toEqual([]);
  const [incident] = recordsOfType(records, 'incidents').filter(({ kinds }) =>
    (kinds as string[]).includes('SEXUAL_VIOLENCE'),
  );
  expect(incident).toMatchObject({ doubts: ['DATE_UNREADABLE'], doubtsAsStated: ['Withheld.'] });
  expect(JSON.stringify(incident)).not.toContain('2019-07-08');
});
