import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { lexicons } from '../../../src/exchange/import/words/lexicons.js';
import { COMMANDING_ROLES } from '../../../src/model/command-words.js';
import { coverOn, type EndHardness, parseDate, type StartHardness } from '../../../src/model/date-range.js';
import { dataFolder, testWith } from '../../support/data-of-others.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { faultsOf, OPTIONS, type Outcome, outcome, recordsOfType } from './sheets.js';

/** Sheets of the older generation with their real headings and one of each trouble, row by row as their README expects. */

const FOLDER = dataFolder('sfm-older');
const testWithSheets = testWith(FOLDER);
const FILES = { sources: `${FOLDER}sources.csv`, units: `${FOLDER}units.tsv`, people: `${FOLDER}persons.csv` };
const SHEET = OPTIONS.fileAsReport.id;

let sheets: Promise<Outcome> | undefined;
const read = () => {
  sheets ??= outcome('sfm-older', FILES);
  return sheets;
};

interface Claim {
  readonly subordinate: string;
  readonly superior: string;
  readonly person: string;
  readonly at: string;
  readonly role: string;
  readonly first?: string;
  readonly last?: string;
  readonly status?: string;
  readonly doubts?: readonly string[];
  readonly cites: readonly { readonly report: string; readonly secondary?: true }[];
  readonly [field: string]: unknown;
}

interface Named {
  readonly id: string;
  readonly names: readonly { readonly value: string; readonly kind: string }[];
}

async function idOf(type: 'units' | 'people', name: string): Promise<string> {
  const all = recordsOfType((await read()).records, type) as unknown as Named[];
  const ids = new Set(all.filter(({ names }) => names.some(({ value }) => value === name)).map(({ id }) => id));
  expect([name, ids.size]).toEqual([name, 1]);
  return [...ids][0] ?? '';
}

async function linksAbove(unit: string, superior?: string): Promise<Claim[]> {
  const [below, above] = [await idOf('units', unit), superior && (await idOf('units', superior))];
  const links = recordsOfType((await read()).records, 'command-links') as unknown as Claim[];
  return links.filter((link) => link.subordinate === below && (above === undefined || link.superior === above));
}

async function postsOf(name: string): Promise<Claim[]> {
  const id = await idOf('people', name);
  return (recordsOfType((await read()).records, 'postings') as unknown as Claim[]).filter(
    ({ person }) => person === id,
  );
}

/** The firmest cover of a day among claims, by their dates and by what their own sources can know. */
async function coverOf(claims: readonly Claim[], day: string): Promise<string> {
  const reports = recordsOfType((await read()).records, 'reports') as unknown as {
    readonly id: string;
    readonly publishedOn?: string;
  }[];
  const publishedMax = (id: string) => {
    const published = reports.find((report) => report.id === id)?.publishedOn;
    return published ? parseDate(published).max : '9999-12-31';
  };
  const covers = claims.map(({ first, last, cites }) => {
    if (!first || !last) return 'OPEN';
    const [[from = '', start], [to = '', end]] = [first.split(' '), last.split(' ')];
    const range = {
      ...{ first: parseDate(from), firstHardness: start as StartHardness },
      ...{ last: parseDate(to), lastHardness: end as EndHardness },
    };
    const published = cites.filter(({ secondary }) => !secondary).map(({ report }) => publishedMax(report));
    return coverOn(range, day, published.sort().at(-1) ?? '');
  });
  return ['CITED', 'IMPRECISE', 'ASSUMED', 'OPEN', 'NONE'].find((cover) => (covers as string[]).includes(cover)) ?? '';
}

describe('the older sheets', () => {
  testWithSheets(
    'go in whole: 14 rows of 13 units, with no link refused and nothing that breaks an invariant',
    async () => {
      const { records, errors, report } = await read();
      expect(errors).toEqual([]);
      expect(report.links.balance).toEqual({ in: 35, out: 35, repeated: 0, refused: 0 });
      // The word nan is no source.
      expect(report.citations.balance).toEqual({ in: 180, out: 177, repeated: 2, refused: 1 });
      const ids = (type: 'units' | 'people') => new Set(recordsOfType(records, type).map(({ id }) => id)).size;
      expect([ids('units'), ids('people')]).toEqual([13, 14]);
      expect(faultsOf(records)).toEqual([]);
    },
  );

  testWithSheets('have no heading that is not known', async () => {
    const { problems } = await read();
    expect(problems.filter(({ row, expected }) => row === 1 && expected === 'a column of this format')).toEqual([]);
  });

  testWithSheets('give 13 links upward, 1 membership, 2 sites and 2 areas', async () => {
    const { records } = await read();
    const distinct = (type: 'command-links' | 'positionings', ...fields: string[]) =>
      new Set(recordsOfType(records, type).map((record) => fields.map((field) => record[field]).join())).size;
    expect(distinct('command-links', 'subordinate', 'superior')).toBe(14);
    const kinds = recordsOfType(records, 'command-links').map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'MEMBERSHIP')).toHaveLength(1);
    const places = recordsOfType(records, 'positionings') as unknown as {
      kind: string;
      unit: string;
      location: string;
    }[];
    const placesOf = (use: string) =>
      new Set(places.filter(({ kind }) => kind === use).map(({ unit, location }) => `${unit} ${location}`)).size;
    expect([placesOf('SITE'), placesOf('AREA_OF_OPERATIONS')]).toEqual([2, 2]);
  });
});

describe('a unit of the older sheets', () => {
  testWithSheets('keeps a link whose class rests on a source older than the link, with the doubt', async () => {
    const links = await linksAbove('7th Division', 'Velmoran Army');
    expect(links.filter(({ doubts }) => doubts?.includes('SOURCE_OLDER_THAN_DATE'))).toEqual([
      expect.objectContaining({
        kind: 'COMMAND',
        doubtsAsStated: ['OrganizationOrganization:classification: 2013-08-19'],
      }),
    ]);
    expect(await coverOf(links, '2014-01-01')).toBe('CITED');
  });

  testWithSheets('stands under the one division until its end, and under the other from its start', async () => {
    const [third, seventh] = [
      await linksAbove('21st Brigade', '3rd Division'),
      await linksAbove('21st Brigade', '7th Division'),
    ];
    expect([await coverOf(third, '2013-08-18'), await coverOf(seventh, '2013-08-18')]).toEqual(['CITED', 'NONE']);
    // A source last saw it under the 3rd in 2002; the end that another states overrules that.
    expect([
      await coverOf(
        third.filter(({ last }) => last?.endsWith('END')),
        '2013-08-19',
      ),
      await coverOf(seventh, '2013-08-19'),
    ]).toEqual(['NONE', 'CITED']);
  });

  testWithSheets('keeps a parent without any date: every day is open, and none is cited', async () => {
    const links = await linksAbove('Operation FALCON', 'Armed Forces of Velmora');
    expect(links).toEqual([expect.objectContaining({ doubts: ['NO_DATE'] })]);
    expect(links[0]).not.toHaveProperty('first');
    for (const day of ['1990-01-01', '2017-08-09']) expect(await coverOf(links, day)).toBe('OPEN');
  });

  testWithSheets('is assumed to continue after an empty or equal last citation with Y', async () => {
    for (const [unit, day] of [
      ['Central Police Division', '2020-01-01'],
      ["Area 'H' Police Area Command (Lake State)", '2020-01-01'],
      ['Unknown Police Area Command in East Province', '2020-01-01'],
    ] as const)
      expect([unit, await coverOf(await linksAbove(unit), day)]).toEqual([unit, 'ASSUMED']);
  });

  testWithSheets('is not cited on a day of which its only source cannot know, and says why', async () => {
    for (const unit of ['Central Police Division', "Area 'H' Police Area Command (Lake State)"]) {
      const links = await linksAbove(unit);
      expect(await coverOf(links, '2012-07-18')).toBe('ASSUMED');
      for (const { doubts, cites } of links) {
        expect(doubts).toContain('SOURCE_OLDER_THAN_DATE');
        expect(cites).toContainEqual({ report: SHEET, secondary: true });
        expect(cites.some(({ secondary }) => !secondary)).toBe(true);
      }
    }
  });

  testWithSheets('cites the one source that is there, and the word nan is told once', async () => {
    const { problems } = await read();
    expect(problems.filter(({ got }) => got === 'nan')).toEqual([
      expect.objectContaining({ severity: 'WARNING', file: 'units.tsv', row: 14 }),
    ]);
  });

  testWithSheets(
    'without a class and without an id is known by its name; its link is under command, and that is told',
    async () => {
      expect(await idOf('units', 'Harbour Police Division')).toMatch(/^unit-harbour-police-division-/);
      expect(await linksAbove('Harbour Police Division')).toEqual([expect.objectContaining({ kind: 'COMMAND' })]);
      const { problems } = await read();
      expect(problems).toContainEqual(
        expect.objectContaining({
          row: 15,
          message: 'There is no class; a child without a class is taken to be under command.',
        }),
      );
    },
  );
});

describe('a source of the older sheets', () => {
  testWithSheets('whose date is a word or cannot be read is imported undated, with the words in its note', async () => {
    const reports = recordsOfType((await read()).records, 'reports');
    const noted = (text: string) => reports.filter(({ note }) => String(note).includes(text));
    for (const text of ['Published: Undated.', 'Published: 2015-020-24.', 'Published: 2018-03.20.']) {
      expect(noted(text)).toHaveLength(1);
      expect(noted(text)[0]).not.toHaveProperty('publishedOn');
    }
    expect(noted('Address: Accessed via Lexis.')).toHaveLength(1);
    expect(noted('Archive: No archive available')).toHaveLength(3);
    expect(reports.find(({ publishedOn }) => publishedOn === '2010')).toBeDefined();
  });

  testWithSheets('twice with the same words is one report', async () => {
    const ids = recordsOfType((await read()).records, 'reports').map(({ id }) => id);
    expect(ids.filter((id) => String(id).includes('3715d5dc'))).toHaveLength(1);
  });
});

describe('a person of the older sheets', () => {
  testWithSheets('in a post that is no word for a role commands nothing, and keeps the words', async () => {
    for (const [name, role] of [
      ['Marek Edel', 'Director of Defence Information'],
      ['Jonas Falk', 'Field Operations Commander'],
      ['Karel Gross', 'Operations Commander for East Province'],
      ['Wim Noor', 'Divisional Police Officer'],
    ]) {
      const posts = await postsOf(name ?? '');
      expect(posts.length).toBeGreaterThan(0);
      for (const post of posts) {
        expect(post).toMatchObject({ role: 'UNKNOWN', roleAsStated: role });
        expect(post.doubts).toContain('ROLE_UNKNOWN');
        expect(COMMANDING_ROLES as readonly string[]).not.toContain(post.role);
      }
    }
  });

  testWithSheets(
    'in a post that is no word for a role is listed in the report, each role once with its count',
    async () => {
      const { report } = await read();
      expect(report.unknownWords.filter(({ lexicon }) => lexicon === 'ROLES')).toEqual(
        [
          'Director of Defence Information',
          'Divisional Police Officer',
          'Field Operations Commander',
          'Operations Commander for East Province',
        ].map((asStated) => ({ lexicon: 'ROLES', asStated, count: 1 })),
      );
    },
  );

  testWithSheets('commands as a Divisional Police Officer where a file with further words says so', async () => {
    const path = join(temporaryFolder(), 'roles.yaml');
    await writeFile(path, 'en:\n  COMMANDER: [Divisional Police Officer]\n');
    const { records, report } = await outcome('sfm-older', FILES, { lexicons: lexicons({ ROLES: path }) });
    const posts = recordsOfType(records, 'postings').filter(
      ({ roleAsStated }) => roleAsStated === 'Divisional Police Officer',
    );
    expect(new Set(posts.map(({ role }) => role))).toEqual(new Set(['COMMANDER']));
    for (const { doubts } of posts) expect(doubts ?? []).not.toContain('ROLE_UNKNOWN');
    expect(report.unknownWords.map(({ asStated }) => asStated)).not.toContain('Divisional Police Officer');
  });

  testWithSheets('without a role has none, and keeps the title', async () => {
    const [post] = await postsOf('Lena Horst');
    expect(post).toMatchObject({ role: 'UNKNOWN', title: 'Chief of Defence Staff' });
    expect(post).not.toHaveProperty('roleAsStated');
  });

  testWithSheets('may command with another at the same unit on the same days', async () => {
    const on = async (name: string) => coverOf(await postsOf(name), '2013-06-01');
    expect([await on('Oren Castel'), await on('Petra Dolan')]).toEqual(['CITED', 'CITED']);
  });

  testWithSheets('with a first citation only is open after it', async () => {
    for (const [name, day] of [
      ['Karel Gross', '2014-01-01'],
      ['Nils Iver', '2014-01-01'],
    ] as const)
      expect([name, await coverOf(await postsOf(name), day)]).toEqual([name, 'OPEN']);
    const early = (await postsOf('Ilan Berek')).filter(({ first }) => first?.startsWith('2002'));
    expect(await coverOf(early, '2003-01-01')).toBe('OPEN');
  });

  testWithSheets(
    'who had one rank after the other is in post on the last day of the one and the first of the other',
    async () => {
      const posts = await postsOf('Nils Iver');
      expect([await coverOf(posts, '2013-12-10'), await coverOf(posts, '2013-12-11')]).toEqual(['CITED', 'CITED']);
      expect(posts.map(({ rank }) => rank).sort()).toEqual(['Brigadier General', 'Colonel']);
    },
  );

  testWithSheets('without any date is kept, and open on every day', async () => {
    const posts = await postsOf('Rolf Jansen');
    expect(posts).toEqual([expect.objectContaining({ role: 'COMMANDER', doubts: ['NO_DATE'] })]);
    expect(await coverOf(posts, '2015-01-01')).toBe('OPEN');
  });

  testWithSheets('whose last date is before the first is kept with both dates, and counts for nothing', async () => {
    expect(await postsOf('Samo Kern')).toContainEqual(
      expect.objectContaining({
        ...{ status: 'ISSUE', doubts: ['RANGE_REVERSED'] },
        ...{ first: '2008-08-04 FIRST_CITED', last: '2008-06-30 LAST_CITED' },
      }),
    );
    for (const { status } of await postsOf('Samo Kern')) expect(status).toBe('ISSUE');
  });

  testWithSheets('is found by the name without the bracket that tells namesakes apart', async () => {
    expect(await idOf('people', 'Viktor Marn')).toBe(await idOf('people', 'Viktor Marn (3rd Division)'));
  });

  testWithSheets('of two rows has two posts, and the aliases of either', async () => {
    expect(new Set((await postsOf('Tomas Ander')).map(({ role }) => role))).toEqual(new Set(['COMMANDER', 'DEPUTY']));
    expect(await idOf('people', 'Ander Tomas')).toBe(await idOf('people', 'Tomas Ander'));
  });

  testWithSheets('in a row that is not yet clean has links that need work', async () => {
    for (const { status } of await postsOf('Tilo Lund')) expect(status).toBe('WORK_NEEDED');
  });
});
