import type { ManagedTransaction } from 'neo4j-driver';
import { labelsOf } from '../../../graph/query/visible.cypher.js';
import { type FieldPath, Refusal, refusal } from '../../../model/errors.js';
import { claimIdOf } from '../../../model/hash.js';
import type { Draft, DraftEdge, Properties } from '../../../model/record/draft.js';
import { LONGEST_PROSE } from '../../../model/record/fields/field.js';
import { CITES } from '../../../model/record/record-shapes.js';
import { shapeErrors } from '../../../model/record/shape-errors.js';
import { withoutNull, withoutUndefined } from '../../../model/without.js';
import type { ChangeWork } from '../../change/change.js';
import { problemsInGraph } from '../../change/check-draft.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import { hashed, retract, writeEdges, writeNodes } from '../../change/write-records.js';
import { citationsOf, passagesOf } from '../citations.js';
import { type Current, currentOf, type VersionedRef } from '../current-record.js';
import { problemError } from '../draft-record.js';
import { withoutNothing } from '../parse-record-input.js';
import type { WriteResult } from './write-result.change.js';

/** Restates a claim with another status: to dispute it, or to accept it. The old claim is retracted. */

export interface ClaimRestate extends VersionedRef {
  readonly reason: string;
  readonly status: string;
  readonly cites?: readonly object[] | null;
}

export const claimDispute = (input: ClaimRestate, at = INPUT): ChangeWork<WriteResult> =>
  restate(input, 'CLAIM_DISPUTE', at);

export const claimAccept = (input: Omit<ClaimRestate, 'status' | 'cites'>, at = INPUT): ChangeWork<WriteResult> =>
  restate({ ...input, status: 'ACCEPTED' }, 'CLAIM_ACCEPT', at);

function restate(input: ClaimRestate, action: string, at: FieldPath): ChangeWork<WriteResult> {
  return async (tx, instant) => {
    const reason = reasonOf(input, at);
    const old = await currentOf(tx, input, at);
    refuseOthers(old, [...at, 'id']);
    if (old.status === 'ACCEPTED' && input.status === 'ACCEPTED')
      throw refusal('UNCHANGED', [...at, 'id'], `${old.id} is accepted already.`, { got: old.id });
    const added = await citationsAdded(tx, input, at);
    const note = noteOf(old, input.status, reason, at);
    const draft = await statedAgain(tx, old, { status: input.status, note }, added, instant);
    const problems = await problemsInGraph(tx, draft);
    const correction = { place: (path: FieldPath) => [...at, ...fieldOf(path)], provided: withoutNothing(input) };
    if (problems.length > 0) throw new Refusal(problems.map((problem) => problemError(problem, correction)));
    const nodes = hashed(draft).map((node) => ({ ...node, properties: { ...node.properties, corrects: old.id } }));
    const id = nodes[0]?.id ?? '';
    await retract(tx, [old.id], instant, 'EDITED');
    await writeNodes(tx, nodes, instant);
    await writeEdges(tx, draft.edges);
    const journalNote = { action, reason, subjects: [old.id, id], content: withoutNothing(input) };
    return { result: { id, created: true, retracted: [old.id] }, journalNote };
  };
}

/** Only a claim is restated as a whole; of an incident or finding, the status is a part of what it says. */
function refuseOthers({ id, kind, isClaim }: Current, at: FieldPath): void {
  if (isClaim) return;
  const hint = kind === 'Report' ? '' : ' Correct it with another status instead.';
  throw refusal('UNSUPPORTED', at, `${id} is a ${kind}, and no claim.${hint}`, {
    expected: 'the id of a claim',
    got: id,
  });
}

/** Only the reports of a restated claim are new: an error about them is theirs, any other error is about the claim. */
const fieldOf = ([field, ...deeper]: FieldPath): FieldPath =>
  field === 'cites' ? [field, ...deeper] : ['first', 'last', 'on'].includes(String(field)) ? ['cites'] : ['id'];

const STATEMENT_FIELDS: Readonly<Record<string, string>> = {
  ACCEPTED: 'Accepted',
  CONFLICT: 'In conflict',
  ISSUE: 'Issue',
  WORK_NEEDED: 'Work needed',
};

function noteOf({ note }: Current, status: string, reason: string, at: FieldPath): string {
  const together = [...(note ? [note] : []), `${STATEMENT_FIELDS[status]}: ${reason}`].join('\n');
  if (together.length <= LONGEST_PROSE) return together;
  const expected = `at most ${LONGEST_PROSE} characters together with the note of the claim`;
  throw refusal('BAD_INPUT', [...at, 'reason'], `Expected ${expected}; got ${together.length}.`, {
    expected,
    got: together.length,
  });
}

/** The links to the reports that are cited from now on, too. */
async function citationsAdded(
  tx: ManagedTransaction,
  input: ClaimRestate,
  at: FieldPath,
): Promise<Omit<DraftEdge, 'from' | 'origin'>[]> {
  if (!input.cites) return [];
  const place = (path: FieldPath) => [...at, ...path];
  const { citations, record } = citationsOf({ cites: withoutNothing(input.cites) });
  const cites = (record as { cites: unknown }).cites;
  const parsed = CITES.safeParse(cites);
  if (!parsed.success) throw new Refusal(shapeErrors(parsed.error, cites, (path) => place(['cites', ...path])));
  const { documents, paragraphs } = await passagesOf(tx, citations, place);
  return parsed.data.map(({ report, document = documents.get(report), paragraph, pinpoint, paraphrase }) => ({
    type: 'CITES',
    to: report,
    properties:
      paragraph === undefined
        ? withoutUndefined({ pinpoint, paraphrase })
        : withoutUndefined({
            document,
            paragraph,
            pinpoint: pinpoint ?? `paragraph ${paragraph}`,
            paraphrase,
            passageSha256: paragraphs.get(`${document}#${paragraph}`),
          }),
  }));
}

const STATED_RECORD = `MATCH (n:Record {id: $id})
RETURN ${labelsOf('n')} AS labels, n {.*, hash: null, recordedAt: null, retractedAt: null, retraction: null, away: null, corrects: null} AS properties,
  COLLECT {
    MATCH (n)-[link]->(end:Record) WHERE link.retractedAt IS NULL
    RETURN {type: type(link), to: end.id, properties: link {.*, recordedAt: null, away: null}} ORDER BY type(link), end.id
  } AS links`;

/** A draft of what a claim says, with changes. Its id follows from when it was stated again, not from what it says. */
async function statedAgain(
  tx: ManagedTransaction,
  { id: old }: Current,
  changes: Properties,
  added: readonly Omit<DraftEdge, 'from' | 'origin'>[],
  instant: string,
): Promise<Draft> {
  const { records } = await tx.run(STATED_RECORD, { id: old });
  const { labels, properties, links } = records[0]?.toObject() ?? {};
  const origin = { file: 'claim', line: 1, path: [] };
  const id = claimIdOf([old, instant]);
  const content = { ...withoutNull(properties), ...changes };
  const { id: _, ...claimContent } = content as Properties;
  const edges = [...links.map((link: DraftEdge) => ({ ...link, properties: withoutNull(link.properties) })), ...added];
  return {
    nodes: [{ id, labels, properties: claimContent, origin }],
    edges: edges.map((edge) => ({ ...edge, from: id, origin })),
  };
}
