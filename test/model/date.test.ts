import { describe, expect, test } from '@jest/globals';
import { isDay, parseDate } from '../../src/model/date-range.js';

describe('a date that is read', () => {
  test.each([
    ['2014', '2014-01-01', '2014-12-31'],
    ['2014-03', '2014-03-01', '2014-03-31'],
    ['2014-03-14', '2014-03-14', '2014-03-14'],
  ])('such as %s means every day from %s to %s', (text, min, max) => {
    expect(parseDate(text)).toEqual({ text, min, max });
  });

  test.each([
    ['2015-02', '2015-02-01', '2015-02-28'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2016-02-29', '2016-02-29', '2016-02-29'],
  ])('such as %s knows leap years', (text, min, max) => {
    expect(parseDate(text)).toEqual({ text, min, max });
  });

  test.each([
    ['2014?', '2014-01-01', '2014-12-31'],
    ['2014-03?', '2014-03-01', '2014-03-31'],
    ['2014-03-14?', '2014-03-14', '2014-03-14'],
  ])('with a mark of uncertainty, such as %s, is not widened', (text, min, max) => {
    expect(parseDate(text)).toEqual({ text, min, max });
  });

  test.each([
    ['2014~', '2013-01-01', '2015-12-31'],
    ['2014-06~', '2014-05-01', '2014-07-31'],
    ['2014-03~', '2014-02-01', '2014-04-30'],
    ['2014-03-14~', '2014-03-13', '2014-03-15'],
    ['2014%', '2013-01-01', '2015-12-31'],
    ['2014-03%', '2014-02-01', '2014-04-30'],
    ['2014-03-14%', '2014-03-13', '2014-03-15'],
  ])('with a mark of approximation, such as %s, is widened by its own precision: %s to %s', (text, min, max) => {
    expect(parseDate(text)).toEqual({ text, min, max });
  });

  test.each([
    ['2014-01~', '2013-12-01', '2014-02-28'],
    ['2016-01~', '2015-12-01', '2016-02-29'],
    ['2014-12~', '2014-11-01', '2015-01-31'],
    ['2014-01-01~', '2013-12-31', '2014-01-02'],
    ['2014-12-31~', '2014-12-30', '2015-01-01'],
    ['2014-04-30~', '2014-04-29', '2014-05-01'],
    ['2015-02-28~', '2015-02-27', '2015-03-01'],
    ['2016-02-28~', '2016-02-27', '2016-02-29'],
    ['2016-02-29~', '2016-02-28', '2016-03-01'],
    ['2016-03-01~', '2016-02-29', '2016-03-02'],
  ])('such as %s is widened across the end of a month or year: %s to %s', (text, min, max) => {
    expect(parseDate(text)).toEqual({ text, min, max });
  });

  test.each([
    ['0000', '0000-01-01', '0000-12-31'],
    ['0014', '0014-01-01', '0014-12-31'],
    ['9999', '9999-01-01', '9999-12-31'],
  ])('such as %s is a year before 1900, and not one of the 1900s', (text, min, max) => {
    expect(parseDate(text)).toEqual({ text, min, max });
  });

  test.each(['0000~', '9999~', '0000-01-01~', '9999-12-31~', '9999-12%'])(
    'such as %s stays within years of four digits',
    (text) => {
      const { min, max } = parseDate(text);
      expect([min, max]).toEqual([
        expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      ]);
      expect(min <= max).toBe(true);
    },
  );
});

describe('a date', () => {
  const EXPECTED =
    'Expected a date as YYYY, YYYY-MM or YYYY-MM-DD, with ~ (approximate), ? (uncertain) or % (both) behind it if need be; got ';

  test.each([
    ['2014-02-30', '"2014-02-30"'],
    ['2015-02-29', '"2015-02-29"'],
    ['1900-02-29', '"1900-02-29"'],
    ['2014-02-30~', '"2014-02-30~"'],
    ['2014-13', '"2014-13"'],
    ['2014-00', '"2014-00"'],
    ['2014-03-00', '"2014-03-00"'],
    ['2014-21', '"2014-21"'],
    ['', '""'],
    ['2014-3', '"2014-3"'],
    ['2014-03-1', '"2014-03-1"'],
    ['20140301', '"20140301"'],
    [' 2014', '" 2014"'],
    ['2014 ', '"2014 "'],
    ['2014\n', '"2014\\n"'],
    ['2014-03-14T00:00', '"2014-03-14T00:00"'],
    ['2014-03-14T00:00:00Z', '"2014-03-14T00:00:00Z"'],
    ['2014/2015', '"2014/2015"'],
    ['2014..2015', '"2014..2015"'],
    ['201X', '"201X"'],
    ['2014-XX', '"2014-XX"'],
    ['2014~~', '"2014~~"'],
    ['~2014', '"~2014"'],
    ['2014~?', '"2014~?"'],
    ['-2014', '"-2014"'],
    ['+2014', '"+2014"'],
    ['Y12014', '"Y12014"'],
    ['2014\u0000', '"2014\\u0000"'],
    ['\u0000', '"\\u0000"'],
    ['２０１４', '"２０１４"'],
    ['٢٠١٤', '"٢٠١٤"'],
    ['2О14', '"2О14"'],
    ['14 березня 2014', '"14 березня 2014"'],
    ['yesterday', '"yesterday"'],
    ['14.03.2014', '"14.03.2014"'],
  ])('is not read from %j, with a message of what was expected and what arrived', (text, message) => {
    expect(() => parseDate(text)).toThrow(new RangeError(`${EXPECTED}${message}.`));
  });
});

describe('a day', () => {
  test.each(['2022-02-24', '2016-02-29', '2014-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2022-02-30',
    '2015-02-29',
    '2022',
    '2022-02',
    '2022-02-24~',
    '2022-2-24',
    '',
    '2022-02-24T00:00',
    '２０２２-02-24',
  ])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
