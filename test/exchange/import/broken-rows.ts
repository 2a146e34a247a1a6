import type { DoubtWord } from '../../../src/exchange/import/record/imported-record.js';
import type { BrokenRow } from './broken-row.js';

const ID = '00000000-0000-4000-8000-00000000';
const UNIT = 'unit:related_unit';

/** Each rule with a row that breaks it. */
export const cases: readonly BrokenRow[] = [
  {
    rule: 'a parent that is declared nowhere',
    file: 'units',
    row: 3,
    set: { [`${UNIT}_id:admin`]: `b0${ID.slice(2)}0099` },
    expected: 'a unit with a row of its own',
  },
  { rule: 'an id that is none', file: 'units', row: 10, set: { 'unit:id:admin': '12' }, expected: 'a UUID' },
  {
    rule: 'a unit above itself',
    file: 'units',
    row: 3,
    set: { [`${UNIT}_id:admin`]: `b0${ID.slice(2)}0002` },
    column: UNIT,
    expected: 'another unit',
    got: `unit-sfm-b0${ID.slice(2)}0002`,
  },
  {
    rule: 'a posting at a placeholder',
    file: 'people',
    row: 4,
    set: { 'person:posting_unit_id:admin': `b0${ID.slice(2)}0003`, 'person:posting_unit_name': 'Unknown battalion' },
    column: 'person:posting_unit_name',
    expected: 'a unit that is known',
    got: 'Unknown battalion',
  },
  {
    rule: 'a perpetrator that is a placeholder',
    file: 'incidents',
    row: 4,
    set: { 'incident:perpetrator_unit_name': 'Unknown battalion' },
    expected: 'a unit that is known',
  },
  {
    rule: 'a source without a title',
    file: 'sources',
    row: 4,
    set: { 'source:title': '' },
    expected: 'an id and a title',
  },
];

interface DoubtfulRow extends BrokenRow {
  readonly doubt: DoubtWord;
}

/** Rows that are kept with a doubt: each kind of it, and what is told of it. */
export const doubtfulCases: readonly DoubtfulRow[] = [
  {
    rule: 'an inverted range',
    file: 'units',
    row: 3,
    set: { [`${UNIT}_last_cited_date_year`]: '2011' },
    column: `${UNIT}_last_cited_date`,
    expected: 'a date on or after 2017-01-10',
    got: '2011-06',
    doubt: 'RANGE_REVERSED',
  },
  {
    rule: 'a date that cannot be read',
    file: 'units',
    row: 3,
    set: { [`${UNIT}_first_cited_date_month`]: '14' },
    column: `${UNIT}_first_cited_date_year`,
    expected: 'a date such as 2001, 2013-09, 2001-06-27, 6/27/2001, 27.06.2001 or September 2013',
    got: '2017-14-10',
    doubt: 'DATE_UNREADABLE',
  },
  {
    rule: 'a flag that is unknown',
    file: 'units',
    row: 3,
    set: { [`${UNIT}_open`]: 'X' },
    expected: 'one of E, Y, N',
    doubt: 'DATE_UNREADABLE',
  },
  {
    rule: 'a relation without a source',
    file: 'units',
    row: 3,
    set: { [`${UNIT}:source`]: '' },
    expected: 'the id of a source in the sheet of sources',
    got: '',
    doubt: 'SOURCE_UNKNOWN',
  },
  {
    rule: 'a source that is not in the sheet of sources',
    file: 'units',
    row: 3,
    set: { [`${UNIT}:source`]: `a0${ID.slice(2)}0099` },
    expected: 'the id of a source in the sheet of sources',
    doubt: 'SOURCE_UNKNOWN',
  },
  {
    rule: 'a relation that is neither child nor member',
    file: 'units',
    row: 3,
    set: { 'unit:relation_type': 'cousin' },
    expected: 'child or member',
    doubt: 'KIND_UNKNOWN',
  },
  {
    rule: 'a class of relation that may not be command',
    file: 'units',
    row: 3,
    set: { [`${UNIT}_class`]: 'Spiritual' },
    expected: 'Command, Operational, Administrative or Informal',
    doubt: 'KIND_UNKNOWN',
  },
  {
    rule: 'a source older than what it is cited for',
    file: 'units',
    row: 3,
    set: { [`${UNIT}_last_cited_date:source`]: `a0${ID.slice(2)}0010` },
    column: `${UNIT}_last_cited_date`,
    expected: 'a source published on or after 2019-06',
    got: `report-sfm-a0${ID.slice(2)}0010, published by 2016-03-01`,
    doubt: 'SOURCE_OLDER_THAN_DATE',
  },
];
