import type { Change } from './sheets.js';

const ID = '00000000-0000-4000-8000-00000000';
const UNIT = 'unit:related_unit';

type Case = [rule: string, sheet: string, change: Change, row: number, column: string, expected: string, got: string];

/** Each rule with the change that breaks it, and what the error must say. */
export const cases: Case[] = [
  [
    'an inverted range',
    'units',
    (_g, set) => set(3, `${UNIT}_last_cited_date_year`, '2011'),
    3,
    `${UNIT}_last_cited_date`,
    'a date on or after 2017-01-10',
    '2011-06',
  ],
  [
    'a range of zero length',
    'units',
    (_g, set) => {
      for (const [part, value] of [
        ['', '2017-01-10'],
        ['_month', '1'],
        ['_day', '10'],
        ['_year', '2017'],
      ])
        set(3, `${UNIT}_last_cited_date${part}`, value as string);
      set(3, `${UNIT}_open`, 'E');
    },
    3,
    `${UNIT}_last_cited_date`,
    'a date after 2017-01-10',
    '2017-01-10',
  ],
  [
    'a date that cannot be read',
    'units',
    (_g, set) => set(3, `${UNIT}_first_cited_date_month`, '14'),
    3,
    `${UNIT}_first_cited_date_year`,
    'a date such as 2001, 2013-09, 2001-06-27, 6/27/2001 or September 2013',
    '2017-14-10',
  ],
  [
    'a flag that is unknown',
    'units',
    (_g, set) => set(3, `${UNIT}_open`, 'X'),
    3,
    `${UNIT}_open`,
    'one of E, Y, N',
    'X',
  ],
  [
    'a parent that is declared nowhere',
    'units',
    (_g, set) => set(3, `${UNIT}_id:admin`, `b0${ID.slice(2)}0099`),
    3,
    `${UNIT}_id:admin`,
    'a unit with a row of its own',
    `b0${ID.slice(2)}0099`,
  ],
  ['an id that is none', 'units', (_g, set) => set(10, 'unit:id:admin', '12'), 10, 'unit:id:admin', 'a UUID', '12'],
  [
    'a relation without a source',
    'units',
    (_g, set) => set(3, `${UNIT}:source`, ''),
    3,
    `${UNIT}:source`,
    'the id of a source',
    'none that can be cited',
  ],
  [
    'a source that is not in the sheet of sources',
    'units',
    (_g, set) => set(3, `${UNIT}:source`, `a0${ID.slice(2)}0099`),
    3,
    `${UNIT}:source`,
    'the id of a source in the sheet of sources',
    `a0${ID.slice(2)}0099`,
  ],
  [
    'a relation that is neither child nor member',
    'units',
    (_g, set) => set(3, 'unit:relation_type', 'cousin'),
    3,
    'unit:relation_type',
    'child or member',
    'cousin',
  ],
  [
    'a class of relation that may not be command',
    'units',
    (_g, set) => set(3, `${UNIT}_class`, 'Spiritual'),
    3,
    `${UNIT}_class`,
    'Command, Operational, Administrative or Informal',
    'Spiritual',
  ],
  [
    'a unit above itself',
    'units',
    (_g, set) => set(3, `${UNIT}_id:admin`, `b0${ID.slice(2)}0002`),
    3,
    UNIT,
    'another unit',
    `unit-sfm-b0${ID.slice(2)}0002`,
  ],
  [
    'a posting at a placeholder',
    'people',
    (_g, set) => {
      set(4, 'person:posting_unit_id:admin', `b0${ID.slice(2)}0003`);
      set(4, 'person:posting_unit_name', 'Unknown battalion');
    },
    4,
    'person:posting_unit_name',
    'a unit that is known',
    'Unknown battalion',
  ],
  [
    'a perpetrator that is a placeholder',
    'incidents',
    (_g, set) => set(4, 'incident:perpetrator_unit_name', 'Unknown battalion'),
    4,
    'incident:perpetrator_unit_name',
    'a unit that is known',
    'Unknown battalion',
  ],
  [
    'a perpetrator whose name two units bear',
    'incidents',
    (_g, set) => set(4, 'incident:perpetrator_unit_name', 'Twin'),
    4,
    'incident:perpetrator_unit_name',
    'a name that only one bears',
    'Twin',
  ],
  [
    'an incident of no kind',
    'incidents',
    (_g, set) => set(3, 'incident:violation_type', 'Mischief'),
    3,
    'incident:violation_type',
    'at least one violation that we have a kind for',
    'Mischief',
  ],
  [
    'a source older than what it is cited for',
    'units',
    (_g, set) => set(3, `${UNIT}_last_cited_date:source`, `a0${ID.slice(2)}0010`),
    3,
    `${UNIT}_last_cited_date`,
    'a source published on or after 2019-06',
    `report-sfm-a0${ID.slice(2)}0010, published by 2016-03-01`,
  ],
  [
    'a source without a title',
    'sources',
    (_g, set) => set(4, 'source:title', ''),
    4,
    'source:title',
    'an id and a title',
    '',
  ],
];

/** Where two units shall bear one name, both get it as an alias. */
export const twins: Change = (_grid, set) => {
  for (const row of [2, 9]) {
    set(row, 'unit:other_names', 'Twin');
    set(row, 'unit:other_names:source', `a0${ID.slice(2)}0001`);
  }
};
