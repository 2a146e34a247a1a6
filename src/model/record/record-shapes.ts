import type { z } from 'zod';
import { CITATION, CITED } from './fields/claim.js';
import { DATASET as DATASET_FIELDS, LEGAL_CODE as LEGAL_CODE_FIELDS } from './fields/dataset.js';
import { type Fields, objectOf, ownId, type ShapeOf } from './fields/field.js';
import { INCIDENT_CLAIM_FIELDS } from './fields/incident.js';
import { FILE_FIELDS, type FileName } from './fields/kinds.js';

/** The shape of records as they are written down, by their fields: one for each file of a dataset folder. `seed/README.md` explains them to authors. */

type ObjectOf<F extends Fields> = z.ZodObject<ShapeOf<F>, z.core.$strict>;

/** The files of a dataset folder, in reading order, each a YAML list of one kind of record. All but `dataset.yaml` may be left out. */
export const FILES = Object.fromEntries(
  Object.entries(FILE_FIELDS).map(([file, fields]) => [file, objectOf(fields)]),
) as { readonly [F in FileName]: ObjectOf<(typeof FILE_FIELDS)[F]> };

/** What is said of an incident beside the incident itself. */
export const INCIDENT_CLAIMS = objectOf({ id: ownId('incident'), ...INCIDENT_CLAIM_FIELDS });

/** The citations of a claim. */
export const CITES = CITED.cites.shape;

export const DATASET = objectOf(DATASET_FIELDS);
export const LEGAL_CODE = objectOf(LEGAL_CODE_FIELDS);

export type { FileName };
export type RecordOf<F extends FileName> = z.output<(typeof FILES)[F]>;
export type IncidentClaims = z.output<typeof INCIDENT_CLAIMS>;
export type DatasetRecord = z.output<typeof DATASET>;
export type LegalCodeRecord = z.output<typeof LEGAL_CODE>;
export type CitationRecord = z.output<ObjectOf<typeof CITATION>>;
