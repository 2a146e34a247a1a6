import { describe, expect, test } from '@jest/globals';
import { migrate } from '../../../src/graph/migrations.js';
import { dump } from '../../support/fictional.js';
import { answer, ask, edit, graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL } from '../../support/secrets.js';
import {
  CORRECT,
  create,
  ENTRY,
  ERRORS,
  entries,
  faults,
  mutate,
  on,
  posting,
  RETRACT,
  versionOf,
} from './edit-requests.js';

useGraph('fictional');

const PROPOSAL = 'proposal { id state action content reason by at decidedBy decidedAt decision entry }';
const PROPOSE = `mutation ($input: ProposalCreateInput!) { proposalCreate(input: $input) { ${PROPOSAL} ${ENTRY} ${ERRORS} } }`;
const ACCEPT = `mutation ($input: ProposalDecideInput!) { proposalAccept(input: $input) { ${PROPOSAL} record { __typename id } ${ENTRY} ${ERRORS} } }`;
const REJECT = `mutation ($input: ProposalDecideInput!) { proposalReject(input: $input) { ${PROPOSAL} ${ENTRY} ${ERRORS} } }`;

const propose = (input: object, actor = 'Partner') => mutate(PROPOSE, input, actor);
const accept = (id: string, reason = 'It holds.') => mutate(ACCEPT, { id, reason });
const reject = (id: string, reason = 'It does not hold.') => mutate(REJECT, { id, reason });
const creation = (record: object) => ({ create: { dataset: 'fictional', reason: 'We know him.', record } });

/** All that is no book: records with their links. */
const records = async () => (await dump()).filter((line) => line.includes('"Record"') || line.includes('"from"'));

describe('a proposal', () => {
  let id: string;

  test('changes no record and adds an entry to the journal', async () => {
    const before = await records();
    const count = await entries();
    const payload = await propose(creation(posting({ rank: 'proposed' })));
    expect(payload.userErrors).toEqual([]);
    expect(payload.proposal).toMatchObject({
      state: 'OPEN',
      action: 'CREATE',
      reason: 'We know him.',
      by: 'Partner',
      at: payload.entry.at,
    });
    expect(JSON.parse(payload.proposal.content)).toEqual(creation(posting({ rank: 'proposed' })));
    expect(payload.entry).toMatchObject({
      sequence: count + 1,
      actor: 'Partner',
      action: 'PROPOSAL_CREATE',
      subjects: [payload.proposal.id],
    });
    expect(await records()).toEqual(before);
    expect(await entries()).toBe(count + 1);
    id = payload.proposal.id;
  });

  test('is carried out as proposed, in one entry, once an editor accepts it', async () => {
    const count = await entries();
    const { proposal, record, entry, userErrors } = await accept(id);
    expect(userErrors).toEqual([]);
    expect(record.__typename).toBe('Posting');
    expect(proposal).toMatchObject({
      state: 'ACCEPTED',
      decidedBy: 'Test Editor',
      decidedAt: entry.at,
      decision: 'It holds.',
      entry: entry.sequence,
    });
    expect(entry).toMatchObject({
      sequence: count + 1,
      action: 'PROPOSAL_ACCEPT',
      actor: 'Test Editor',
      subjects: [id, record.id],
    });
    expect(await entries()).toBe(count + 1);
    expect(
      (await answer('query ($id: ID!) { node(id: $id) { ... on Posting { rank } } }', { id: record.id })).node,
    ).toEqual({ rank: 'proposed' });
  });

  test('is decided once', async () => {
    expect(faults(await accept(id))).toEqual(['input.id CONFLICT']);
    expect(faults(await reject(id))).toEqual(['input.id CONFLICT']);
    expect(faults(await reject('proposal-none'))).toEqual(['input.id NOT_FOUND']);
  });

  test('changes nothing once an editor rejects it', async () => {
    const made = await propose(creation(posting({ rank: 'unwanted' })));
    const before = await records();
    const { proposal, entry } = await reject(made.proposal.id);
    expect(proposal).toMatchObject({ state: 'REJECTED', decision: 'It does not hold.', entry: entry.sequence });
    expect(entry.action).toBe('PROPOSAL_REJECT');
    expect(await records()).toEqual(before);
  });
});

describe('a proposal is refused as its change would be, for', () => {
  test.each<[string, () => Promise<object>, string]>([
    [
      'a record of another shape',
      async () => creation(posting({ person: 'x' })),
      'create.record.posting.person BAD_INPUT',
    ],
    [
      'a record that breaks an invariant',
      async () => creation(posting({ at: 'unit-fx-none' })),
      'create.record.posting.at INVARIANT',
    ],
    [
      'no reason',
      async () => ({ create: { dataset: 'fictional', reason: '', record: posting() } }),
      'create.reason BAD_INPUT',
    ],
    [
      'a version that is not of now',
      async () => ({ retract: { id: 'finding-fx-a', version: 'x', reason: 'y' } }),
      'retract.version CONFLICT',
    ],
    [
      'a retraction of what others rest on',
      async () => ({ retract: await on('incident-fx-i1') }),
      'retract.withClaims IN_USE',
    ],
    [
      'a dispute of a finding',
      async () => ({ dispute: await on('finding-fx-a', { status: 'ISSUE' }) }),
      'dispute.id UNSUPPORTED',
    ],
  ])('%s', async (_what, input, fault) => {
    const proposal = await input();
    const before = await dump();
    expect(faults(await propose(proposal))).toEqual([`input.${fault}`]);
    expect(await dump()).toEqual(before);
  });

  test('a record that exists already', async () => {
    await create(posting({ rank: 'there' }));
    expect(faults(await propose(creation(posting({ rank: 'there' }))))).toEqual(['input UNCHANGED']);
  });
});

describe('a proposal', () => {
  test('is refused with its field where later changes prevent it, and stays open', async () => {
    const claim = (await create(posting({ rank: 'old' }))).record.id;
    const correct = await on(claim, { record: posting({ rank: 'proposed by a partner' }) });
    const { proposal } = await propose({ correct });
    await mutate(CORRECT, await on(claim, { record: posting({ rank: 'by an editor' }) }));
    const before = await dump();
    expect(faults(await accept(proposal.id))).toEqual(['proposal.correct.version CONFLICT']);
    expect(await dump()).toEqual(before);
    const { proposals } = await edit('{ proposals(state: OPEN) { totalCount nodes { id } } }');
    expect(proposals).toEqual({ totalCount: 1, nodes: [{ id: proposal.id }] });
  });

  test('is accepted by one of two editors at once', async () => {
    const claim = (await create(posting({ rank: 'twice' }))).record.id;
    const { proposal } = await propose({ retract: await on(claim) });
    const done = await Promise.all([accept(proposal.id), reject(proposal.id), accept(proposal.id)]);
    expect(done.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(done.flatMap(faults)).toEqual(['input.id CONFLICT', 'input.id CONFLICT']);
  });

  test('of a retraction gives the record as it was', async () => {
    const claim = (await create(posting({ rank: 'to go' }))).record.id;
    const { proposal } = await propose({ retract: await on(claim) });
    expect((await accept(proposal.id)).record).toEqual({ __typename: 'Posting', id: claim });
  });
});

describe('the journal and the proposals', () => {
  test('are for editors alone, whatever else a reader may see', async () => {
    for (const field of ['journal', 'proposals'])
      for (const clearance of [undefined, CONFIDENTIAL]) {
        const { data, errors } = await ask(
          `{ ${field} { totalCount nodes { ${field === 'journal' ? 'hash' : 'id'} } } }`,
          {},
          clearance,
        );
        expect(data).toBe(null);
        expect(errors.map(({ originalError }) => (originalError as { code?: string } | undefined)?.code)).toEqual([
          'FORBIDDEN',
        ]);
      }
  });

  test('give every entry, the latest first, page by page', async () => {
    const numbers: number[] = [];
    let after: string | null = null;
    do {
      const {
        journal,
      }: { journal: { nodes: { sequence: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await edit(
          'query ($after: String) { journal(first: 7, after: $after) { nodes { sequence } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
      numbers.push(...journal.nodes.map(({ sequence }) => sequence));
      after = journal.pageInfo.hasNextPage ? journal.pageInfo.endCursor : null;
    } while (after !== null);
    const count = await entries();
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => count - index));
    const { journal } = await edit('{ journal(last: 1) { totalCount nodes { action actor previous } } }');
    expect(journal).toEqual({ totalCount: count, nodes: [{ action: 'LOAD', actor: 'seed', previous: '' }] });
  });

  test('contain what no reader of the records sees', async () => {
    const note = 'Only in the books.';
    const claim = (await create(posting({ rank: 'secret' }))).record.id;
    await mutate(RETRACT, { id: claim, version: await versionOf(claim), reason: note });
    const rows = await graph().read(
      { name: 'books', text: 'MATCH (e:JournalEntry {reason: $note}) RETURN labels(e) AS labels' },
      { note },
    );
    expect(rows).toEqual([{ labels: ['JournalEntry'] }]);
  });

  test('include the creation of a dataset, to which records can then be added', async () => {
    const source = `mutation ($input: DatasetCreateInput!) { datasetCreate(input: $input) { dataset { id title version redistribute } created ${ENTRY} ${ERRORS} } }`;
    const input = {
      id: 'made',
      title: 'Made',
      description: 'For a test.',
      licence: 'CC0-1.0',
      attribution: 'Nobody',
      redistribute: true,
      requires: ['fictional'],
      reason: 'For a test.',
    };
    const made = await mutate(source, input);
    expect(made).toMatchObject({
      created: true,
      userErrors: [],
      dataset: { id: 'made', title: 'Made', redistribute: true },
      entry: { action: 'DATASET_CREATE', subjects: ['made'] },
    });
    expect(made.dataset.version).toMatch(/^[0-9a-f]{16}$/);
    expect(await mutate(source, input)).toMatchObject({
      created: false,
      entry: null,
      userErrors: [],
      dataset: made.dataset,
    });
    expect(faults(await mutate(source, { ...input, title: 'Other' }))).toEqual(['input.id TAKEN']);
    expect(faults(await mutate(source, { ...input, id: 'Made' }))).toEqual(['input.id BAD_INPUT']);
    expect(faults(await mutate(source, { ...input, id: 'made-too', requires: ['fictional', 'none'] }))).toEqual([
      'input.requires.1 NOT_FOUND',
    ]);
    const before = (await answer('{ datasets { id } }')).datasets;
    expect(before).toEqual([{ id: 'fictional' }]);
    await create({ report: { id: 'report-made', title: 'Made', publisher: 'body-fx-lantern' } }, { dataset: 'made' });
    expect((await answer('{ datasets { id } }')).datasets).toEqual([{ id: 'fictional' }, { id: 'made' }]);
  });
});

test('a proposal that waited with the old names of the bounds is accepted with the same bounds', async () => {
  const rank = 'waited';
  const note = 'The sheet said "firstHardness": START.';
  const { proposal } = await propose(creation(posting({ rank, note })));
  await graph().command(
    'test',
    `MATCH (p:Proposal {id: $id})
     SET p.content = replace(replace(p.content, '"firstBound":', '"firstHardness":'), '"lastBound":', '"lastHardness":')`,
    { id: proposal.id },
  );
  await graph().command('test', "MATCH (m:Migration {name: '006-bounds-of-proposals'}) DELETE m");
  expect(await migrate(graph())).toEqual(['006-bounds-of-proposals']);
  const { record, userErrors } = await accept(proposal.id);
  expect(userErrors).toEqual([]);
  const [{ bounds }] = (await graph().command(
    'test',
    'MATCH (n:Posting {id: $id}) RETURN n {.rank, .note, .firstHardness, .lastHardness} AS bounds',
    { id: record.id },
  )) as [{ bounds: unknown }];
  expect(bounds).toEqual({ rank, note, firstHardness: 'START', lastHardness: 'END' });
});
