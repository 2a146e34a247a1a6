import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** A sheet of a researcher in which ten people and ten units stand twice, each time under an id of its own. */

export const PAIRS = ['ash', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'gum', 'hazel', 'ivy', 'juniper'].flatMap(
  (tree) =>
    (['person', 'unit'] as const).map((kind) => ({ kind, from: `${kind}-${tree}-old`, into: `${kind}-${tree}` })),
);
export const PAIR_IDS = PAIRS.flatMap(({ from, into }) => [from, into]);

const treeOf = (id: string) => id.split('-')[1] ?? '';
const of = (kind: string) => PAIR_IDS.filter((id) => id.startsWith(kind));
const nameOf = (id: string) =>
  id.startsWith('person')
    ? `${id.endsWith('-old') ? 'Ofitser' : 'Officer'} ${treeOf(id)}`
    : `${id.endsWith('-old') ? 'Brigada' : 'Brigade'} ${treeOf(id)}`;

const CITED = 'report-roll,p. 1';
const RANGE = '2022-03-01,START,2022-03-31,END';
const twin = (id: string) => id.replace('person', 'unit');

const SHEET: Readonly<Record<string, readonly string[]>> = {
  reports: ['id,title,publisher_id,published', 'report-roll,The roll,body-roll,2023-01-01'],
  bodies: ['id,name,kind,sources', 'body-roll,Office of the roll,NGO,report-roll'],
  people: ['id,name,sources,pinpoints', ...of('person').map((id) => `${id},${nameOf(id)},${CITED}`)],
  units: [
    'id,name,kind,sources,pinpoints',
    `unit-trees,Corps of trees,ARMED_FORCES,${CITED}`,
    ...of('unit').map((id) => `${id},${nameOf(id)},ARMED_FORCES,${CITED}`),
  ],
  postings: [
    'person_id,at_id,role,first,first_hardness,last,last_hardness,sources,pinpoints',
    // Word by word the same of both, once they are one.
    ...of('person').map((id) => `${id},${twin(id)},COMMANDER,${RANGE},${CITED}`),
    ...of('person').map((id) => `${id},unit-trees,${id.endsWith('-old') ? 'STAFF' : 'DEPUTY'},${RANGE},${CITED}`),
  ],
  'command-links': [
    'subordinate_id,superior_id,kind,first,first_hardness,last,last_hardness,sources,pinpoints',
    ...of('unit').map((id) => `${id},unit-trees,COMMAND,${RANGE},${CITED}`),
  ],
};

/** The files of the sheet, with further rows of some of them. */
export function sheetFiles(more: Readonly<Record<string, readonly string[]>> = {}): Record<string, string> {
  const folder = temporaryFolder();
  return Object.fromEntries(
    Object.entries(SHEET).map(([name, rows]) => {
      const path = join(folder, `${name}.csv`);
      writeFileSync(path, `${[...rows, ...(more[name] ?? [])].join('\n')}\n`);
      return [name, path];
    }),
  );
}
