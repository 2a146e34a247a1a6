import { beforeAll, describe, expect, test } from '@jest/globals';
import { groupBy } from '../../../src/model/group.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { FAULTS, type Fault, spoil } from './country/spoil.js';
import { type Country, writeCountry } from './country.js';
import { faultsOf, type Outcome, outcome, recordsOfType } from './sheets.js';

/** The invented country, with a fifth of its relations spoilt in each fault in which real sheets go wrong. */

const SIZE = 0.25;

type Relation = Record<string, unknown> & { readonly doubts?: readonly string[] };

const converted = ({ files, options }: Country) => outcome('sfm-older', files, options);
const relationsIn = ({ records }: Outcome, { file }: Fault) =>
  recordsOfType(records, file === 'units' ? 'command-links' : 'postings').filter(
    ({ kind }) => kind !== 'MEMBERSHIP',
  ) as Relation[];

const textOf = (names: readonly string[]) => (one: Relation) => JSON.stringify(names.map((name) => one[name] ?? null));

/** Each relation once, by these fields; of two claims with one beginning, that which has an end. */
function wholeRelations(relations: readonly Relation[], names: readonly string[]): string[] {
  const beginnings = names.filter((name) => name !== 'last');
  const whole = [...groupBy(relations, textOf(beginnings)).values()].map((claims) =>
    claims.reduce((one, other) => (hasEnd(other) ? other : one)),
  );
  return whole.map(textOf(names)).sort();
}

/** A claim of the first date alone has it at both ends. */
const hasEnd = ({ first, last }: Relation) => dateOf(first) !== dateOf(last);
const dateOf = (end: unknown) => String(end).split(' ')[0];

describe.each(Object.entries(FAULTS))('a country with a fifth of its relations spoilt by %s', (_name, fault) => {
  let [clean, after]: Outcome[] = [];
  let count = 0;
  let doubted: Relation[] = [];
  beforeAll(async () => {
    clean = await converted(await writeCountry(temporaryFolder(), SIZE));
    const country = await writeCountry(temporaryFolder(), SIZE);
    count = spoil(country.files, fault);
    after = await converted(country);
    // Quartermasters are doubted in the clean country too: their role is no word of ours.
    const before = new Set(relationsIn(clean, fault).map((one) => JSON.stringify(one)));
    doubted = relationsIn(after, fault).filter((one) => one.doubts !== undefined && !before.has(JSON.stringify(one)));
  });

  test('loses no link, and has nothing to refuse', () => {
    expect(after?.errors).toEqual([]);
    expect(faultsOf(after?.records ?? [])).toEqual([]);
    expect(after?.report.links.balance).toMatchObject({ in: clean?.report.links.balance.in, refused: 0 });
  });

  test('has that doubt as often as a relation was spoilt, and no other', () => {
    expect(new Set(doubted.flatMap(({ doubts }) => doubts))).toEqual(new Set([fault.doubt]));
    expect(count).toBeGreaterThan(30);
    expect(new Set(doubted.map(textOf(fault.counted)))).toHaveProperty('size', count);
  });

  test('has the relations of the clean country, but for what was spoilt in them', () => {
    const [before, now] = [clean, after].map((one) => wholeRelations(relationsIn(one as Outcome, fault), fault.keeps));
    expect(now).toEqual(before);
  });

  test('has the relations that were not spoilt word for word', () => {
    const concerned = new Set(doubted.map(textOf(fault.concerns)));
    const [before, now] = [clean, after].map((one) =>
      relationsIn(one as Outcome, fault)
        .filter((relation) => !concerned.has(textOf(fault.concerns)(relation)))
        .map((relation) => JSON.stringify(relation))
        .sort(),
    );
    expect(now?.length).toBeGreaterThan(2 * count);
    expect(now).toEqual(before);
  });
});
