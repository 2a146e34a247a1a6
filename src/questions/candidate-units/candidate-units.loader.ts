import type { Positioning } from '../../entities/claim/claim.type.js';
import type { Batch } from '../../graph/query/batch.js';
import { CANDIDATES } from './candidate-units.cypher.js';

export interface CandidateRow extends Record<string, unknown> {
  readonly positioning: Omit<Positioning, 'view'> & Record<string, unknown>;
  readonly kilometres: number;
  readonly daysApart: number;
}

export const candidateLoaders = (batch: Batch) => ({
  near: (kilometres: number, days: number) => batch.list<CandidateRow>(CANDIDATES, { kilometres, days }),
  viewed: (row: CandidateRow['positioning']) => batch.viewed(row),
});
