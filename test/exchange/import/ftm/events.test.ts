import { describe, expect, test } from '@jest/globals';
import { faultsOf, recordsOfType } from '../sheets.js';
import { one } from './ftm-records.js';
import { changed, imported, line, WORLD } from './lines.js';

/** What becomes of events, court cases, sanctions and notes of FollowTheMoney. */

describe('a FollowTheMoney event', () => {
  test('is an incident of the kind that its words say, at its place, and involvement accuses nobody', async () => {
    const { records, problems } = await imported(WORLD);
    expect(recordsOfType(records, 'incidents')[0]).toMatchObject({
      title: 'Killings at Brack Ford',
      kinds: ['KILLING'],
      first: '2022-03-04 START',
      last: '2022-03-05 END',
      location: expect.stringMatching(/^location-x-place-/),
      cites: [{ report: expect.stringMatching(/^report-x-doc-/), pinpoint: 'para. 45' }],
      attributions: [],
    });
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'WARNING', row: 8, column: 'involved', got: 'x-battalion' }),
    );
  });

  test('is attributed by each publisher where the caller says what being involved means', async () => {
    const { records, errors } = await imported(WORLD, { involvedAs: 'PERPETRATOR' });
    expect(errors).toEqual([]);
    expect(recordsOfType(records, 'incidents')[0]?.attributions).toEqual([
      {
        to: expect.stringMatching(/^unit-x-battalion-/),
        by: expect.stringMatching(/^body-open-archive-of-velmora-/),
        mode: 'PERPETRATOR',
        cites: [{ report: expect.stringMatching(/^report-x-doc-/), pinpoint: 'para. 45' }],
      },
    ]);
    expect(faultsOf(records)).toEqual([]);
  });

  test('of unknown kind is kept with that doubt and its words, or gets the kind that the caller sets', async () => {
    const lines = changed('x-event', { name: 'Shelling of a market', keywords: 'market' });
    const { records, errors, problems } = await imported(lines);
    expect(errors).toEqual([]);
    expect(faultsOf(records)).toEqual([]);
    expect(recordsOfType(records, 'incidents')[0]).toMatchObject({
      title: 'Shelling of a market',
      kinds: [],
      facts: [{ property: 'KEYWORD', value: 'market' }],
      doubts: ['KIND_UNKNOWN'],
      doubtsAsStated: ['keywords: market'],
    });
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', row: 8, column: 'keywords' }));
    expect(await one('incidents', lines, { incidentKind: 'INDISCRIMINATE_ATTACK' })).toMatchObject({
      kinds: ['INDISCRIMINATE_ATTACK'],
    });
  });

  test.each([
    ['without a date', { startDate: [], endDate: [] }, ['NO_DATE']],
    ['with its end before its start', { startDate: '2022-03-05', endDate: '2022-03-04' }, ['RANGE_REVERSED']],
    ['after its source came out', { startDate: '2023-06', endDate: '2023-07' }, ['SOURCE_OLDER_THAN_DATE']],
  ])('%s is kept with that doubt', async (_what, properties, doubts) => {
    const { records, errors } = await imported(changed('x-event', properties));
    expect(errors).toEqual([]);
    expect(faultsOf(records)).toEqual([]);
    expect(recordsOfType(records, 'incidents')[0]).toMatchObject({ doubts });
  });

  test('of sexual violence shows no day in the words of a doubt', async () => {
    const day = { startDate: '2023-06-07', endDate: '2023-06-07' };
    const { records } = await imported(changed('x-event', { keywords: 'SEXUAL_VIOLENCE', ...day }));
    expect(faultsOf(records)).toEqual([]);
    const [incident] = recordsOfType(records, 'incidents');
    expect(incident).toMatchObject({ doubts: ['SOURCE_OLDER_THAN_DATE'], doubtsAsStated: ['Withheld.'] });
    expect(JSON.stringify(incident)).not.toContain('2023-06-07');
  });

  test('is attributed by the publisher that it names for its address, and not by who passes it on', async () => {
    const lines = [
      ...changed('x-event', { sourceUrl: 'https://example.org/event', publisher: 'Watch' }).filter(
        ({ id }) => id !== 'x-told',
      ),
    ];
    const { records, errors } = await imported(lines, { involvedAs: 'PERPETRATOR' });
    expect(errors).toEqual([]);
    expect(recordsOfType(records, 'incidents')[0]?.attributions).toEqual([
      expect.objectContaining({
        by: expect.stringMatching(/^body-watch-/),
        cites: [{ report: expect.stringMatching(/^report-https-example-org-event-/) }],
      }),
    ]);
  });

  test('of sexual violence keeps its month and no finer date or place', async () => {
    const lines = changed('x-event', { keywords: 'SEXUAL_VIOLENCE', summary: 'In the house at 1 Lane.' });
    const { records } = await imported(lines);
    expect(faultsOf(records)).toEqual([]);
    const [incident] = recordsOfType(records, 'incidents');
    expect(incident).toMatchObject({ title: 'Sexual violence (2022-03)', first: '2022-03 START', last: '2022-03 END' });
    expect(JSON.stringify(incident)).not.toMatch(/2022-03-0|Lane|Brack|location/);
  });
});

describe('a finding from FollowTheMoney', () => {
  const CASE = line('x-case', 'CourtCase', {
    name: 'Warrant',
    type: 'WARRANT',
    category: 'CRIMINAL',
    court: 'Tribunal',
  });
  const PARTY = line('x-party', 'CourtCaseParty', {
    party: 'x-person',
    case: 'x-case',
    date: ['2022-12-01', '2022-11-20'],
    startDate: '2022-03-04',
  });

  test('is made from a court case whose type and proceedings are in our vocabulary, about its parties', async () => {
    const { records, errors, problems } = await imported([...WORLD, PARTY, CASE]);
    expect(errors).toEqual([]);
    expect(faultsOf(records)).toEqual([]);
    expect(recordsOfType(records, 'findings')).toEqual([
      expect.objectContaining({
        type: 'WARRANT',
        proofDomain: 'CRIMINAL',
        by: expect.stringMatching(/^body-tribunal-/),
        about: [expect.stringMatching(/^person-x-person-/)],
        decidedOn: '2022-11-20',
        publishedOn: '2022-12-01',
        conductFrom: '2022-03-04',
      }),
    ]);
    expect(problems).toContainEqual(expect.objectContaining({ column: 'standard', got: 'NOT_STATED' }));
  });

  test('is by the court that the file names', async () => {
    const court = line('body-tribunal', 'PublicBody', { name: 'TRIBUNAL', classification: 'COURT' });
    expect(await one('findings', [...WORLD, court, PARTY, CASE])).toMatchObject({ by: 'body-tribunal' });
  });

  test('is not made from a court case that says too little', async () => {
    const little = line('x-case', 'CourtCase', { name: 'Prosecutor v. Ander', court: 'Tribunal', status: 'open' });
    const { records, problems } = await imported([...WORLD, little]);
    expect(recordsOfType(records, 'findings')).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', row: 11, got: 'open' }));
  });

  test('is made from a sanction, by its authority', async () => {
    const sanction = line('x-sanction', 'Sanction', {
      entity: 'x-person',
      authority: 'Lake League',
      program: 'VM',
      listingDate: '2022-07-01',
    });
    expect(await one('findings', [...WORLD, sanction])).toMatchObject({
      type: 'SANCTION',
      title: 'VM',
      proofDomain: 'ADMINISTRATIVE',
      decidedOn: '2022-07-01',
    });
  });

  test('of our own export is one record, whether it was a note or a sanction of each person', async () => {
    const listed = ['person-a', 'person-b'].flatMap((id) => [
      line(id, 'Person', { name: id }),
      line(`finding-s-${id}`, 'Sanction', {
        entity: id,
        authority: 'Lake League',
        summary: 'Listing',
        listingDate: '2022',
      }),
    ]);
    const note = line('finding-n', 'Note', {
      name: 'N',
      keywords: ['FACTUAL_FINDING', 'FACT_FINDING'],
      publisher: 'Mission',
      createdAt: '2022-09',
      entity: ['person-a'],
    });
    const { records, errors } = await imported([...listed, note]);
    expect(errors).toEqual([]);
    expect(recordsOfType(records, 'findings').map(({ id, type, about }) => [id, type, about])).toEqual([
      ['finding-s', 'SANCTION', ['person-a', 'person-b']],
      ['finding-n', 'FACTUAL_FINDING', ['person-a']],
    ]);
  });
});
