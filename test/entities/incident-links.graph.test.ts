import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';

/** Incidents that are parts of others, in the public record and the five texts. */

useGraphToRead('amnesty-ukraine', 'public-record');

const CAMPAIGN = 'incident-energy-strikes-2022-10-10-to-2023-03-09';

test('a campaign has its strikes for parts, and each strike the campaign for its whole, with sources', async () => {
  const { campaign, strike } = await answer(`{
    campaign: incident(id: "${CAMPAIGN}") { parts { kind incident { id } with { id } citations { report { id } } } partOf { id } sameEvents { id } }
    strike: incident(id: "incident-energy-strikes-2022-10-10") { partOf { with { id } citations { report { id } } } parts { id } } }`);
  expect(campaign.parts.map((link: { incident: { id: string } }) => link.incident.id).sort()).toEqual([
    'incident-energy-strikes-2022-10-10',
    'incident-energy-strikes-2022-12-31',
    'incident-energy-strikes-october-2022',
  ]);
  expect(campaign.parts.every((link: { citations: unknown[] }) => link.citations.length > 0)).toBe(true);
  expect(campaign).toMatchObject({ partOf: [], sameEvents: [] });
  expect(strike).toMatchObject({ partOf: [{ with: { id: CAMPAIGN } }], parts: [] });
});

test('a part is not shown under a lens that leaves out all sources of the link', async () => {
  const { incident } = await answer(`{
    incident(id: "incident-energy-strikes-october-2022", lens: { excludeReports: ["report-coi-2023"] }) { id partOf { id } } }`);
  expect(incident).toEqual({ id: 'incident-energy-strikes-october-2022', partOf: [] });
});

test('a report lists the links of incidents among its statements, and node(id) returns one', async () => {
  const { report } = await answer(`{
    report(id: "report-coi-2023") { statements(kinds: [IncidentLink]) { nodes { id __typename } } } }`);
  const [first] = report.statements.nodes;
  expect(first.__typename).toBe('IncidentLink');
  const { node } = await answer(
    `{ node(id: "${first.id}") { ... on IncidentLink { kind incident { id } with { id } } } }`,
  );
  expect(node).toMatchObject({ kind: 'PART_OF', with: { id: CAMPAIGN } });
});

test('the case file of a strike holds its campaign and the other parts of it', async () => {
  const { commandResponsibility } = await answer(`{ commandResponsibility(person: "person-sergei-surovikin",
    incident: "incident-energy-strikes-2022-10-10") { matrix { on } } }`);
  expect(commandResponsibility.matrix.on).toBe('2022-10-10');
});
