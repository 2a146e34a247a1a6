import { expect, test } from '@jest/globals';
import { Reader } from '../../../src/graph/graph.js';
import { viewOf } from '../../../src/model/lens.js';
import { CaseFiles } from '../../../src/questions/case-file/case-file.loader.js';
import { narrow } from '../../../src/questions/case-file/narrow.rules.js';
import { graph, useGraphToRead } from '../../support/graph.js';
import { PUBLIC } from '../../support/secrets.js';
import { counted, left } from './counted.js';

useGraphToRead('amnesty-ukraine', 'public-record');

/** An incident with parts, and one of which sources say that it went on. */
const INCIDENTS = {
  of: 'INCIDENTS' as const,
  incidentIds: ['incident-energy-strikes-2022-10-10-to-2023-03-09', 'incident-invasion-of-ukraine'],
  personIds: [],
};

test('each day of the record leaves the same links of incidents in memory as in the graph', async () => {
  const caseFiles = new CaseFiles(new Reader(graph()));
  const { reports } = await caseFiles.open(INCIDENTS, viewOf(PUBLIC));
  const days = [...new Set([...reports.values()].map(({ publishedMax }) => publishedMax))].sort();
  const sizes: number[] = [];
  for (const publishedBy of days) {
    const view = viewOf(PUBLIC, { publishedBy });
    const whole = await caseFiles.open(INCIDENTS, view);
    // A link of an incident that does not count goes with it.
    const incidents = (await counted(whole, 'incidents', view)).map((text) => text.split(' ')[0]);
    const incidentLinks = whole.incidentLinks.filter(({ incidentId, withId }) =>
      [incidentId, withId].every((id) => incidents.includes(id)),
    );
    const narrowed = left(narrow(whole, view), 'incidentLinks');
    expect([publishedBy, narrowed]).toEqual([
      publishedBy,
      await counted({ ...whole, incidentLinks }, 'incidentLinks', view),
    ]);
    sizes.push(narrowed.length);
  }
  expect(sizes.at(0)).toBeLessThan(sizes.at(-1) ?? 0);
});
