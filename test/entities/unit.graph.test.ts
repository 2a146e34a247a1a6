import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';
import { listed, short, shorts } from '../support/list.js';

useGraphToRead('fictional');

const ALL = ['u1', 'u2', 'u3', 'u6', 'u7', 'u8', 'other-side', 'u0', 'ministry', 'u9', 'u4', 'unknown-brigade', 'u5'];

test('unit(id) returns the unit, and null for an unknown id', async () => {
  expect(
    await answer(
      '{ unit(id: "unit-fx-u9") { __typename id name kinds countries placeholder } no: unit(id: "unit-none") { id } }',
    ),
  ).toEqual({
    unit: {
      __typename: 'Unit',
      id: 'unit-fx-u9',
      name: 'Reed Militia',
      kinds: ['NON_STATE_ARMED_GROUP'],
      countries: ['XV'],
      placeholder: false,
    },
    no: null,
  });
});

test('units lists units by name, ascending or descending', async () => {
  expect(await listed('units')).toEqual(ALL);
  expect(await listed('units', 'orderBy: NAME_DESC')).toEqual([...ALL].reverse());
});

test.each([
  ['name: "brigade"', ['u2', 'unknown-brigade']],
  ['name: "osk"', ['u2']],
  ['kinds: [NON_STATE_ARMED_GROUP]', ['u9']],
  ['kinds: [NON_STATE_ARMED_GROUP, MINISTRY]', ['ministry', 'u9']],
  ['kinds: []', []],
  ['countries: ["XY"]', ['u6', 'u7', 'other-side']],
  ['placeholder: true', ['unknown-brigade']],
  ['placeholder: false', ALL.filter((id) => id !== 'unknown-brigade')],
  ['positionedWithin: "location-fx-l5"', ['u3', 'u4']],
  ['positionedWithin: "location-fx-tarn-region"', ['u3', 'u8', 'u9']],
  ['positionedWithin: "location-fx-velmora"', ['u2', 'u3', 'u8', 'u9', 'u4']],
  ['positionedWithin: "location-none"', []],
  ['attributed: true', ['u3', 'other-side', 'u9']],
  ['attributed: false', ALL.filter((id) => !['u3', 'other-side', 'u9'].includes(id))],
  ['attributed: true, countries: ["XV"], kinds: [ARMED_FORCES]', ['u3']],
])('units filters by %s', async (filter, expected) => {
  expect(await listed('units', `filter: { ${filter} }`)).toEqual(expected);
});

test('an organization that is a unit and a body links each to the other, and no other record does', async () => {
  expect(
    await answer(`{ ministry: unit(id: "org-fx-ministry") { asBody { id kind asUnit { id kinds } } }
      brigade: unit(id: "unit-fx-u2") { asBody { id } } newspaper: body(id: "body-fx-daily") { asUnit { id } } }`),
  ).toEqual({
    ministry: {
      asBody: { id: 'org-fx-ministry', kind: 'AUTHORITY', asUnit: { id: 'org-fx-ministry', kinds: ['MINISTRY'] } },
    },
    brigade: { asBody: null },
    newspaper: { asUnit: null },
  });
});

interface Link {
  readonly kind: string;
  readonly cover?: string;
  readonly subordinate: { readonly id: string };
  readonly superior: { readonly id: string };
}

const links = async (unit: string, field: string, args = ''): Promise<string[]> => {
  const day = /on: "[^"]+"/.exec(args)?.[0];
  const cover = day ? `cover(${day})` : '';
  return (
    await answer(
      `{ unit(id: "unit-fx-${unit}") { ${field}${args} { nodes { kind ${cover} subordinate { id } superior { id } } } } }`,
    )
  ).unit[field].nodes.map((link: Link) =>
    [short(link.subordinate.id), link.kind, short(link.superior.id), link.cover].filter(Boolean).join(' '),
  );
};

test('a command link can be read from its subordinate and from its superior', async () => {
  expect(await links('u3', 'superiorLinks')).toEqual(['u3 COMMAND u2', 'u3 OPERATIONAL u4']);
  expect(await links('u3', 'superiorLinks', '(orderBy: FIRST_DESC)')).toEqual(['u3 OPERATIONAL u4', 'u3 COMMAND u2']);
  expect(await links('u4', 'subordinateLinks')).toEqual(['u3 OPERATIONAL u4']);
  expect(await links('u3', 'subordinateLinks')).toEqual(['u9 COOPERATION u3']);
});

test.each([
  ['(kinds: [ADMINISTRATIVE])', ['u2 ADMINISTRATIVE ministry']],
  ['(kinds: [OPERATIONAL])', []],
  ['(on: "2022-03-20", kinds: [COMMAND])', ['u2 COMMAND u1 CITED']],
  ['(on: "2024-03-20")', []],
  ['(on: "2024-03-20", cover: [OPEN], kinds: [COMMAND])', ['u2 COMMAND u1 OPEN']],
])('superiorLinks%s lists the links above the brigade that it selects', async (args, expected) => {
  expect(await links('u2', 'superiorLinks', args)).toEqual(expected);
});

test('a positioning names its location, and the location lists the positioning', async () => {
  const { unit } =
    await answer(`{ unit(id: "unit-fx-u3") { positionings { nodes { kind location { id positionings { nodes { unit { id } } } } } }
    site: positionings(on: "2022-03-20") { nodes { cover(on: "2022-03-20") location { id } } } none: positionings(kinds: [AREA_OF_OPERATIONS]) { nodes { id } }
    later: positionings(orderBy: FIRST_DESC, first: 1) { nodes { location { id } } } } }`);
  expect(unit.positionings.nodes.map(({ location }: { location: { id: string } }) => location.id)).toEqual([
    'location-fx-l2',
    'location-fx-l5',
  ]);
  expect(unit.positionings.nodes[1].location.positionings.nodes).toEqual([
    { unit: { id: 'unit-fx-u4' } },
    { unit: { id: 'unit-fx-u3' } },
  ]);
  expect(unit.site.nodes).toEqual([{ cover: 'CITED', location: { id: 'location-fx-l2' } }]);
  expect(unit.none.nodes).toEqual([]);
  expect(unit.later.nodes).toEqual([{ location: { id: 'location-fx-l5' } }]);
});

test('an attribution names the body that alleges it and the incident, and the incident lists the attribution', async () => {
  const { unit } =
    await answer(`{ unit(id: "unit-fx-u9") { attributions { nodes { mode by { id } incident { id attributions { nodes { to { ... on Unit { id } } } } } citations { report { id } } } }
    ordered: attributions(modes: [ORDERED]) { totalCount } perpetrator: attributions(modes: [PERPETRATOR, ORDERED]) { totalCount } } }`);
  expect(unit).toEqual({
    attributions: {
      nodes: [
        {
          mode: 'PERPETRATOR',
          by: { id: 'body-fx-lantern' },
          incident: { id: 'incident-fx-i5', attributions: { nodes: [{ to: { id: 'unit-fx-u9' } }] } },
          citations: [{ report: { id: 'report-fx-lantern-2022-04' } }],
        },
      ],
    },
    ordered: { totalCount: 0 },
    perpetrator: { totalCount: 1 },
  });
});

test('a unit lists the findings about it, newest first, with filter and order', async () => {
  const { unit } =
    await answer(`{ unit(id: "unit-fx-u3") { findings { nodes { id } } oldest: findings(orderBy: PUBLISHED) { nodes { id } }
    sanctions: findings(filter: { types: [SANCTION] }) { nodes { id } } } }`);
  expect(shorts(unit.findings.nodes)).toEqual(['b', 'g', 'a']);
  expect(shorts(unit.oldest.nodes)).toEqual(['a', 'g', 'b']);
  expect(shorts(unit.sanctions.nodes)).toEqual(['g']);
});

test('the fictional data has units, attributions and findings of both sides of the conflict', async () => {
  for (const country of ['XV', 'XY']) {
    expect(await listed('units', `filter: { countries: ["${country}"], attributed: true }`)).not.toEqual([]);
  }
  const { unit } = await answer(
    '{ unit(id: "unit-fx-other-side") { findings { nodes { id } } attributions { totalCount } } }',
  );
  expect(unit).toEqual({ findings: { nodes: [{ id: 'finding-fx-i6-un' }] }, attributions: { totalCount: 1 } });
});
