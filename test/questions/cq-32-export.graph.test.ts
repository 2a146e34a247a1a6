import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS, objectsIn } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';
import { short } from '../support/list.js';

useGraphToRead('fictional');

const EXPORTED =
  'statementId says marks sources { reportId title publisher publishedOn pinpoint url archivedUrl retrievedAt sha256 }';
const EXPORT = `query ($person: ID!, $incident: ID!) { commandResponsibility(person: $person, incident: $incident) {
  matrix { person { name } incident { name } on framework presumption elements { element grade because missing
    supporting { ${EXPORTED} } weighingAgainst { ${EXPORTED} } context { ${EXPORTED} } } }
  basis { contentHash notice datasets { dataset version } lens { recordedBy publishedBy statuses reliabilities } } } }`;

test('Can the answer on person P and incident I be exported with title, publisher, date, pinpoint, archived address and hash of each source?', async () => {
  const variables = { person: 'person-fx-anders', incident: 'incident-fx-i2' };
  const { answers, statements } = await competency('cq-32', EXPORT, variables);
  const { matrix, basis } = answers[0].commandResponsibility;
  const sources = objectsIn(matrix).filter((one) => 'reportId' in one);
  expect([...new Set(sources.map(({ reportId }) => short(String(reportId))))].sort()).toEqual([
    'appeal-2025',
    'archive-2023',
    'daily-2022-03-11',
    'daily-2022-03-19',
    'daily-2022-04',
    'daily-2022-08',
    'judgment-2024',
    'lantern-2022-03',
    'lantern-2022-04',
    'ministry-orders-2021',
    'ministry-yearbook-2024',
    'observer-2022-03',
    'observer-2023',
    'state-judgment-2024',
    'un-2022',
    'veterans-2024',
    'warrant-2023',
  ]);
  for (const source of sources)
    expect(source).toMatchObject({
      title: expect.stringMatching(/./),
      publisher: expect.stringMatching(/./),
      publishedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      pinpoint: expect.stringMatching(/./),
      archivedUrl: expect.stringMatching(/^https:\/\/example\.org\/archive\//),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  expect(basis).toMatchObject({
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    datasets: [{ dataset: 'fictional', version: expect.stringMatching(/./) }],
    lens: { recordedBy: '2026-01-01T00:00:00.000Z', publishedBy: null },
  });
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
