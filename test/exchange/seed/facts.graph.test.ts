import { describe, expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../../support/graph.js';

/** What the data files say, as questions of a reader against the sources: each answer was wrong once. */

useGraphToRead('amnesty-ukraine', 'public-record');

type Ids = { readonly nodes: readonly { readonly id: string }[] };
const idsOf = ({ nodes }: Ids) => nodes.map(({ id }) => id).sort();

const found = async (filter: string) =>
  idsOf((await answer(`{ findings(filter: {${filter}}, first: 100) { nodes { id } } }`)).findings);
const incidents = async (filter: string) =>
  idsOf((await answer(`{ incidents(filter: {${filter}}, first: 100) { nodes { id } } }`)).incidents);

describe('the words of a finding are those of its source', () => {
  test('serious violations are not called grave breaches, which is a term of law', async () => {
    const { finding } = await answer('{ finding(id:"finding-ai-serious-violations-2022"){citations{paraphrase}} }');
    expect(finding.citations.map(({ paraphrase }: { paraphrase: string }) => paraphrase)).toEqual([
      expect.stringContaining('serious violations of both bodies of law'),
    ]);
  });

  test('evidence of alleged war crimes is alleged, and not possible', async () => {
    const { finding } = await answer(
      '{ finding(id:"finding-ai-alleged-war-crimes-retaken-areas"){classifications{certainty asStated}} }',
    );
    expect(finding.classifications).toEqual([{ certainty: 'ALLEGED', asStated: 'alleged war crimes' }]);
  });

  test('the act of aggression is found apart from a war of aggression, and no source finds the crime', async () => {
    expect(await found('codes:["ACT_OF_AGGRESSION"]')).toEqual([
      'finding-ai-aggression-2022',
      'finding-ai-aggression-2023',
    ]);
    expect(await found('codes:["CRIME_OF_AGGRESSION"]')).toEqual([]);
    expect(await found('codes:["AGGRESSION"]')).toEqual([
      'finding-ai-aggression-2022',
      'finding-ai-aggression-2022-08-26',
      'finding-ai-aggression-2023',
      'finding-aiusa-aggression-2022-08-24',
    ]);
  });

  test('a war that began six months before 24 August 2022 began on 24 February', async () => {
    const { finding } = await answer('{ finding(id:"finding-aiusa-aggression-2022-08-24"){conductFrom} }');
    expect(finding.conductFrom).toBe('2022-02-24');
  });
});

describe('an incident is what its sources say of it', () => {
  test('only the invasion itself and the crossing of the border are of the kind aggression', async () => {
    expect(await incidents('kinds: [AGGRESSION]')).toEqual([
      'incident-border-crossings-2022-02-24',
      'incident-invasion-of-ukraine',
    ]);
    expect(await incidents('kinds: [ATTACK]')).toEqual([
      'incident-attack-on-kyiv-2022-02-24',
      'incident-kharkiv-smerch-2022-02-24',
      'incident-kyiv-airstrikes-october-2022',
      'incident-shelling-in-kyiv-2022',
    ]);
  });

  test('the invasion went on for as long as sources say', async () => {
    expect(await incidents('from:"2022-06-01",to:"2022-08-01",text:"invasion"')).toContain(
      'incident-invasion-of-ukraine',
    );
    const { incident } = await answer(
      '{ incident(id:"incident-invasion-of-ukraine"){range{first last} citations{paraphrase}} }',
    );
    expect(incident.range).toEqual({ first: '2022-02-24', last: '2023-02-22' });
    const paraphrases = incident.citations.map(({ paraphrase }: { paraphrase: string }) => paraphrase);
    expect(paraphrases.filter((paraphrase: string) => paraphrase.includes('armed conflict'))).toEqual([
      'The armed conflict between the two countries widened and broke into the open early on 24 February.',
    ]);
  });

  test('of those who fled, 3.8 million had gone abroad, beside millions driven from home', async () => {
    const { incident } = await answer('{ incident(id:"incident-displacement-2022"){citations{paraphrase}} }');
    const [paraphrase] = incident.citations.map((citation: { paraphrase: string }) => citation.paraphrase).sort();
    expect(paraphrase).not.toMatch(/most of/);
  });

  test('the strike on the theatre has its day, hour and means, each by the report that gives them', async () => {
    const { incident } = await answer(
      '{ incident(id:"incident-mariupol-theatre-strike"){range{first} summary facts{property value citations{report{id}}}} }',
    );
    // The item of the day before gives the month; the question is about the day that the report gives.
    expect(incident.range.first).toBe('2022-03');
    const theatre = await answer(
      '{ incident(id:"incident-mariupol-theatre-strike"){ commandResponsibility { warnings } chainsOfCommand { warnings } } }',
    );
    for (const { warnings } of [theatre.incident.commandResponsibility, theatre.incident.chainsOfCommand])
      expect(warnings).toEqual([
        'The incident is dated 2022-03: closer sources date it to 2022-03-16, for which it is assessed.',
      ]);
    expect(incident.summary).toContain('March 2022');
    const facts = incident.facts.map(
      (fact: { property: string; value: string; citations: { report: { id: string } }[] }) =>
        `${fact.property}: ${fact.value} (${fact.citations.map(({ report }) => report.id)})`,
    );
    expect(facts.sort()).toEqual([
      'FIRST: 2022-03-16 START (report-ai-theatre)',
      'LAST: 2022-03-16 END (report-ai-theatre)',
      'MEANS: fighter aircraft, very probably (report-ki-theatre)',
      'MEANS: two bombs of 500 kg each, very probably (report-ki-theatre)',
      'SUMMARY: Struck on 16 March 2022 shortly after 10:00, very probably by two bombs of 500 kg each that fighter aircraft dropped. (report-ki-theatre)',
      'TIME_OF_DAY: shortly after 10:00 (report-ki-theatre)',
    ]);
  });
});

const ATTRIBUTED = (id: string) =>
  `{ incident(id:"${id}"){attributions{nodes{mode by{id} to{... on Unit{id} ... on Person{id}}}}} }`;
const attributed = async (id: string) =>
  (await answer(ATTRIBUTED(id))).incident.attributions.nodes
    .map(({ mode, by, to }: { mode: string; by: { id: string }; to: { id: string } }) => `${to.id} ${mode} ${by.id}`)
    .sort();

describe('a source that names two together says of neither that it carried it out', () => {
  test.each([
    'incident-coi-2023-wilful-killings',
    'incident-coi-2023-attacks-on-civilians',
    'incident-coi-2023-unlawful-confinement',
    'incident-coi-2023-torture',
    'incident-coi-2023-rape',
  ])('in %s', async (id) => {
    expect(await attributed(id)).toEqual([
      'org-russian-federation NAMED body-coi-ukraine',
      'unit-russian-armed-forces NAMED body-coi-ukraine',
    ]);
  });

  test('in the campaign against energy infrastructure and the deportation of children, where warrants name people', async () => {
    const ICC = 'body-icc-pre-trial-chamber-ii';
    expect(await attributed('incident-deportation-of-children')).toEqual([
      'org-russian-federation NAMED body-coi-ukraine',
      `person-maria-lvova-belova COMMITTED ${ICC}`,
      `person-vladimir-putin COMMITTED ${ICC}`,
      `person-vladimir-putin FAILED_TO_CONTROL ${ICC}`,
      'unit-russian-armed-forces NAMED body-coi-ukraine',
    ]);
    const campaign = await attributed('incident-energy-strikes-2022-10-10-to-2023-03-09');
    expect(campaign.filter((line: string) => line.startsWith('person-'))).toHaveLength(12);
    expect(campaign.filter((line: string) => !line.startsWith('person-'))).toEqual([
      'org-russian-federation NAMED body-coi-ukraine',
      'unit-russian-armed-forces NAMED body-coi-ukraine',
    ]);
  });
});

test('both warrants of each year attribute the modes that they state', async () => {
  const { person } = await answer('{ person(id:"person-vladimir-putin"){attributions{totalCount}} }');
  expect(person.attributions.totalCount).toBe(2);
});

test('the paper that counts what Russia launched on 10 October 2022 names the State', async () => {
  expect(await attributed('incident-energy-strikes-2022-10-10')).toEqual([
    'org-russian-federation RESPONSIBLE_STATE body-kyiv-independent',
  ]);
});

test('the commission of inquiry has its full name', async () => {
  const { body } = await answer('{ body(id:"body-coi-ukraine"){name names{value}} }');
  expect(body.name).toBe('Independent International Commission of Inquiry on Ukraine');
  expect(body.names.map(({ value }: { value: string }) => value)).toContain(body.name);
});

describe('a finding without an incident has places of its own', () => {
  const COI_2022 = [
    'finding-coi-2022-russian-forces',
    'finding-coi-2022-russian-forces-war-crimes',
    'finding-coi-2022-ukrainian-forces',
    'finding-coi-2022-ukrainian-forces-war-crimes',
  ];

  test.each(['kyiv', 'chernihiv', 'kharkiv', 'sumy'])('the region of %s has those of October 2022', async (region) => {
    expect(await found(`within:"location-${region}-region"`)).toEqual(COI_2022);
    expect(await found(`incidentWithin:"location-${region}-region"`)).toEqual([]);
  });

  test('eastern Ukraine has the one on 2014 and 2015', async () => {
    expect(await found('within:"location-eastern-ukraine"')).toEqual(['finding-ai-eastern-ukraine-2014-2015']);
    const { finding } = await answer('{ finding(id:"finding-ai-eastern-ukraine-2014-2015"){places{id}} }');
    expect(finding.places).toEqual([{ id: 'location-eastern-ukraine' }]);
  });

  test('a place still has the findings on the incidents there', async () => {
    expect(await found('within:"location-mariupol"')).toEqual(await found('incidentWithin:"location-mariupol"'));
  });
});

test('a second paper knows who commanded on 10 October 2022', async () => {
  const { unit } =
    await answer(`{ unit(id:"unit-joint-group-of-forces-ukraine", lens:{excludePublishers:["body-kyiv-independent"]}) {
    postings(on:"2022-10-10") { nodes { cover(on: "2022-10-10") role person { id } citations { report { id } } } } } }`);
  expect(unit.postings.nodes).toEqual([
    {
      cover: 'CITED',
      role: 'COMMANDER',
      person: { id: 'person-sergei-surovikin' },
      citations: [{ report: { id: 'report-rferl-2023' } }],
    },
  ]);
});

describe('State, government, presidency, forces and ministry are five things', () => {
  test('each is of a kind of its own', async () => {
    const kinds = async (id: string) => (await answer(`{ unit(id:"${id}"){kinds} }`)).unit.kinds;
    expect(await kinds('org-russian-federation')).toEqual(['STATE']);
    expect(await kinds('org-russian-government')).toEqual(['GOVERNMENT']);
    expect(await kinds('org-russian-presidency')).toEqual(['PRESIDENCY']);
    expect(await kinds('unit-russian-armed-forces')).toEqual(['ARMED_FORCES']);
    expect(await kinds('org-russian-ministry-of-defence')).toEqual(['MINISTRY']);
  });

  test('a president heads the presidency, and not the government', async () => {
    const { person } = await answer('{ person(id:"person-vladimir-putin"){postings{nodes{role unit{id}}}} }');
    expect(person.postings.nodes).toEqual([
      { role: 'HEAD', unit: { id: 'org-russian-presidency' } },
      { role: 'HEAD', unit: { id: 'org-russian-presidency' } },
    ]);
  });

  test('a president commands nobody by that post alone', async () => {
    const { commandResponsibility } = await answer(`{ commandResponsibility(person:"person-vladimir-putin",
      incident:"incident-forcible-transfer-2022", framework:ROME_STATUTE_28B, on:"2022-10-01") {
      notAssessed matrix { place { role unit { name } links } elements { element grade because supporting { says } } } } }`);
    expect(commandResponsibility.matrix).toBeNull();
    expect(commandResponsibility.notAssessed).toMatch(/^No source/);
  });
});
