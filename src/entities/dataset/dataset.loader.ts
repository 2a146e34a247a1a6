import type { Batch } from '../../graph/query/batch.js';
import { DATASETS } from './dataset.cypher.js';
import type { Dataset } from './dataset.type.js';

export const datasetLoaders = (batch: Batch) => ({
  all: batch.list<Dataset & Record<string, unknown>>(DATASETS),
});
