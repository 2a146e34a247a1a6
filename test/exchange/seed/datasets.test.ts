import { describe, expect, test } from '@jest/globals';
import { checkDatasets, DEFAULT_DATASETS } from '../../../src/exchange/seed/load-datasets.js';
import { datasetNames, readDataset, readLegalCodes } from '../../../src/exchange/seed/read-datasets.js';
import { type Draft, draftOf } from '../../../src/model/record/draft.js';

const DATASETS = ['amnesty-ukraine', 'fictional', 'public-record'];

describe('the datasets of the seed', () => {
  test('are three', async () => {
    expect(await datasetNames()).toEqual(DATASETS);
  });

  test.each(DATASETS)(
    'include %s, which breaks no invariant together with the datasets that it requires',
    async (name) => {
      const { datasets, draft } = await checkDatasets([name]);
      expect(datasets.at(-1)?.dataset.id).toBe(name);
      expect(draft.nodes.length).toBeGreaterThan(100);
    },
  );

  test('break no invariant all together', async () => {
    const { datasets } = await checkDatasets(DATASETS);
    expect(datasets.map(({ dataset }) => dataset.id).sort()).toEqual(DATASETS);
  });

  test('are read after the datasets that they require, each once', async () => {
    const { datasets } = await checkDatasets(['public-record', 'amnesty-ukraine']);
    expect(datasets.map(({ dataset }) => dataset.id)).toEqual(['amnesty-ukraine', 'public-record']);
  });

  test('are not invented where they are loaded by default', () => {
    expect(DEFAULT_DATASETS).toEqual(['amnesty-ukraine', 'public-record']);
  });
});

describe('both sides of the war', () => {
  /** The types of findings about a unit or about incidents attributed to it. */
  function findingsAgainst(draft: Draft, unit: string): string[] {
    const attributed = draft.edges
      .filter(({ type, to }) => type === 'TO' && to === unit)
      .flatMap(({ from }) =>
        draft.edges.filter((edge) => edge.type === 'OF' && edge.from === from).map(({ to }) => to),
      );
    return draft.edges
      .filter(({ type, to }) => (type === 'ABOUT' && to === unit) || (type === 'CONCERNS' && attributed.includes(to)))
      .map(({ from }) => from)
      .filter((id) => id.startsWith('finding-'));
  }

  test.each([
    ['amnesty-ukraine', 'unit-russian-armed-forces'],
    ['amnesty-ukraine', 'unit-ukrainian-forces'],
  ])('are in %s, with findings about %s', async (name, unit) => {
    expect(findingsAgainst(draftOf(await readDataset(name)), unit).length).toBeGreaterThan(0);
  });

  test.each(['fictional', 'public-record'])(
    'are in %s, with findings about the forces of two countries at least',
    async (name) => {
      const { draft } = await checkDatasets([name]);
      const units = draft.nodes.filter(({ labels }) => labels.includes('Unit'));
      const accused = units.filter(({ id }) => findingsAgainst(draft, id).length > 0).map(({ id }) => id);
      const facts = draft.nodes.filter(({ properties }) => properties.property === 'COUNTRY');
      const countryOf = new Map(facts.map(({ id, properties }) => [id, properties.code]));
      const ofAccused = draft.edges.filter(
        ({ from, to, type }) => type === 'OF' && countryOf.has(from) && accused.includes(to),
      );
      expect(new Set(ofAccused.map(({ from }) => countryOf.get(from))).size).toBeGreaterThan(1);
    },
  );
});

describe('the texts of Amnesty International name', () => {
  async function named(label: string): Promise<Map<string, string>> {
    const { nodes, edges } = draftOf(await readDataset('amnesty-ukraine'));
    const ofLabel = new Set(nodes.filter(({ labels }) => labels.includes(label)).map(({ id }) => id));
    const entityOf = new Map(edges.filter(({ type }) => type === 'OF').map(({ from, to }) => [from, to]));
    const names = nodes.filter(({ labels }) => labels.includes('Name'));
    const found = names.map(({ id, properties }) => [String(properties.value), entityOf.get(id) ?? ''] as const);
    return new Map(found.filter(([, entity]) => ofLabel.has(entity)));
  }

  test.each([
    ['Agnès Callamard', 'person-agnes-callamard'],
    ['Marie Struthers', 'person-marie-struthers'],
    ['Denis Krivosheev', 'person-denis-krivosheev'],
    ['Vladimir Putin', 'person-vladimir-putin'],
    ['Alyaksandr Lukashenka', 'person-alyaksandr-lukashenka'],
    ['Ilya Yashin', 'person-ilya-yashin'],
  ])('the person %s', async (name, id) => {
    expect((await named('Person')).get(name)).toBe(id);
  });

  test.each([
    ['International Atomic Energy Agency', 'body-iaea'],
    ['Human Rights Council', 'body-un-human-rights-council'],
    ['International Criminal Court', 'body-icc'],
    ['ICC', 'body-icc'],
    ['UN General Assembly', 'body-un-general-assembly'],
  ])('the body %s', async (name, id) => {
    expect((await named('Body')).get(name)).toBe(id);
  });

  test.each([
    [/commission of inquiry/i, 'body-coi-ukraine'],
    [/subcommittee/i, 'body-us-house-subcommittee-europe'],
    [/HFAC|Foreign Affairs/, 'body-us-house-foreign-affairs-committee'],
  ])('the body whose name holds %s', async (name, id) => {
    const bodies = [...(await named('Body'))];
    expect(bodies.filter(([value]) => name.test(value)).map(([, body]) => body)).toContain(id);
  });

  test.each([
    ['Izium', 'location-izium'],
    ['Mariupol', 'location-mariupol'],
    ['Kyiv', 'location-kyiv'],
    ['Lviv', 'location-lviv'],
    ['Kharkiv', 'location-kharkiv'],
    ['Borodianka', 'location-borodianka'],
    ['Mahiliou', 'location-mahiliou'],
  ])('the place %s', async (name, id) => {
    expect((await named('Location')).get(name)).toBe(id);
  });

  test.each([
    [/theatre/i, 'location-mariupol-drama-theatre'],
    [/Zapori\w+ .*plant/i, 'location-zaporizhzhia-nuclear-power-plant'],
  ])('the site whose name holds %s', async (name, id) => {
    const sites = [...(await named('Location'))];
    expect(sites.filter(([value]) => name.test(value)).map(([, site]) => site)).toContain(id);
  });
});

test('a private person against whom sources complain of a conviction is named nowhere in the seed', async () => {
  const { datasets, draft } = await checkDatasets(DATASETS);
  expect(JSON.stringify(draft)).toContain('finding-belarus-court-repost-conviction');
  expect(JSON.stringify([draft, datasets])).not.toMatch(/pyarednya/i);
});

test('each of the twelve items of the press list is a report with its own date', async () => {
  const { records } = await readDataset('amnesty-ukraine');
  const reports = records.reports.map(({ record }) => record);
  const list = reports.find(({ id }) => id === 'report-aiusa-press-list');
  const items = reports.filter(({ id }) => list?.derivedFrom.includes(id));
  expect(items.map(({ publishedOn }) => publishedOn?.text)).toEqual([
    '2022-11-10',
    '2022-10-20',
    '2022-09-21',
    '2022-09-12',
    '2022-09-08',
    '2022-09-06',
    '2022-08-26',
    '2022-08-24',
    '2022-08-03',
    '2022-07-13',
    '2022-07-06',
    '2022-06-29',
  ]);
  expect(new Set(items.map(({ document, publisher }) => `${document} ${publisher}`))).toEqual(
    new Set(['001_3b8ccfa1023541a2 body-amnesty-usa']),
  );
});

test('the act and the crime of aggression stand apart among the legal codes, each with its paragraph of the Rome Statute', async () => {
  const withinOf = new Map((await readLegalCodes()).map(({ record: { code, within } }) => [code, within]));
  expect(withinOf.get('8bis(2)')).toBe('ACT_OF_AGGRESSION');
  expect(withinOf.get('8bis(1)')).toBe('CRIME_OF_AGGRESSION');
  expect([withinOf.get('ACT_OF_AGGRESSION'), withinOf.get('CRIME_OF_AGGRESSION')]).toEqual([
    'AGGRESSION',
    'AGGRESSION',
  ]);
});

describe('the custody of the reports of the seed', () => {
  const reportsOf = async () => {
    const { datasets, draft } = await checkDatasets(DEFAULT_DATASETS);
    const cited = new Set(draft.edges.filter(({ type }) => type === 'CITES').map(({ to }) => to));
    return { reports: datasets.flatMap(({ records }) => records.reports.map(({ record }) => record)), cited };
  };

  test('has one hash value for each text in which paragraphs are counted, and no two texts share one', async () => {
    const { reports } = await reportsOf();
    const pairs = new Set(reports.flatMap(({ document, sha256 }) => (document ? [`${document} ${sha256}`] : [])));
    expect([...pairs].sort()).toEqual([
      '000_cb3bb46ddb86709a 6582cde0e38f9d02b0a1ba8420a21b9fc9723da186c20cd1bae1a8436ccbc738',
      '001_3b8ccfa1023541a2 b1c4bfb17e2676a53ee9baec2e15fa9ac338f7afc3cf00439eb208a772ca1890',
      '002_5c00666094906ae4 88a440e87f5e685afdf6468ef01ad535bce63a6fd20bf43993ddacc4345b0182',
      '003_0387279360598182 c4651d9e49024a90791b323e1e211469f85497d849ae91fd2637f34ce11238e7',
      '004_0f0e1377111ccdf2 9d23e98c36afb4700cd2f4e5d1dfdb7aeb45d3a033047f7261647df2e2bf35cb',
    ]);
  });

  test('says where a text of a court or commission was read that was not read on its site, and grades none of them A', async () => {
    const { reports } = await reportsOf();
    const copies = reports.filter(({ copyUrl }) => copyUrl !== undefined);
    expect(copies.map(({ id, reliability, url }) => [id, reliability, url])).toEqual([
      ['report-geonames', 'B', 'https://www.geonames.org/'],
      ['report-icc-2023', 'B', undefined],
      ['report-icc-2024b', 'B', undefined],
      ['report-coi-2022', 'B', undefined],
      ['report-coi-2023', 'B', undefined],
      ['report-rferl-2023', 'B', undefined],
    ]);
    for (const { url = '' } of reports) expect(url).not.toMatch(/america-times|katakata|readkong|eurasiareview/);
  });

  test('grades no report that was not read, and cites none for a statement', async () => {
    const { reports, cited } = await reportsOf();
    const relayed = reports.filter(({ note, reliability }) => note?.startsWith('Not read') && reliability === 'F');
    expect(relayed.map(({ id }) => id).sort()).toEqual([
      'report-iaea-zaporizhzhia-2022',
      'report-icc-2024a-announcement',
      'report-russian-mod-2022-10-08',
      'report-russian-mod-2023-01-11',
      'report-un-filtration-2022',
    ]);
    for (const { id } of reports.filter(({ note }) => note?.includes('ot read;'))) expect(cited.has(id)).toBe(false);
  });

  test('calls a publisher a party where it is a ministry of one of the two States, and says nothing of others', async () => {
    const { reports } = await reportsOf();
    const assessed = reports.flatMap(({ publisher, partyToConflict }) =>
      partyToConflict === undefined ? [] : [`${publisher} ${partyToConflict}`],
    );
    expect(new Set(assessed)).toEqual(new Set(['org-russian-ministry-of-defence true']));
  });
});
