import type { Conversion } from '../record/conversion.js';
import type { FtmEntity } from './ftm-entity.js';
import type { FtmIndex } from './ftm-index.js';

/** What all mappings work with, and what every claim of a file has in common. */

export interface Cite {
  readonly report: string;
  readonly pinpoint?: string;
  readonly secondary?: true;
}

/** What a conversion works with. */
export interface FtmWork {
  readonly conversion: Conversion;
  readonly index: FtmIndex;
}

/** A claim from a file that nobody may know of is confidential itself. */
export const gradingOf = ({ options }: Conversion) =>
  options.fileAsReport.access === 'CONFIDENTIAL' ? { access: 'CONFIDENTIAL' as const } : {};

/** The file itself, at the place of an entity. */
export const fileAsReportAt = ({ options }: Conversion, { id }: FtmEntity): Cite => ({
  report: options.fileAsReport.id,
  pinpoint: `entity ${id}`,
});
