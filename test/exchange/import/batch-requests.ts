import { piecesOf } from '../../../src/exchange/import/apply/drafts.js';
import {
  type ImportOutcome,
  type ImportRequest,
  importFiles,
} from '../../../src/exchange/import/apply/import-files.js';
import { importRequest } from '../../../src/exchange/import/import-request.js';
import { convertSfm, type Files, type SfmFormat } from '../../../src/exchange/import/sfm/convert-sfm.js';
import type { ConversionOptions } from '../../../src/exchange/import/sfm/sfm-conversion.js';
import { graph } from '../../support/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Imports of sheets into the graph of this test file, as the command line would ask for them. */

/** What is asked for when sheets of a format are imported. */
export async function requestFor(
  format: SfmFormat,
  files: Files,
  options: ConversionOptions,
  more: Partial<ImportRequest> = {},
): Promise<ImportRequest> {
  return {
    format,
    files: files as Record<string, string>,
    options,
    source: () => {
      const { records, report } = convertSfm(format, files, options);
      return { pieces: piecesOf(options.dataset, records, report), report };
    },
    dataset: {
      id: options.dataset,
      title: options.fileAsReport.title,
      description: 'Invented sheets.',
      licence: 'CC0-1.0',
      attribution: options.fileAsReport.publisher.name,
      redistribute: true,
      requires: [],
    },
    actor: 'tester',
    reason: 'A test.',
    whole: false,
    skipFaulty: false,
    dryRun: false,
    folder: temporaryFolder(),
    ...more,
  };
}

export const importInto = (request: ImportRequest): Promise<ImportOutcome> => importFiles(graph(), request);

/** Imports whole files of a format, as an invented publisher made them in a year, into a dataset of that name. */
export async function importWhole(
  format: string,
  files: Readonly<Record<string, string>>,
  dataset: string,
  { publisher = 'Lake Archive', publishedOn = '2024-06-01', whole = true } = {},
): Promise<ImportOutcome> {
  const about = { id: dataset, title: dataset, description: 'Invented.', licence: 'CC0-1.0', attribution: 'nobody' };
  const request = await importRequest(graph(), {
    format,
    files,
    dataset: { ...about, redistribute: true },
    about: { sourceTitle: dataset, publisher, publishedOn },
    whole,
    skipFaulty: false,
    dryRun: false,
    reason: 'A test.',
    actor: 'tester',
    folder: temporaryFolder(),
  });
  return importInto(request);
}
