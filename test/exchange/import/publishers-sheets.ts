import { dataFolder, testWith } from '../../support/data-of-others.js';

/** The publisher's own test set of SFM sheets. */

const FOLDER = dataFolder('sfm-importer');

export const PUBLISHERS_SHEETS = {
  sources: `${FOLDER}sources.csv`,
  units: `${FOLDER}units.csv`,
  people: `${FOLDER}persons.csv`,
  peopleExtra: `${FOLDER}persons_extra.csv`,
  incidents: `${FOLDER}incidents.csv`,
};

export const testWithSheets = testWith(FOLDER);
