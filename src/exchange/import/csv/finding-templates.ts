import { DEMAND } from '../../../model/record/fields/demand.js';
import { FINDING, INDICATOR, MEASURE } from '../../../model/record/fields/finding.js';
import { CERTAINTY } from '../../../model/vocabulary.js';
import * as readers from './cell-readers.js';
import { CLAIM_COLUMNS, type CsvColumn, inOwnClaims, listOf, may, must, type Template } from './columns.js';
import { fieldColumns } from './field-columns.js';

/** Templates of what was found, and of what bears on the responsibility of a superior. */

/** A code for each rule of law, and what is said of it at the same place of its column. */
const CODES: readonly CsvColumn[] = [
  may('codes', 'Legal codes, Rome Statute, as in seed/legal-codes.yaml.', 'WAR_CRIMES', readers.several(readers.text), {
    field: 'classifies',
    put: (record, value, { codes_as_stated: statedCodes, certainties, modes }) => {
      record.classifies = listOf(value).map((code, at) => {
        const [asStated, certainty] = [listOf(statedCodes)[at], listOf(certainties)[at]];
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
    readers.aligned(readers.text, 'codes'),
    {
      field: 'classifies',
      ...inOwnClaims,
    },
  ),
  may(
    'certainties',
    'How certain the body is of each; STATED where empty.',
    'POSSIBLE',
    readers.aligned(readers.word(CERTAINTY), 'codes'),
    {
      field: 'classifies',
      ...inOwnClaims,
    },
  ),
  may(
    'modes',
    'Modes of liability for each code; commas between several.',
    '',
    readers.aligned(readers.text, 'codes'),
    {
      field: 'classifies',
      ...inOwnClaims,
    },
  ),
];

const findings: Template = {
  about: 'Findings: what courts, prosecutors, commissions and others state, at their own standard of proof.',
  recordType: 'findings',
  columns: [
    must('id', 'Id that you choose; it never changes its meaning.', 'finding-vm-ford', readers.id('finding')),
    ...fieldColumns(FINDING, { classifies: CODES }),
    ...CLAIM_COLUMNS,
  ],
};

const indicators: Template = {
  about: 'Indicators: what bears on control, knowledge, measures or failure of a superior.',
  recordType: 'indicators',
  columns: [...fieldColumns(INDICATOR), ...CLAIM_COLUMNS],
};

const measures: Template = {
  about: 'Measures: what a superior did, or is said not to have done.',
  recordType: 'measures',
  columns: [...fieldColumns(MEASURE), ...CLAIM_COLUMNS],
};

const demands: Template = {
  about: 'Demands: what a body asks of others, such as safe passage or an inquiry.',
  recordType: 'demands',
  columns: [...fieldColumns(DEMAND), ...CLAIM_COLUMNS],
};

export const FINDING_TEMPLATES = { findings, indicators, measures, demands } as const;
