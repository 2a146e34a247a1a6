import { expect } from '@jest/globals';
import { dataFolder, testWith } from '../../../support/data-of-others.js';
import { faultsOf, recordsOfType } from '../sheets.js';
import { importedFile } from './lines.js';

/** The samples of FollowTheMoney, where they are: one in which all is right, and one in which every line is odd. */

const SAMPLES = dataFolder('followthemoney');
const testWithSamples = testWith(SAMPLES);

testWithSamples(
  'the sample of FollowTheMoney is imported without an error, and warnings name what is left out',
  async () => {
    const { records, errors, problems, report } = await importedFile(`${SAMPLES}sample.ftm.json`, {
      incidentKind: 'ATTACK_ON_CIVILIANS',
    });
    expect(errors).toEqual([]);
    expect(faultsOf(records)).toEqual([]);
    expect(report.counts).toEqual({
      reports: 2,
      bodies: 2,
      people: 1,
      units: 2,
      locations: 1,
      postings: 1,
      'command-links': 1,
      incidents: 1,
    });
    expect(recordsOfType(records, 'incidents')[0]?.cites).toEqual([
      expect.objectContaining({ pinpoint: 'para 45, p. 12' }),
    ]);
    expect(problems.map(({ got }) => got)).toEqual(
      expect.arrayContaining(['topics=mil | poi', 'parent=atr-unit-0001']),
    );
  },
);

testWithSamples(
  'of the malformed FollowTheMoney sample, only what cannot be identified is refused, and doubts stand with the words of the file',
  async () => {
    const { records, errors, problems } = await importedFile(`${SAMPLES}bad.ftm.json`);
    expect(errors.map(({ row, column, got }) => [row, column, got])).toEqual([
      [4, 'post', ''],
      [5, 'name', ''],
    ]);
    // A mark of doubt is one that we have, and a property that FollowTheMoney may get later is told as dropped.
    expect(recordsOfType(records, 'people').map(({ facts }) => facts)).toEqual([
      [{ property: 'BORN', value: '1984?' }],
      [{ property: 'BORN', value: '1984-XX', doubts: ['DATE_UNREADABLE'], doubtsAsStated: ['birthDate: 1984-XX'] }],
    ]);
    const places = problems.map(({ severity, row, column, got }) => [severity, row, column, got]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['WARNING', 3, 'schema', 'Nope'],
        ['WARNING', 6, 'date', '2022-03/2022-04'],
      ]),
    );
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', row: 1, got: 'nosuch=v' }));
  },
);
