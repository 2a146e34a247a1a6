import { askAsEditor, edit, graph } from '../../support/graph.js';

/** What the tests of curation ask of the API, and the records of the fictional world that they change. */

export const ERRORS = 'userErrors { field code message expected got }';
export const ENTRY = 'entry { sequence at actor action reason subjects content }';

export const CREATE = `mutation ($input: RecordCreateInput!) {
  recordCreate(input: $input) { record { __typename id ... on Recorded { dataset version } } created warnings ${ENTRY} ${ERRORS} } }`;
export const CORRECT = `mutation ($input: ClaimCorrectInput!) {
  claimCorrect(input: $input) { claim { __typename id ... on Claim { corrects status note version } } ${ENTRY} ${ERRORS} } }`;
export const DISPUTE = `mutation ($input: ClaimDisputeInput!) {
  claimDispute(input: $input) { claim { __typename id ... on Claim { corrects status note version citations { report { id } } } } ${ENTRY} ${ERRORS} } }`;
export const ACCEPT = `mutation ($input: ClaimAcceptInput!) {
  claimAccept(input: $input) { claim { __typename id ... on Claim { corrects status note version } } ${ENTRY} ${ERRORS} } }`;
export const RETRACT = `mutation ($input: ClaimRetractInput!) {
  claimRetract(input: $input) { record { __typename id ... on Recorded { retractedAt } } retracted ${ENTRY} ${ERRORS} } }`;

/** What a mutation answers; it must have no errors of GraphQL itself. */
export async function mutate(source: string, input: object, actor?: string) {
  const data = await edit(source, { input }, actor);
  return Object.values(data)[0] as Payload;
}

export interface Payload {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  readonly [field: string]: any;
  readonly userErrors: readonly {
    readonly field: string[];
    readonly code: string;
    readonly message: string;
    readonly expected: string | null;
    readonly got: string | null;
  }[];
}

/** Adds a record to the fictional dataset. */
export const create = (record: object, more: object = {}) =>
  mutate(CREATE, { dataset: 'fictional', reason: 'For a test.', record, ...more });

/** The version of a record as an editor sees it. */
export async function versionOf(id: string): Promise<string> {
  const { node } = await edit(
    'query ($id: ID!) { node(id: $id, lens: { statuses: [ACCEPTED, CONFLICT, ISSUE, WORK_NEEDED] }) { ... on Recorded { version } } }',
    { id },
  );
  if (!node) throw new Error(`There is no ${id}.`);
  return node.version;
}

/** A change of a record in the state that it is in. */
export const on = async (id: string, more: object = {}) => ({
  id,
  version: await versionOf(id),
  reason: 'For a test.',
  ...more,
});

/** The field of each error, with dots, and its code. */
export const faults = ({ userErrors }: Payload) =>
  userErrors.map(({ field, code }) => `${field.join('.')} ${code}`).sort();

/** The numbers of the entries of the journal. */
export async function entries(): Promise<number> {
  const [row] = await graph().read({ name: 'entries', text: 'MATCH (e:JournalEntry) RETURN count(e) AS count' }, {});
  return Number(row?.count);
}

/** The id of the only live claim that a Cypher pattern over `n` finds. */
export async function claimWhere(match: string): Promise<string> {
  const rows = await graph().read(
    { name: 'claim', text: `MATCH ${match} AND n.retractedAt IS NULL RETURN n.id AS id` },
    {},
  );
  if (rows.length !== 1) throw new Error(`Expected one claim; got ${rows.length}.`);
  return String(rows[0]?.id);
}

export const CITES = [{ report: 'report-fx-archive-2024', pinpoint: 'p. 30', paraphrase: 'Says so.' }];

/** A posting that the fictional world does not hold. */
export const posting = (more: object = {}) => ({
  posting: {
    person: 'person-fx-anders',
    at: 'unit-fx-u7',
    role: 'STAFF',
    range: { first: '2020-01', firstBound: 'START', last: '2020-06', lastBound: 'END' },
    cites: CITES,
    ...more,
  },
});

export { askAsEditor };
