import { expect, test } from '@jest/globals';
import { olderQuestions } from './older-questions.js';
import { faultsOf, outcome, recordsOfType } from './sheets.js';

/** What the sheets for questions become, before anything is asked. */

const { format, files, options, unit, person } = olderQuestions();

test('a unit of the older generation with several parents over time has a link to each, and a link without command too', async () => {
  const { records, errors } = await outcome(format, files, options);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  const links = recordsOfType(records, 'command-links').filter(({ subordinate }) => subordinate === unit('4 Brigade'));
  expect(links.map(({ superior, kind, first, last }) => [superior, kind, first, last])).toEqual([
    [unit('North Command'), 'COMMAND', '2003-03-01 START', '2009-06-30 END'],
    [unit('South Command'), 'COMMAND', '2009-07-01 START', '2014-12-31 END'],
    [unit('East Command'), 'COMMAND', '2015-01-01 START', '2016-09 LAST_CITED'],
    [unit('North Command'), 'ADMINISTRATIVE', '2010 FIRST_CITED', '2012 LAST_CITED'],
  ]);
});

test('two postings of one person at one unit of the older generation stay two', async () => {
  const { records } = await outcome(format, files, options);
  const postings = recordsOfType(records, 'postings').filter(({ person: who }) => who === person('Iven Tarsk'));
  expect(postings.map(({ at, role, first, last }) => [at, role, first, last])).toEqual([
    [unit('4 Brigade'), 'DEPUTY', '2008-02-01 START', '2010-05-31 END'],
    [unit('4 Brigade'), 'COMMANDER', '2010-06-01 START', '2013-09 LAST_CITED'],
  ]);
});

test('a parent of the older generation known by name alone is an ordinary unit, with its links', async () => {
  const { records, problems } = await outcome(format, files, options);
  const staff = unit('General Staff of Velmora');
  expect(recordsOfType(records, 'units').filter(({ id }) => id === staff)).toEqual([
    expect.objectContaining({ id: staff, placeholder: false }),
  ]);
  expect(recordsOfType(records, 'command-links').filter(({ superior }) => superior === staff)).toEqual([
    expect.objectContaining({
      subordinate: unit('12 Battalion'),
      first: '2010-05 FIRST_CITED',
      last: '2013 LAST_CITED',
    }),
  ]);
  expect(recordsOfType(records, 'postings').filter(({ at }) => at === staff)).toEqual([
    expect.objectContaining({ person: person('Ulla Drenk'), role: 'CHIEF_OF_STAFF' }),
  ]);
  expect(problems).toEqual([expect.objectContaining({ severity: 'WARNING', got: 'General Staff of Velmora' })]);
});
