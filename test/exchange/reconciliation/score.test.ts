import { describe, expect, test } from '@jest/globals';
import { propertyOf } from '../../../src/exchange/reconciliation/properties.rules.js';
import type { ReconciliationEntity, RelatedRow } from '../../../src/exchange/reconciliation/reconciliation.rules.js';
import { type MatchQuery, rankCandidates, Spellings } from '../../../src/exchange/reconciliation/score.rules.js';

/** A made person, or whatever the rest says. */
const made = (id: string, names: string[], more: Partial<ReconciliationEntity> = {}): ReconciliationEntity => ({
  id,
  name: names[0] ?? '',
  types: ['Person'],
  kind: null,
  kinds: [],
  bodyKind: null,
  countries: [],
  placeholder: null,
  latitude: null,
  longitude: null,
  within: null,
  place: null,
  sources: [],
  first: null,
  firstHardness: null,
  last: null,
  lastHardness: null,
  names,
  identifiers: [],
  related: {},
  ...more,
});

const post = (id: string, name: string, more: Partial<RelatedRow> = {}): RelatedRow => ({
  id,
  name,
  names: [name],
  kind: 'COMMANDER',
  title: null,
  first: '2022-01',
  firstHardness: 'FIRST_CITED',
  last: '2022-05',
  lastHardness: 'LAST_CITED',
  sources: [],
  ...more,
});

const matchQuery = (text: string | null, ...constraints: [pid: string, ...values: string[]][]): MatchQuery => ({
  text,
  fits: () => true,
  constraints: constraints.flatMap(([pid, ...values]) => {
    const property = propertyOf(pid);
    return property ? [{ property, values: values.map((value) => ({ id: null, text: value })) }] : [];
  }),
  limit: 10,
});

const matchesFor = (query: MatchQuery, ...entities: ReconciliationEntity[]) =>
  rankCandidates(query, entities, new Spellings()).map(({ id, score, match }) => [id, score, match]);

describe('a match', () => {
  test('is the only candidate with exactly that name, by any of its names', () => {
    const one = made('a', ['Oleh Marn', 'Олег Марн']);
    expect(matchesFor(matchQuery('oleh marn'), one, made('b', ['Oleh Marnik']))[0]).toEqual(['a', 100, true]);
    expect(matchesFor(matchQuery('Олег Марн'), one)).toEqual([['a', 100, true]]);
  });

  test('is neither of two namesakes, in any order', () => {
    const [one, other] = [made('a', ['Oleh Marn']), made('b', ['Oleh Marn'])];
    const expected = [
      ['a', 100, false],
      ['b', 100, false],
    ];
    expect(matchesFor(matchQuery('Oleh Marn'), one, other)).toEqual(expected);
    expect(matchesFor(matchQuery('Oleh Marn'), other, one)).toEqual(expected);
  });

  test('is no candidate where another has the same name in other letters', () => {
    expect(matchesFor(matchQuery('Oleh Marn'), made('a', ['Oleh Marn']), made('b', ['Олег Марн']))).toEqual([
      ['a', 100, false],
      ['b', 95, false],
    ]);
  });

  test('is no candidate with the name in other letters, or with its words in another order', () => {
    expect(matchesFor(matchQuery('Олег Марн'), made('a', ['Oleh Marn']))).toEqual([['a', 95, false]]);
    expect(matchesFor(matchQuery('Marn Oleh'), made('a', ['Oleh Marn']))).toEqual([['a', 90, false]]);
  });

  test('is not prevented by a namesake of another type', () => {
    const fits = ({ types }: ReconciliationEntity) => types.includes('Person');
    const town = made('b', ['Marn'], { types: ['Location'] });
    expect(matchesFor({ ...matchQuery('Marn'), fits }, made('a', ['Marn']), town)).toEqual([['a', 100, true]]);
  });

  test('is prevented by a namesake beyond the limit', () => {
    const query = { ...matchQuery('Oleh Marn'), limit: 1 };
    expect(matchesFor(query, made('a', ['Oleh Marn']), made('b', ['Oleh Marn']))).toEqual([['a', 100, false]]);
  });

  test('is no placeholder for an unnamed unit', () => {
    const standIn = made('u', ['Unknown brigade'], { types: ['Unit'], placeholder: true });
    expect(matchesFor(matchQuery('Unknown brigade'), standIn)).toEqual([['u', 100, false]]);
  });

  test('is no candidate with a property that differs or that no source states', () => {
    const marn = made('a', ['Oleh Marn'], { related: { posts: [post('u', 'Lake Guard')] } });
    expect(matchesFor(matchQuery('Oleh Marn', ['unit', 'Lake Guard']), marn)).toEqual([['a', 100, true]]);
    expect(matchesFor(matchQuery('Oleh Marn', ['unit', 'Hill Guard']), marn)).toEqual([['a', 70, false]]);
    expect(matchesFor(matchQuery('Oleh Marn', ['unit', 'Lake Guard']), made('a', ['Oleh Marn']))).toEqual([
      ['a', 85, false],
    ]);
    expect(matchesFor(matchQuery('Oleh Marn', ['unit', 'Lake Guard'], ['names', 'X']), marn)).toEqual([
      ['a', 85, false],
    ]);
  });
});

describe('a property', () => {
  test('ranks the namesake whose post agrees first', () => {
    const posted = (id: string, unit: string) => made(id, ['Oleh Marn'], { related: { posts: [post('u', unit)] } });
    const query = matchQuery('Oleh Marn', ['unit', 'Озерна варта', 'Lake Guard']);
    expect(matchesFor(query, posted('a', 'Hill Guard'), posted('b', 'Lake Guard'))).toEqual([
      ['b', 100, false],
      ['a', 70, false],
    ]);
  });

  test('with an equal identifier gives a score of at least 90', () => {
    const one = made('a', ['Oleh Marn'], { identifiers: [{ scheme: 'REGISTER', value: 'A-12' }] });
    expect(matchesFor(matchQuery('Nobody', ['identifiers', 'register:a-12']), one)).toEqual([['a', 90, false]]);
    expect(matchesFor(matchQuery('Nobody', ['identifiers', 'A12']), one)).toEqual([]);
    expect(matchesFor(matchQuery(null, ['identifiers', 'A-12']), one)).toEqual([['a', 100, false]]);
  });

  test('finds candidates in a query without a name, and none of whom no source states the property', () => {
    const marn = made('a', ['Oleh Marn'], { related: { posts: [post('u', 'Lake Guard')] } });
    expect(matchesFor(matchQuery(null, ['unit', 'u']), marn)).toEqual([['a', 100, false]]);
    expect(matchesFor(matchQuery(null, ['identifiers', 'x']), marn)).toEqual([]);
    expect(matchesFor(matchQuery(null), marn)).toEqual([]);
  });
});

test('candidates with equal scores are ordered by name and id, and those with very low scores are left out', () => {
  const query = matchQuery('Oleh Marn');
  expect(
    matchesFor(
      query,
      made('c', ['Oleh Zor']),
      made('b', ['Oleh Ant']),
      made('a', ['Oleh Zor']),
      made('d', ['Ida Zor']),
    ),
  ).toEqual([
    ['b', 25, false],
    ['a', 25, false],
    ['c', 25, false],
  ]);
});

test('the description of a candidate gives the name that matched, and what distinguishes it', () => {
  const marn = made('a', ['Oleh Marn', 'Олег Марн'], {
    related: {
      posts: [
        post('u', 'Old Guard'),
        post('v', 'Lake Guard', { title: 'Chief of the Guard', lastHardness: 'ASSUMED_TO_CONTINUE' }),
      ],
    },
  });
  const [found] = rankCandidates(matchQuery('Олег Марн'), [marn], new Spellings());
  expect(found?.description).toBe(
    'named Олег Марн · Chief of the Guard · Lake Guard · first cited 2022-01, assumed to go on after 2022-05',
  );
});
