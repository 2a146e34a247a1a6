import { FINDING, INDICATOR, MEASURE } from '../../../model/record/fields/finding.js';
import { CERTAINTY } from '../../../model/vocabulary.js';
import { type Column, inOwnClaims, listOf, may, must, SAID, type Template } from './columns.js';
import { fieldColumns } from './field-columns.js';
import * as reading from './readings.js';

/** Templates of what was found, and of what bears on the responsibility of a superior. */

/** A code for each rule of law, and what is said of it at the same place of its column. */
const CODES: readonly Column[] = [
  may('codes', 'Legal codes, Rome Statute, as in seed/legal-codes.yaml.', 'WAR_CRIMES', reading.several(reading.text), {
    field: 'classifies',
    put: (record, value, { codes_as_stated: stated, certainties, modes }) => {
      record.classifies = listOf(value).map((code, at) => {
        const [asStated, certainty] = [listOf(stated)[at], listOf(certainties)[at]];
        const own = listOf(modes)[at];
        return {
          code,
          ...(asStated === undefined ? {} : { asStated }),
          ...(certainty === undefined ? {} : { certainty }),
          ...(own === undefined
            ? {}
            : {
                modes: String(own)
                  .split(',')
                  .map((mode) => mode.trim()),
              }),
        };
      });
    },
  }),
  may(
    'codes_as_stated',
    'Each code in the words of the body.',
    'a possible war crime',
    reading.aligned(reading.text, 'codes'),
    {
      field: 'classifies',
      ...inOwnClaims,
    },
  ),
  may(
    'certainties',
    'How certain the body is of each; STATED where empty.',
    'POSSIBLE',
    reading.aligned(reading.word(CERTAINTY), 'codes'),
    {
      field: 'classifies',
      ...inOwnClaims,
    },
  ),
  may(
    'modes',
    'Modes of liability for each code; commas between several.',
    '',
    reading.aligned(reading.text, 'codes'),
    {
      field: 'classifies',
      ...inOwnClaims,
    },
  ),
];

const findings: Template = {
  about: 'Findings: what courts, prosecutors, commissions and others state, at their own standard of proof.',
  room: 'findings',
  columns: [
    must('id', 'Id that you choose; it never changes its meaning.', 'finding-vm-ford', reading.id('finding')),
    ...fieldColumns(FINDING, { classifies: CODES }),
    ...SAID,
  ],
};

const indicators: Template = {
  about: 'Indicators: what bears on control, knowledge, measures or failure of a superior.',
  room: 'indicators',
  columns: [...fieldColumns(INDICATOR), ...SAID],
};

const measures: Template = {
  about: 'Measures: what a superior did, or is said not to have done.',
  room: 'measures',
  columns: [...fieldColumns(MEASURE), ...SAID],
};

export const FINDING_TEMPLATES = { findings, indicators, measures } as const;
