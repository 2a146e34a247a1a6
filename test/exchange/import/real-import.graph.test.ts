import { expect } from '@jest/globals';
import { graph, useGraph } from '../../support/graph.js';
import { importInto, requestFor } from './batch-requests.js';
import { PUBLISHERS_SHEETS, testWithSheets } from './publishers-sheets.js';
import { OPTIONS } from './sheets.js';

/** The publisher's own test set in the graph. */

useGraph();
const options = {
  ...OPTIONS,
  dataset: 'sfm-sample',
  fileAsReport: { ...OPTIONS.fileAsReport, publishedOn: '2026-01-01' },
};

testWithSheets("the publisher's own SFM sheets are imported whole, and change nothing a second time", async () => {
  const { state, effect, report } = await importInto(await requestFor('sfm-newer', PUBLISHERS_SHEETS, options));
  expect(report.errors).toBe(0);
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
  expect(kinds).toMatchObject({ Report: 113, Unit: 7, Person: 6, Incident: 1, Attribution: 2, Location: 3 });
  const again = await importInto(await requestFor('sfm-newer', PUBLISHERS_SHEETS, options));
  expect([again.state, again.effect.created]).toEqual(['UNCHANGED', 0]);
});
