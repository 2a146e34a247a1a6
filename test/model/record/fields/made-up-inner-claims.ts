import * as field from '../../../../src/model/record/fields/field.js';
import * as inner from '../../../../src/model/record/fields/inner-claims.js';
import { UNIT_KIND } from '../../../../src/model/vocabulary.js';

/** One made-up field of each type, and in the tables of claims that may be written inside a record. */

const { optional } = field;

export const MADE_UP = {
  madeText: optional(field.text('A made-up text.')),
  madeTexts: optional(field.texts('Made-up texts.')),
  madeCapitals: optional(field.capitals('A made-up text in capitals.')),
  madeLanguage: optional(field.language('A made-up language.')),
  madeScript: optional(field.script('A made-up script.')),
  madeCountry: optional(field.country('A made-up country.')),
  madeAddress: optional(field.address('A made-up address.')),
  madeDay: optional(field.day('A made-up day.')),
  madeHash: optional(field.sha256('A made-up hash.')),
  madeWord: optional(field.word(UNIT_KIND, 'A made-up word.')),
  madeWords: optional(field.wordList(UNIT_KIND, 'Made-up words.')),
  madeNumber: optional(field.number(-100, 100, 'A made-up number.')),
  madeCount: optional(field.count('A made-up count.')),
  madeFlag: optional(field.flag('A made-up flag.')),
  madeDate: optional(field.date('A made-up date, EDTF level 1.', { property: 'madeOn' })),
  madeReference: optional(field.reference(['location'], 'MADE_REFERENCE', 'A made-up reference.')),
  madeReferences: optional(field.references(['location'], 'MADE_REFERENCES', 'Made-up references.')),
};

/** A value of each, as a data file has it. */
export const VALUES: { readonly [K in keyof typeof MADE_UP]: unknown } = {
  madeText: 'made',
  madeTexts: ['made', 'up'],
  madeCapitals: 'MADE_UP',
  madeLanguage: 'uk',
  madeScript: 'Cyrl',
  madeCountry: 'XV',
  madeAddress: 'https://example.org/made',
  madeDay: '2021-03-04',
  madeHash: 'ab'.repeat(32),
  madeWord: 'POLICE',
  madeWords: ['POLICE', 'GOVERNMENT'],
  madeNumber: -7.25,
  madeCount: 7,
  madeFlag: true,
  madeDate: '2021-03~',
  madeReference: 'location-region',
  madeReferences: ['location-region', 'location-town'],
};

const { NAME, IDENTIFIER, FACT, ATTRIBUTION, CASUALTIES } = inner;
for (const table of [NAME, IDENTIFIER, FACT, ATTRIBUTION, CASUALTIES]) Object.assign(table, MADE_UP);
