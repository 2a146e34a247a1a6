import { describe, expect, test } from '@jest/globals';
import {
  attribution,
  conviction,
  incident,
  indicator,
  link,
  type Piece,
  posting,
  report,
} from '../../support/case-file.js';
import { CHAIN, elementOf, gradeOf, ids, marked, matrixOf } from './matrix.js';

const [I1, BY_U3, U3_U2] = CHAIN as [Piece, Piece, Piece];
const TWO = { cites: ['archive', 'daily'] } as const;
const post = (overrides: Parameters<typeof posting>[2] = {}) => posting('anders', 'u2', overrides);

describe('a post of command on the day', () => {
  test('is indicated by one source and established by two independent firm ones', () => {
    expect(elementOf(CHAIN, 'SUPERIOR_STATUS')).toMatchObject({
      grade: 'INDICATED',
      because: [],
      missing: ['A second independent firm source for the post on the day.'],
    });
    expect(elementOf([I1, BY_U3, U3_U2, post(TWO)], 'SUPERIOR_STATUS')).toMatchObject({
      grade: 'ESTABLISHED_BY_SOURCES',
      missing: [],
    });
  });

  test('is established by two claims of one source each', () => {
    const other = post({ during: ['2022-01-01', '2022-06-30'], cites: ['daily'] });
    expect(gradeOf([...CHAIN, other], 'SUPERIOR_STATUS')).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('is at most indicated where every source of it came with a doubt, and established by the sources without one', () => {
    const doubted = { ...TWO, doubts: ['SOURCE_OLDER_THAN_DATE'] } as const;
    expect(elementOf([I1, BY_U3, U3_U2, post(doubted)], 'SUPERIOR_STATUS').grade).toBe('INDICATED');
    const sound = post({ during: ['2022-01-01', '2022-06-30'], ...TWO });
    expect(gradeOf([I1, BY_U3, U3_U2, post(doubted), sound], 'SUPERIOR_STATUS')).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('is not established by one source each for two different posts', () => {
    expect(gradeOf([...CHAIN, posting('anders', 'u1', { cites: ['daily'] })], 'SUPERIOR_STATUS')).toBe('INDICATED');
  });

  test('is not established by two reports of which one repeats the other', () => {
    const repeated = report('daily', { origins: ['publisher-archive'] });
    expect(gradeOf([I1, BY_U3, U3_U2, post(TWO), repeated], 'SUPERIOR_STATUS')).toBe('INDICATED');
  });

  test('is contested by a competing holder cited for the same post, and not by one of another day or role', () => {
    const berg = posting('berg', 'u2');
    const found = elementOf([...CHAIN, berg], 'SUPERIOR_STATUS');
    expect(found.grade).toBe('CONTESTED');
    expect(ids(found.weighingAgainst)).toEqual([berg.id]);
    for (const other of [
      posting('berg', 'u2', { role: 'DEPUTY' }),
      posting('berg', 'u1'),
      posting('berg', 'u2', { during: ['2021', '2021-12-31 END'] }),
      posting('berg', 'u2', { during: ['2021', '2021-12-31 ASSUMED_TO_CONTINUE'] }),
    ])
      expect(elementOf([...CHAIN, other], 'SUPERIOR_STATUS')).toMatchObject({
        grade: 'INDICATED',
        weighingAgainst: [],
      });
    const imprecise = posting('berg', 'u2', { during: ['2022', '2022'] });
    expect(ids(elementOf([...CHAIN, imprecise], 'SUPERIOR_STATUS').weighingAgainst)).toEqual([imprecise.id]);
  });

  test('is not contested by one who took it over, or handed it over, on that very day', () => {
    const chain = [I1, BY_U3, U3_U2];
    const last = post({ during: ['2022-01-01', '2022-03-20 END'] });
    const first = post({ during: ['2022-03-20 START', '2022-12-31'] });
    const status = (...posts: readonly Piece[]) => gradeOf([...chain, ...posts], 'SUPERIOR_STATUS');
    expect(status(last, posting('berg', 'u2', { during: ['2022-03-20 START', '2022-12-31'] }))).toBe('INDICATED');
    expect(status(first, posting('berg', 'u2', { during: ['2022-01-01', '2022-03-20 END'] }))).toBe('INDICATED');
    const back = post({ during: ['2022-06-01 START', '2022-12-31'] });
    expect(status(last, back, posting('berg', 'u2', { during: ['2022-03-20 START', '2022-05-31 END'] }))).toBe(
      'INDICATED',
    );
    const subordination = elementOf(
      [I1, attribution('i1', 'u2'), last, posting('berg', 'u2', { during: ['2022-03-20 START', '2022-12-31'] })],
      'SUBORDINATION',
    );
    expect(subordination).toMatchObject({ grade: 'INDICATED', weighingAgainst: [] });
    for (const during of [
      ['2022-03-19 START', '2022-12-31'],
      ['2022-03-20', '2022-12-31'],
      ['2022-03 START', '2022-12-31'],
    ] as const)
      expect(status(last, posting('berg', 'u2', { during }))).toBe('CONTESTED');
    for (const during of [
      ['2022-01-01', '2022-03-21 END'],
      ['2022-01-01', '2022-03-20'],
      ['2022-01-01', '2022-03 END'],
    ] as const)
      expect(status(first, posting('berg', 'u2', { during }))).toBe('CONTESTED');
  });

  test('of two is assessed by the stronger, each against its own competing holders', () => {
    const sure = posting('anders', 'u1', TWO);
    const competing = [posting('berg', 'u2'), posting('dahl', 'u2', { during: ['2022', '2022'] })];
    expect(elementOf([...CHAIN, sure, ...competing], 'SUPERIOR_STATUS')).toMatchObject({
      grade: 'ESTABLISHED_BY_SOURCES',
      missing: [],
    });
    expect(gradeOf([...CHAIN, posting('anders', 'u1'), ...competing], 'SUPERIOR_STATUS')).toBe('INDICATED');
    expect(gradeOf([...CHAIN, sure, posting('doe', 'u1')], 'SUPERIOR_STATUS')).toBe('INDICATED');
  });

  test('is missing where there is none, and other posts are shown', () => {
    const staff = post({ role: 'STAFF' });
    const found = elementOf([I1, BY_U3, staff], 'SUPERIOR_STATUS');
    expect(found).toMatchObject({
      grade: 'NO_EVIDENCE',
      missing: ['Looked for a post of command that Anders held on 2022-03-20, and found none.'],
    });
    expect(marked(found.context)).toEqual([`${staff.id}:`]);
  });

  test('is shown as that of a successor where a source says that it began after the incident', () => {
    const later = post({ during: ['2022-03-21 START', '2022-12-31'] });
    expect(marked(elementOf([I1, BY_U3, later], 'SUPERIOR_STATUS').context)).toEqual([`${later.id}: SUCCESSOR`]);
    const earlier = post({ during: ['2021', '2022-03-19 END'] });
    expect(marked(elementOf([I1, BY_U3, earlier], 'SUPERIOR_STATUS').context)).toEqual([`${earlier.id}:`]);
    const staff = post({ during: ['2022-03-21 START', '2022-12-31'], role: 'STAFF' });
    expect(marked(elementOf([I1, BY_U3, staff], 'SUPERIOR_STATUS').context)).toEqual([`${staff.id}:`]);
  });
});

describe('a post after the incident makes no successor', () => {
  const contextOf = (...posts: readonly Piece[]) =>
    marked(elementOf([I1, BY_U3, ...posts], 'SUPERIOR_STATUS').context).join();
  const start = post({ during: ['2022-05-01 START', '2022-12-31'] });

  test('where it is only first cited then: since when it was held is open', () => {
    const firstCited = post({ during: ['2023-03-17', '2023-03-17'] });
    expect(contextOf(firstCited)).not.toContain('SUCCESSOR');
    for (const framework of ['AD_HOC_TRIBUNALS', 'ROME_STATUTE_28B'] as const)
      expect(elementOf([I1, BY_U3, firstCited], 'FAILURE_TO_PUNISH_OR_SUBMIT', { framework })).toMatchObject({
        grade: 'NO_EVIDENCE',
        because: ['R14'],
        supporting: [],
      });
    expect(elementOf([I1, BY_U3, firstCited], 'TEMPORAL_COINCIDENCE').because).toEqual([]);
  });

  test('by a claim that gives only the end, beside one that gives the start before the incident', () => {
    const thenHeld = post({ during: ['2022-03-18 START', '2022-03-18 ASSUMED_TO_CONTINUE'] });
    const end = post({ during: ['2022-06-11', '2022-06-11 END'] });
    expect(contextOf(thenHeld, end)).not.toContain('SUCCESSOR');
  });

  test('where an older claim of the same post leaves open whether it was held at the time', () => {
    expect(contextOf(start, post({ during: ['2021-05-01', '2021-12-31'] }))).not.toContain('SUCCESSOR');
    expect(contextOf(start, post({ during: ['2021-05-01', '2021-12-31'], role: 'ACTING' }))).not.toContain('SUCCESSOR');
  });

  test('where the person held the same post on some day of an incident of several', () => {
    const long = incident('i1', { during: ['2022-03-18', '2022-03-24'] });
    const thenHeld = post({ during: ['2022-03-20 START', '2022-03-22 END'] });
    expect(contextOf(long, start, thenHeld)).not.toContain('SUCCESSOR');
  });

  test('unless all older claims of the post state that it had ended, or are of another post', () => {
    expect(contextOf(start)).toContain('SUCCESSOR');
    expect(contextOf(start, post({ during: ['2021-05-01', '2021-12-31 END'] }))).toContain('SUCCESSOR');
    expect(contextOf(start, post({ during: ['2021-05-01', '2021-12-31'], role: 'STAFF' }))).toContain('SUCCESSOR');
    expect(contextOf(start, posting('anders', 'u9', { during: ['2021-05-01', '2021-12-31'] }))).toContain('SUCCESSOR');
  });
});

describe('an appointment that no claim on the post goes with', () => {
  const order = indicator('FORMAL_APPOINTMENT', ['anders', 'u2'], { on: '2021-06-01' });
  const appointed = (...more: readonly Piece[]) => elementOf([I1, BY_U3, order, ...more], 'SUPERIOR_STATUS');

  test('indicates a superior in law, and the answer says that no source shows the post on the day', () => {
    const found = appointed();
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R2'] });
    expect(ids(found.supporting)).toEqual([order.id]);
    expect(found.missing).toEqual([
      'A source that Anders held the post on 2022-03-20: only an appointment to it is in the graph.',
    ]);
  });

  test('joins the unit to the chain, as far as indicated', () => {
    const pieces = [I1, BY_U3, link('u3', 'u2', TWO), order];
    expect(elementOf(pieces, 'SUBORDINATION')).toMatchObject({ grade: 'INDICATED', because: ['R2'] });
    expect(elementOf(pieces, 'EFFECTIVE_CONTROL')).toMatchObject({ grade: 'INDICATED', because: ['R1', 'R2'] });
    const day = elementOf(pieces, 'TEMPORAL_COINCIDENCE');
    expect(day).toMatchObject({ grade: 'INDICATED', because: ['R19'] });
    expect(day.missing).toContain('A source that cites the post on the day itself.');
    const ofThePerpetrator = indicator('FORMAL_APPOINTMENT', ['anders', 'u3'], { on: '2021-06-01' });
    expect(gradeOf([I1, BY_U3, ofThePerpetrator], 'SUBORDINATION')).toBe('INDICATED');
  });

  test('stands beside the claims on the post, and adds to them', () => {
    expect(ids(appointed(U3_U2, post()).supporting)).toEqual([post().id, order.id]);
    expect(gradeOf([I1, BY_U3, U3_U2, post(TWO), order], 'SUPERIOR_STATUS')).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('is contested by another who is cited in command of the unit', () => {
    expect(appointed(posting('berg', 'u2'))).toMatchObject({ grade: 'CONTESTED' });
    const toAnother = indicator('FORMAL_APPOINTMENT', ['anders', 'u5'], { on: '2021-06-01' });
    expect(appointed(posting('berg', 'u2'), toAnother)).toMatchObject({ grade: 'INDICATED' });
  });

  test.each([
    ['after the day', [indicator('FORMAL_APPOINTMENT', ['anders', 'u2'], { on: '2022-03-21' })]],
    ['of two people, since it does not say whose', [indicator('FORMAL_APPOINTMENT', ['falk', 'anders', 'u2'])]],
    ['to no unit', [indicator('FORMAL_APPOINTMENT', ['anders'])]],
    ['that weighs against it', [indicator('FORMAL_APPOINTMENT', ['anders', 'u2'], { polarity: 'WEIGHS_AGAINST' })]],
    ['that was not checked', [indicator('FORMAL_APPOINTMENT', ['anders', 'u2'], { status: 'WORK_NEEDED' })]],
    ['to a post that ended before the day', [order, post({ during: ['2021-06-01', '2022-02-01 END'] })]],
    ['to a post that began after the day', [order, post({ during: ['2022-04-01 START', '2022-12-31'] })]],
    ['to a post that is not of command', [order, post({ role: 'STAFF' })]],
  ])('shows nothing %s', (_which, pieces) => {
    expect(elementOf([I1, BY_U3, ...pieces], 'SUPERIOR_STATUS')).toMatchObject({
      grade: 'NO_EVIDENCE',
      supporting: [],
    });
  });

  test('after an earlier tenure of the same post had ended stands by itself', () => {
    expect(appointed(post({ during: ['2019', '2020-12-31 END'] })).grade).toBe('INDICATED');
  });
});

describe('R5: de facto superiors and non-state forces are superiors too', () => {
  const CODES = [
    'ORDERS_ISSUED_AND_FOLLOWED',
    'POWER_TO_DISCIPLINE',
    'POWER_TO_PROMOTE_OR_DISMISS',
    'TASKS_PERFORMED',
    'SENDING_OR_WITHDRAWING_FORCES',
    'RESUBORDINATING_UNITS',
  ] as const;

  test.each(CODES)('an indicator of the code %s indicates a superior without a post', (code) => {
    const orders = indicator(code, ['anders', 'u3']);
    const found = elementOf([I1, BY_U3, orders], 'SUPERIOR_STATUS');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R5'] });
    expect(ids(found.supporting)).toEqual([orders.id]);
  });

  test('other indicators, those against, and those about others indicate no superior', () => {
    const others = [
      indicator('TASKS_PERFORMED', ['anders', 'u3'], { polarity: 'WEIGHS_AGAINST' }),
      indicator('TASKS_PERFORMED', ['berg', 'u3'], { on: '2022-03-02' }),
      indicator('TASKS_PERFORMED', ['u3'], { on: '2022-03-03' }),
    ];
    expect(elementOf([I1, BY_U3, ...others], 'SUPERIOR_STATUS')).toMatchObject({
      grade: 'NO_EVIDENCE',
      because: [],
      supporting: [],
    });
  });

  test('indicators are not needed where there is a post on the day', () => {
    const found = elementOf([...CHAIN, indicator('TASKS_PERFORMED', ['anders', 'u3'])], 'SUPERIOR_STATUS');
    expect(found.because).toEqual([]);
    expect(found.supporting).toHaveLength(1);
  });

  test('indicators lift a post that is in conflict', () => {
    const disputed = [I1, BY_U3, U3_U2, post({ status: 'CONFLICT' })];
    expect(elementOf(disputed, 'SUPERIOR_STATUS')).toMatchObject({ grade: 'CONTESTED', because: [] });
    const found = elementOf([...disputed, indicator('TASKS_PERFORMED', ['anders', 'u3'])], 'SUPERIOR_STATUS');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R5'] });
    expect(found.supporting).toHaveLength(2);
  });

  test('the head of a non-state force is assessed as any commander', () => {
    expect(gradeOf([I1, attribution('i1', 'u9'), posting('anders', 'u9', { role: 'HEAD' })], 'SUPERIOR_STATUS')).toBe(
      'INDICATED',
    );
  });
});

describe('R29: which limb of Article 28 applies is an element with evidence of its own', () => {
  const kind = (framework: string, ...pieces: readonly Piece[]) => elementOf(pieces, 'KIND_OF_SUPERIOR', { framework });
  const minister = posting('anders', 'u2', { role: 'HEAD' });
  const inFact = indicator('ORDERS_ISSUED_AND_FOLLOWED', ['anders', 'u3']);

  test('without a post there is no word on posts of another kind', () => {
    expect(kind('ROME_STATUTE_28A', I1, BY_U3).missing).toEqual([
      'Looked for a post, or command in fact, of the kind that this test is about, and found none.',
    ]);
  });

  test('nothing is missing where command in fact stands beside a post in conflict, and another of another kind', () => {
    const pieces = [I1, BY_U3, U3_U2, inFact, post({ status: 'CONFLICT' }), posting('anders', 'u5', { role: 'HEAD' })];
    expect(kind('ROME_STATUTE_28A', ...pieces)).toMatchObject({ grade: 'INDICATED', missing: [] });
  });

  test('a commander falls under Article 28(a), and under 28(b) the post is context, with a word on the other limb', () => {
    expect(kind('ROME_STATUTE_28A', ...CHAIN)).toMatchObject({
      grade: 'INDICATED',
      because: [],
      context: [],
      missing: [],
    });
    const other = kind('ROME_STATUTE_28B', ...CHAIN);
    expect(other).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R29'], supporting: [] });
    expect(other.context).toHaveLength(1);
    expect(other.missing).toEqual([
      'Looked for a post, or command in fact, of the kind that this test is about, and found none.',
      'The posts that were found are of another kind. Article 28(a) is the test for military commanders and those who effectively act as such.',
    ]);
  });

  test('a minister falls under Article 28(b), and under 28(a) only by command in fact', () => {
    expect(kind('ROME_STATUTE_28B', I1, BY_U3, minister)).toMatchObject({ grade: 'INDICATED', because: [] });
    expect(kind('ROME_STATUTE_28A', I1, BY_U3, minister)).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R29'] });
    const acting = kind('ROME_STATUTE_28A', I1, BY_U3, minister, inFact);
    expect(acting).toMatchObject({ grade: 'INDICATED', because: ['R29'], missing: [] });
    expect(ids(acting.supporting)).toEqual([inFact.id]);
    expect(kind('ROME_STATUTE_28B', I1, BY_U3, inFact)).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
    const appointed = indicator('FORMAL_APPOINTMENT', ['anders', 'u3']);
    expect(kind('ROME_STATUTE_28A', I1, BY_U3, appointed).supporting).toEqual([]);
  });

  test('who holds both kinds of post falls under either limb, and command in fact is not asked about then', () => {
    const both = [I1, BY_U3, minister, posting('anders', 'u3'), inFact];
    for (const framework of ['ROME_STATUTE_28A', 'ROME_STATUTE_28B']) {
      const found = kind(framework, ...both);
      expect(found).toMatchObject({ grade: 'INDICATED', because: ['R29'], missing: [] });
      expect([found.supporting.length, found.context.length]).toEqual([1, 1]);
    }
  });

  test('command in fact is asked about as long as no post of the kind is accepted', () => {
    for (const status of ['WORK_NEEDED', 'CONFLICT'] as const)
      expect(kind('ROME_STATUTE_28A', I1, BY_U3, U3_U2, post({ status }), inFact)).toMatchObject({
        grade: 'INDICATED',
      });
    expect(kind('ROME_STATUTE_28A', I1, BY_U3, U3_U2, post({ status: 'WORK_NEEDED' }))).toMatchObject({
      grade: 'NO_EVIDENCE',
    });
  });

  test('a finding tells the limb by the letter of the article, and Article 28 without it does not', () => {
    const warrant = (mode: string) => conviction('w', { type: 'WARRANT', modes: [mode] });
    expect(kind('ROME_STATUTE_28A', I1, warrant('28(a)')).grade).toBe('ALLEGED');
    expect(kind('ROME_STATUTE_28A', I1, warrant('28')).grade).toBe('NO_EVIDENCE');
    expect(kind('ROME_STATUTE_28B', I1, warrant('28(a)')).grade).toBe('NO_EVIDENCE');
  });

  test('the ad hoc tribunals make no such difference', () => {
    const { elements } = matrixOf(CHAIN, { framework: 'AD_HOC_TRIBUNALS' });
    expect(elements.map(({ element }) => element)).not.toContain('KIND_OF_SUPERIOR');
  });
});
