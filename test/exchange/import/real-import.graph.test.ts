import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { graph, useGraph } from '../../support/graph.js';
import { importInto, requestFor } from './batch-requests.js';
import { OPTIONS } from './sheets.js';

/** The publisher's own test set in the graph. It has no licence to copy, so it is read where it lies, or not at all. */

useGraph();
const FOLDER = fileURLToPath(new URL('../../../../shared/data/sfm-importer/', import.meta.url));
const FILES = {
  sources: `${FOLDER}sources.csv`,
  units: `${FOLDER}units.csv`,
  people: `${FOLDER}persons.csv`,
  peopleExtra: `${FOLDER}persons_extra.csv`,
  incidents: `${FOLDER}incidents.csv`,
};
const options = { ...OPTIONS, dataset: 'sfm-sample', itself: { ...OPTIONS.itself, publishedOn: '2026-01-01' } };

const TITLE =
  "the publisher's own SFM sheets are refused with their faulty cells, are imported without them, and change nothing a second time";

if (existsSync(FOLDER)) test(TITLE, real);
else test.skip(`${TITLE} (skipped: ${FOLDER} is not here)`, real);

async function real() {
  const refused = await importInto(await requestFor('sfm-newer', FILES, options));
  expect([refused.state, refused.report.errors]).toEqual(['REFUSED', 4]);
  const { state, effect, report } = await importInto(
    await requestFor('sfm-newer', FILES, options, { skipFaulty: true }),
  );
  expect([state, report.links.balance]).toEqual(['WRITTEN', { in: 15, out: 14, repeated: 1, refused: 0 }]);
  const { in: arrived, out, repeated, refused: lost } = report.citations.balance;
  expect(out + repeated + lost).toBe(arrived);
  const rows = await graph().read(
    {
      name: 'kinds',
      text: `MATCH (n:Record) UNWIND [label IN labels(n) WHERE NOT label IN ['Record', 'Claim', 'Entity']] AS kind
        RETURN kind, count(*) AS count ORDER BY kind`,
    },
    {},
  );
  const kinds = Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
  expect(kinds).toEqual(effect.kinds);
  expect(kinds).toMatchObject({ Report: 113, Unit: 7, Person: 5, Incident: 1, Attribution: 2, Location: 2 });
  const again = await importInto(await requestFor('sfm-newer', FILES, options, { skipFaulty: true }));
  expect([again.state, again.effect.created]).toEqual(['UNCHANGED', 0]);
}
