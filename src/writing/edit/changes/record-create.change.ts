import type { ManagedTransaction } from 'neo4j-driver';
import { type FieldError, Refusal, userError } from '../../../model/errors.js';
import { DOUBT } from '../../../model/vocabulary.js';
import type { ChangeWork } from '../../change/change.js';
import { NEIGHBOURS, pointsIn, TOO_PRECISE, withDoubtedPoint } from '../../change/doubtful-points.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import { type HashedNode, hashed, type Stored, stored, writeEdges, writeNodes } from '../../change/write-records.js';
import { type DraftedRecord, datasetThere, draftRecord } from '../draft-record.js';
import { type ParsedRecord, parseRecordInput, withoutNothing } from '../parse-record-input.js';
import type { WriteResult } from './write-result.change.js';

/** Adds a record with all that is said in it. What is there already with the same content stays as it is. */

export interface RecordCreate {
  readonly dataset: string;
  readonly record: object;
  readonly reason: string;
}

export function recordCreate(input: RecordCreate, at = INPUT): ChangeWork<WriteResult> {
  return async (tx, instant) => {
    const reason = reasonOf(input, at);
    const parsedRecord = parseRecordInput(input.record, [...at, 'record']);
    await datasetThere(tx, input.dataset, [...at, 'dataset']);
    const draft = await withDoubts(tx, await draftRecord(tx, parsedRecord, input.dataset), parsedRecord);
    const nodes = hashed(draft).filter(({ id }) => !draft.standsAs.has(id));
    const there = await thereOf(tx, nodes, parsedRecord);
    const fresh = nodes.filter(({ id }) => !there.has(id));
    const ids = fresh.map(({ id }) => id);
    const [first] = draft.nodes;
    const id = first ? (draft.standsAs.get(first.id) ?? first.id) : '';
    const result = { id, created: fresh.length > 0, retracted: [], warnings: draft.warnings };
    if (fresh.length === 0) return { result, journalNote: undefined };
    await writeNodes(tx, fresh, instant);
    await writeEdges(
      tx,
      draft.edges.filter(({ from }) => ids.includes(from)),
    );
    return { result, journalNote: { action: 'RECORD_CREATE', reason, subjects: ids, content: withoutNothing(input) } };
  };
}

/** Tells of a point that is hardly where its place is: it goes in as a fact with a doubt. */
async function withDoubts(
  tx: ManagedTransaction,
  draft: DraftedRecord,
  { place }: ParsedRecord,
): Promise<DraftedRecord> {
  const points = await pointsIn(draft, async (parameters) =>
    (await tx.run(NEIGHBOURS, parameters)).records.map((record) => record.toObject()),
  );
  const [{ node, text, isTooPrecise, doubt } = NO_POINT] = points;
  const at = `${place(['latitude']).join('.')}: ${text}:`;
  const warnings = [
    ...draft.warnings,
    ...(isTooPrecise ? [`${at} ${TOO_PRECISE}`] : []),
    ...(doubt === undefined ? [] : [`${at} ${DOUBT.POINT_DOUBTFUL} ${doubt}`]),
  ];
  if (!node || doubt === undefined) return { ...draft, warnings };
  const { nodes, edges } = withDoubtedPoint(draft, new Map([[node.id, doubt]]));
  const { origin } = node;
  return {
    ...draft,
    nodes: nodes.map((one) => ({ origin, ...one })),
    edges: edges.map((edge) => ({ origin, ...edge })),
    warnings,
  };
}

const NO_POINT = { node: undefined, text: '', isTooPrecise: false, doubt: undefined };

function refuseRedacted(
  nodes: readonly HashedNode[],
  there: ReadonlyMap<string, Stored>,
  place: ParsedRecord['place'],
): void {
  const errors = nodes
    .filter(({ id }) => there.get(id)?.retraction === 'REDACTED')
    .map(({ id, labels, origin: { path = [] } }) => {
      const field = labels.includes('Claim') ? 'note' : 'id';
      return userError('RETRACTED', place([...path, field]), `${id} was redacted and must not come back.`);
    });
  if (errors.length > 0) throw new Refusal(errors);
}

/** What of a draft is in the graph; throws a `Refusal` where that says something else, or was taken back. */
export async function thereOf(
  tx: ManagedTransaction,
  nodes: readonly HashedNode[],
  { place }: Pick<ParsedRecord, 'place'>,
): Promise<ReadonlyMap<string, Stored>> {
  const there = await stored(
    tx,
    nodes.map(({ id }) => id),
  );
  refuseRedacted(nodes, there, place);
  // An entity says little of itself: only a name that it has in the graph tells that the same is meant.
  const names = nodes.filter(({ labels }) => labels.includes('Name'));
  const isNamedAlike = names.length === 0 || names.some(({ id }) => there.has(id));
  const errors = nodes.flatMap((node): FieldError[] => {
    const found = there.get(node.id);
    if (!found) return [];
    const { path = [] } = node.origin;
    if (node.labels.includes('Claim')) {
      if (found.retractedAt === null) return [];
      const message = `${node.id} states exactly this and was retracted at ${found.retractedAt}; to state it again, give it a note with the reason.`;
      return [userError('RETRACTED', place([...path, 'note']), message)];
    }
    if (found.hash !== node.hash || (node.labels.includes('Entity') && !isNamedAlike))
      return [
        userError(
          'TAKEN',
          place([...path, 'id']),
          `${node.id} exists with other content, and records are never overwritten.`,
          {
            expected: 'an unused id',
            got: node.id,
          },
        ),
      ];
    if (found.retractedAt === null) return [];
    const message = `${node.id} was retracted at ${found.retractedAt}; give the record another id.`;
    return [userError('RETRACTED', place([...path, 'id']), message, { got: node.id })];
  });
  if (errors.length > 0) throw new Refusal(errors);
  return there;
}
