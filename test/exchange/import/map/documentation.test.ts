import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convertMapped } from '../../../../src/exchange/import/map/map.js';
import { readPage } from '../../../support/pages.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, faultsOf, OPTIONS, type Outcome, recordsOfType } from '../sheets.js';

/** The examples of docs/importing/map.md, word for word. */

const page = await readPage('docs/importing/map.md');

/** The code block that follows the first line that begins with a name. */
function fileOf(name: string): string {
  const [, text] =
    new RegExp(`^\`${name.replace(/\./g, '\\.')}\`.*\\n\\n\`\`\`\\w+\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page.text) ??
    [];
  if (text === undefined) throw new Error(`the page has no block for ${name}`);
  return text;
}

async function written(name: string): Promise<string> {
  const path = join(temporaryFolder(), name);
  await writeFile(path, fileOf(name));
  return path;
}

/** Imports a table of the page with its map. */
async function exampleOf(table: string, map: string): Promise<Outcome> {
  const publishedOn = '2024-06-01';
  const fileAsReport = { ...OPTIONS.fileAsReport, publishedOn };
  return allOf(convertMapped({ table: await written(table), map: await written(map) }, { ...OPTIONS, fileAsReport }));
}

describe('the example of events of a conflict', () => {
  test('is imported as docs/importing/map.md says', async () => {
    const { records, problems, report } = await exampleOf('events.csv', 'events.map.yaml');
    expect(problems.map(({ message, got }) => [message, got])).toEqual([
      ['The map leaves rows out under `where`.', 'all but 1'],
    ]);
    expect(faultsOf(records)).toEqual([]);
    expect(report.counts).toEqual({ reports: 1, bodies: 1, locations: 2, incidents: 2 });
    expect(recordsOfType(records, 'incidents')).toMatchObject([
      {
        id: 'incident-acled-vel101',
        title: 'Attack in Brack Ford',
        kinds: ['ATTACK_ON_CIVILIANS'],
        first: '2022-03-05 FIRST_CITED',
        last: '2022-03-05 LAST_CITED',
        precision: 'NEAR_POINT',
        cites: [{ report: 'report-velmora-sheets' }],
        casualties: [{ kind: 'KILLED', best: 4 }],
      },
      { id: 'incident-acled-vel102', kinds: ['ATTACK_ON_CIVILIAN_OBJECT'], first: '2022-03-06~ FIRST_CITED' },
    ]);
  });

  test('attributes nothing to the actors that the table names', async () => {
    const { records } = await exampleOf('events.csv', 'events.map.yaml');
    const [incident] = recordsOfType(records, 'incidents');
    expect(incident?.attributions).toBeUndefined();
    expect(incident?.facts).toContainEqual({ property: 'ACTOR1', value: 'Military Forces of Velmora (2019-)' });
    expect(recordsOfType(records, 'units')).toEqual([]);
  });
});
