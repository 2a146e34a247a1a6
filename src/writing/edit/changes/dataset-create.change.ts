import { Refusal, refusal } from '../../../model/errors.js';
import { contentHash } from '../../../model/hash.js';
import { DATASET } from '../../../model/record/record-shapes.js';
import { shapeErrors } from '../../../model/record/shape-errors.js';
import type { ChangeWork } from '../../change/change.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import { writeDataset } from '../../change/write-records.js';
import { datasetThere } from '../draft-record.js';
import { withoutNothing } from '../parse-record-input.js';

/** Adds a dataset, so that records can be added to it. */

export interface DatasetCreate {
  readonly id: string;
  readonly reason: string;
}

export function datasetCreate(input: DatasetCreate): ChangeWork<{ id: string; created: boolean }> {
  return async (tx, instant) => {
    const reason = reasonOf(input, INPUT);
    const { reason: _, ...fields } = withoutNothing(input) as DatasetCreate;
    const parsed = DATASET.safeParse(fields);
    if (!parsed.success) throw new Refusal(shapeErrors(parsed.error, fields, (path) => [...INPUT, ...path]));
    const dataset = parsed.data;
    const { records } = await tx.run('MATCH (d:Dataset {id: $id}) RETURN d.about AS about', { id: dataset.id });
    const about = records[0]?.get('about');
    if (records.length > 0 && about !== contentHash(dataset))
      throw refusal('TAKEN', [...INPUT, 'id'], `There is a dataset ${dataset.id} with another description.`, {
        expected: 'an unused id',
        got: dataset.id,
      });
    if (records.length > 0) return { result: { id: dataset.id, created: false }, journalNote: undefined };
    for (const [index, required] of dataset.requires.entries())
      await datasetThere(tx, required, [...INPUT, 'requires', index]);
    await writeDataset(tx, dataset, instant);
    const journalNote = { action: 'DATASET_CREATE', reason, subjects: [dataset.id], content: withoutNothing(input) };
    return { result: { id: dataset.id, created: true }, journalNote };
  };
}
