import { describe, expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';

useGraphToRead('amnesty-ukraine', 'public-record');

const DEMAND =
  'kind request on addresseesAsStated by { id } addressees { id } concerns { id } citations { paragraph passageSha256 report { id } }';

describe('demands', () => {
  test('of an assembly say who asks, for what, when, and where it is said', async () => {
    const { body } = await answer(
      `{ body(id:"body-un-general-assembly") { demandsReceived { nodes { ${DEMAND} } } } }`,
    );
    expect(body.demandsReceived.nodes).toEqual([
      {
        kind: 'MECHANISM',
        request: expect.stringContaining('emergency session'),
        on: '2022-02',
        addresseesAsStated: null,
        by: { id: 'body-amnesty-canada' },
        addressees: [{ id: 'body-un-general-assembly' }],
        concerns: [{ id: 'incident-invasion-of-ukraine' }],
        citations: [
          {
            paragraph: 9,
            passageSha256: '941d6f5c11bd377f2f52bfadf9a93ec15878973074e8bfd3ae0aac2c14bcf5f2',
            report: { id: 'report-ai-canada-protect-civilians' },
          },
        ],
      },
    ]);
  });

  test('are found by kind, day, addressee and what they are about, and by who makes them', async () => {
    const count = async (filter: string) =>
      (await answer(`{ demands(filter: {${filter}}) { totalCount } }`)).demands.totalCount;
    expect(await count('')).toBe(30);
    expect(await count('kinds: [ACCESS_FOR_AID]')).toBe(2);
    expect(await count('addressees: ["org-russian-government"]')).toBe(1);
    expect(await count('addressees: ["org-russian-federation"]')).toBe(3);
    expect(await count('concerns: ["incident-indiscriminate-weapons-2022-02-24"]')).toBe(1);
    expect(await count('by: ["body-amnesty-usa"], to: "2022-08-24"')).toBe(3);
    expect(await count('from: "2023-01-01"')).toBe(13);
    const { incident } = await answer(
      '{ incident(id:"incident-yashin-criminal-case") { demands { nodes { kind by { id } } } } }',
    );
    expect(incident.demands.nodes).toEqual([{ kind: 'CESSATION', by: { id: 'body-amnesty-international' } }]);
  });

  test('do not count before they were made', async () => {
    const { body } = await answer(
      '{ body(id:"body-amnesty-international", lens:{publishedBy:"2022-02-28"}) { demands { totalCount } } }',
    );
    expect(body.demands.totalCount).toBe(4);
  });

  test('are claims, and nothing about a unit that they address', async () => {
    const { unit } = await answer(
      '{ unit(id:"org-russian-federation") { demandsReceived { nodes { __typename ... on Claim { status credibility } } } } }',
    );
    expect(unit.demandsReceived.nodes).toHaveLength(3);
    expect(unit.demandsReceived.nodes[0]).toEqual({ __typename: 'Demand', status: 'ACCEPTED', credibility: 2 });
  });
});
