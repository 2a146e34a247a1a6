import { describe, expect, test } from '@jest/globals';
import { perpetratorUnits } from '../../src/questions/command/perpetrators.rules.js';
import { chainAbove, incidentChains } from '../../src/questions/incident-chains/incident-chains.rules.js';
import { attribution, caseFile, incident, link, type Piece, posting, THE_DAY, unit } from '../support/case-file.js';

const above = (...pieces: readonly Piece[]) => chainAbove(caseFile(unit('u3'), ...pieces), 'u3', THE_DAY);
const unitsOf = (...pieces: readonly Piece[]) =>
  above(...pieces).levels.map(({ level, units }) => [level, ...units.map((one) => one.unit.id)]);
const unitIn = (id: string, ...pieces: readonly Piece[]) => {
  const found = above(...pieces)
    .levels.flatMap(({ units }) => units)
    .find((one) => one.unit.id === id);
  if (!found) throw new Error(`The chain has no ${id}.`);
  return found;
};
const OPEN = { during: ['2021', '2021-12-31'] } as const;
const BEFORE_THE_DAY = { during: ['2021', '2021-12-31 END'] } as const;

describe('the chain above a unit', () => {
  test('has one level for each link of command or operations on the day', () => {
    expect(unitsOf(link('u3', 'u2'), link('u2', 'u1', { kind: 'OPERATIONAL' }), link('u2', 'u4'))).toEqual([
      [0, 'u3'],
      [1, 'u2'],
      [2, 'u1', 'u4'],
    ]);
    expect(above(link('u3', 'u2'))).toMatchObject({
      unit: { id: 'u3', label: 'Unit', name: 'U3' },
      on: THE_DAY,
      warnings: [],
    });
  });

  test.each([
    ['administers', link('u3', 'u2', { kind: 'ADMINISTRATIVE' })],
    ['ended before', link('u3', 'u2', BEFORE_THE_DAY)],
    ['leaves the day open', link('u3', 'u2', OPEN)],
  ])('does not follow a link that %s', (_which, other) => {
    expect(unitsOf(other)).toEqual([[0, 'u3']]);
  });

  test('gives each link with its cover and source, in the chain or among the other links', () => {
    const found = unitIn(
      'u3',
      link('u3', 'u2'),
      link('u3', 'u4', { kind: 'COOPERATION' }),
      link('u3', 'u5', OPEN),
      link('u3', 'u6', BEFORE_THE_DAY),
    );
    expect(found.otherLinks.map(({ id, cover }) => `${id}: ${cover}`)).toEqual([
      'link u3 u4 COOPERATION 2022-01-01 2022-12-31: CITED',
      'link u3 u5 COMMAND 2021 2021-12-31: OPEN',
    ]);
    const [up] = unitIn('u2', link('u3', 'u2')).links;
    expect(up).toMatchObject({ cover: 'CITED', sources: [{ reportId: 'archive' }] });
  });

  test('gives the posts held on the day, commanders first, each with its claims', () => {
    const claims = [
      posting('holt', 'u3', { role: 'DEPUTY' }),
      posting('carls', 'u3'),
      posting('carls', 'u3', { during: ['2022', '2022'], cites: ['daily'] }),
      posting('past', 'u3', BEFORE_THE_DAY),
      posting('open', 'u3', OPEN),
      posting('other', 'u2'),
    ];
    const { posts, competingHolders } = unitIn('u3', ...claims);
    expect(
      posts.map(({ person, role, cover, items }) => [person.name, role, cover, ...items.map((item) => item.cover)]),
    ).toEqual([
      ['Carls', 'COMMANDER', 'CITED', 'CITED', 'IMPRECISE'],
      ['Holt', 'DEPUTY', 'CITED', 'CITED'],
    ]);
    expect(competingHolders).toEqual([]);
  });

  test('names all competing holders of the post of commander, each once', () => {
    const { competingHolders } = unitIn(
      'u3',
      posting('carls', 'u3'),
      posting('carls', 'u3', { role: 'ACTING' }),
      posting('doe', 'u3'),
      posting('holt', 'u3', { role: 'DEPUTY' }),
    );
    expect(competingHolders.map(({ id }) => id)).toEqual(['carls', 'doe']);
    const takenOver = unitIn(
      'u3',
      posting('carls', 'u3', { during: ['2022-01-01', '2022-03-20 END'] }),
      posting('doe', 'u3', { during: ['2022-03-20 START', '2022-12-31'] }),
    );
    expect(takenOver.posts.map(({ person }) => person.id)).toEqual(['carls', 'doe']);
    expect(takenOver.competingHolders).toEqual([]);
  });

  test('names its gaps', () => {
    const commander = (role: 'COMMANDER' | 'HEAD' | 'ACTING' | 'DEPUTY') =>
      unitIn('u3', link('u3', 'u2'), posting('carls', 'u3', { role })).gaps;
    expect([commander('COMMANDER'), commander('HEAD'), commander('ACTING')]).toEqual([[], [], []]);
    expect(commander('DEPUTY')).toEqual(['NO_COMMANDER_CITED']);
    expect(unitIn('u2', link('u3', 'u2')).gaps).toEqual(['NO_COMMANDER_CITED', 'NO_SUPERIOR_CITED']);
    expect(unitIn('u3', posting('carls', 'u3'), link('u3', 'u2', { kind: 'COOPERATION' })).gaps).toContain(
      'ONLY_NON_COMMAND_LINKS',
    );
    expect(unitIn('u3', posting('carls', 'u3'), link('u3', 'u2', OPEN)).gaps).toContain('LINK_NOT_SHOWN_OR_EXCLUDED');
    expect(unitIn('u2', link('u3', 'u2'), unit('u2', { placeholder: true })).gaps).toContain('SUPERIOR_UNNAMED');
    expect(unitIn('u2', link('u3', 'u2'), unit('u2')).gaps).not.toContain('SUPERIOR_UNNAMED');
  });

  test('ends at a cycle, with a warning that names the omitted link', () => {
    const back = link('u2', 'u3');
    expect(above(link('u3', 'u2'), back).warnings).toEqual([
      `The links form a cycle: U2 stands under U3 and over it; the link ${back.id} is left out.`,
    ]);
  });

  test('of a hidden unit contains no name', () => {
    const chain = chainAbove(caseFile(), 'u8', THE_DAY);
    expect(chain.unit.name).toBe('unknown');
    expect(chain.levels[0]?.units[0]?.gaps).not.toContain('SUPERIOR_UNNAMED');
  });
});

describe('the chains of an incident', () => {
  const chains = (...pieces: readonly Piece[]) => {
    const i1 = incident('i1');
    return incidentChains(caseFile(i1, ...pieces), i1, THE_DAY);
  };

  test('are those of all subjects that sources name, units before people, by id', () => {
    const named = [
      attribution('i1', 'zorn'),
      attribution('i1', 'u5'),
      attribution('i1', 'kurz'),
      attribution('i1', 'u3'),
      attribution('i2', 'u9'),
    ];
    expect(chains(...named).map(({ subject }) => subject.id)).toEqual(['u3', 'u5', 'kurz', 'zorn']);
    expect(chains(...named.toReversed()).map(({ subject }) => subject.id)).toEqual(['u3', 'u5', 'kurz', 'zorn']);
  });

  test('give every attribution of a subject, and one chain for a unit', () => {
    const [u3, ...rest] = chains(
      attribution('i1', 'u3'),
      attribution('i1', 'u3', { cites: ['daily'] }),
      attribution('i1', 'u5'),
      link('u3', 'u2'),
    );
    expect(rest).toHaveLength(1);
    expect(u3?.attributions.map(({ id }) => id)).toEqual(['attribution i1 u3 archive', 'attribution i1 u3 daily']);
    expect(u3?.chains.map(({ levels }) => levels.length)).toEqual([2]);
  });

  test('start, for a person, at each unit of a post held on the day', () => {
    const [kurz] = chains(
      attribution('i1', 'kurz'),
      posting('kurz', 'u3'),
      posting('kurz', 'u3', { role: 'STAFF' }),
      posting('kurz', 'u5', { role: 'MEMBER' }),
      posting('kurz', 'u6', BEFORE_THE_DAY),
      posting('other', 'u7'),
    );
    expect(kurz?.chains.map(({ unit: { id } }) => id)).toEqual(['u3', 'u5']);
  });
});

test('the perpetrators of an incident are units named as having carried it out, alone or with others', () => {
  const file = caseFile(
    attribution('i1', 'u3'),
    attribution('i1', 'u4', { mode: 'CO_PERPETRATOR' }),
    attribution('i1', 'u5', { mode: 'PLANNED' }),
    attribution('i1', 'kurz'),
    attribution('i2', 'u6'),
  );
  expect(perpetratorUnits(file, 'i1').map(({ toId }) => toId)).toEqual(['u3', 'u4']);
});
