import { expect, test } from '@jest/globals';
import { lexicons } from '../../../../src/exchange/import/words/lexicons.js';

const WORDS = lexicons().UNIT_KINDS;

test.each([
  ['Army', ['ARMED_FORCES']],
  ['Military', ['ARMED_FORCES']],
  ['Ejército', ['ARMED_FORCES']],
  ['Armée de l’Air', ['ARMED_FORCES']],
  ['збройні сили', ['ARMED_FORCES']],
  ['Вооружённые силы', ['ARMED_FORCES']],
  ['القوات المسلحة', ['ARMED_FORCES']],
  ['Police', ['POLICE']],
  ['Policía', ['POLICE']],
  ['Gendarmerie', ['POLICE']],
  ['Military Police', ['ARMED_FORCES', 'POLICE']],
  ['Joint Operation', ['MIXED_FORCES']],
  ['Non-State Armed Group', ['NON_STATE_ARMED_GROUP']],
  ['NON_STATE_ARMED_GROUP', ['NON_STATE_ARMED_GROUP']],
  ['Government', ['GOVERNMENT']],
  ['Ministry of Defence', ['MINISTRY']],
  ['міністерство оборони', ['MINISTRY']],
  ['Head of State', ['PRESIDENCY']],
  ['Secret Service', ['INTELLIGENCE']],
])('the words for kinds of units read %s as %j', (text, kinds) => {
  expect(WORDS.allOf(text)).toEqual(kinds);
});

test.each(['Police Reform Commission', 'Salvation Army', 'Placeholder', 'Intelligence?', ''])(
  'the words for kinds of units read no kind into %j',
  (text) => {
    expect(WORDS.allIn(text)).toEqual([]);
  },
);
