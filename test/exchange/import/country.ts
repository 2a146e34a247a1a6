import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Files } from '../../../src/exchange/import/sfm/convert-sfm.js';
import type { ConversionOptions } from '../../../src/exchange/import/sfm/sfm-conversion.js';
import { lexicons } from '../../../src/exchange/import/words/lexicons.js';
import { type Cells, type Counts, countsOf, type World } from './country/cells.js';
import { Dice } from './country/dice.js';
import { Library, SOURCE_COLUMNS } from './country/library.js';
import { PEOPLE_COLUMNS, peopleRows } from './country/people.js';
import { UNIT_COLUMNS, unitRows } from './country/units.js';

/** The sheets of an invented country, where they lie, what to convert them with, and how much stands in them. */
export interface Country {
  readonly files: Files;
  readonly options: ConversionOptions;
  readonly counts: Counts;
}

/** Parents without a row of their own are in it, so stubs are asked for. */
const OPTIONS: ConversionOptions = {
  lexicons: lexicons(),
  dataset: 'orvendal',
  fileAsReport: {
    id: 'report-orvendal-sheets',
    title: 'Sheets on the forces of Orvendal',
    publisher: { id: 'body-orvendal-monitor', name: 'Orvendal Monitor', kind: 'NGO' },
    publishedOn: '2024-06-01',
  },
  stubs: true,
};

/**
 * Writes the sheets of an invented country in the columns of the older generation into a folder, row by row: at size 1
 * 1,000 units, 900 postings, 6,000 sources and about 44,000 citations (one for each source id in each cell of sources).
 * The same size gives the same bytes. Nothing in it is an error.
 */
export async function writeCountry(folder: string, size = 1): Promise<Country> {
  const dice = new Dice(20_240_601);
  const library = new Library(dice, Math.round(6_000 * size));
  const world: World = { dice, library, units: Math.round(1_000 * size), postings: Math.round(900 * size) };
  const counts = { ...countsOf(), sources: library.size };
  const files = {
    sources: join(folder, 'sources.csv'),
    units: join(folder, 'units.csv'),
    people: join(folder, 'people.csv'),
  };
  await write(files.sources, SOURCE_COLUMNS, library.rows());
  await write(files.units, UNIT_COLUMNS, unitRows(world, counts));
  await write(files.people, PEOPLE_COLUMNS, peopleRows(world, counts));
  return { files, options: OPTIONS, counts };
}

async function write(path: string, columns: string[], rows: Iterable<Cells>): Promise<void> {
  await pipeline(Readable.from(rows), stringify({ header: true, columns }), createWriteStream(path));
}
