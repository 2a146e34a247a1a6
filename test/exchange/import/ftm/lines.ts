import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertFtm } from '../../../../src/exchange/import/ftm/ftm.js';
import type { ConversionOptions } from '../../../../src/exchange/import/record/conversion.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, OPTIONS, type Outcome } from '../sheets.js';

/** Runs imports of FollowTheMoney that is made here. */

export interface Line {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly [member: string]: unknown;
}

/** An entity; a text stands for a list of one. */
export function line(id: string, schema: string, properties: Record<string, string | string[]>, more = {}): Line {
  const lists = Object.entries(properties).map(([name, value]) => [name, [value].flat()] as const);
  return { id, schema, properties: Object.fromEntries(lists), ...more };
}

/** A small world in which nothing is wrong: a brigade with its battalion and commander, an attack, a report on them. */
export const WORLD: readonly Line[] = [
  line('x-occ', 'Occupancy', {
    holder: 'x-person',
    post: 'x-post',
    startDate: '2021-11',
    endDate: '2022-06-10',
    proof: 'x-doc',
  }),
  line('x-post', 'Position', { name: 'Commander, 2nd Brigade', organization: 'x-brigade' }),
  line('x-person', 'Person', {
    name: ['Tomas Ander', 'Томас Андер'],
    alias: 'T. Ander',
    birthDate: '1979-03',
    proof: 'x-doc',
  }),
  line('x-brigade', 'PublicBody', { name: '2nd Brigade', topics: 'mil', country: 'xv', incorporationDate: '2014' }),
  line('x-battalion', 'PublicBody', { name: '3rd Battalion', topics: 'mil', previousName: 'Osk Battalion' }),
  line('x-control', 'Control', {
    controller: 'x-brigade',
    controlled: 'x-battalion',
    controlType: 'operational command',
    startDate: '2022-02-24',
    date: '2022-05',
  }),
  line('x-place', 'Address', {
    full: 'Ostra, Tarn Region',
    city: 'Ostra',
    country: 'xv',
    latitude: '10.25',
    longitude: '-20.5',
  }),
  line('x-event', 'Event', {
    name: 'Killings at Brack Ford',
    keywords: 'KILLING',
    startDate: '2022-03-04',
    endDate: '2022-03-05',
    addressEntity: 'x-place',
    location: 'Ostra, Tarn Region',
    involved: 'x-battalion',
  }),
  line('x-doc', 'Document', {
    title: 'Report on Velmora',
    publisher: 'Open Archive of Velmora',
    publishedAt: '2023-03-15',
    retrievedAt: '2023-03-16T23:30:00',
    language: 'eng',
    sourceUrl: 'https://example.org/report.pdf',
  }),
  line('x-told', 'Documentation', { document: 'x-doc', entity: 'x-event', role: 'para. 45' }),
];

/** The world with one of its entities changed. */
export function changed(id: string, properties: Record<string, string | string[]>): Line[] {
  return WORLD.map((one) => {
    if (one.id !== id) return one;
    const lists = line(id, one.schema, properties).properties;
    return { ...one, properties: { ...one.properties, ...lists } };
  });
}

export async function importedText(text: string | Buffer, options: Partial<ConversionOptions> = {}): Promise<Outcome> {
  const path = join(temporaryFolder(), 'entities.ftm.json');
  await writeFile(path, text);
  return importedFile(path, options);
}

export const importedFile = (path: string, options: Partial<ConversionOptions> = {}): Promise<Outcome> =>
  allOf(convertFtm({ entities: path }, { ...OPTIONS, ...LATE, ...options }));

/** The file is younger than all that it says. */
const LATE = { fileAsReport: { ...OPTIONS.fileAsReport, publishedOn: '2024-01-01' } };

export const imported = (lines: readonly unknown[], options: Partial<ConversionOptions> = {}): Promise<Outcome> =>
  importedText(lines.map((one) => `${JSON.stringify(one)}\n`).join(''), options);
