import { z } from 'zod';
import type { Graph } from '../../graph/graph.js';
import { ApiError } from '../../model/errors.js';
import { contentHash } from '../../model/hash.js';
import type { Clearance } from '../../model/lens.js';
import { TEXT, WEB_ADDRESS } from '../../model/record/fields/field.js';
import { DATASET, type DatasetRecord } from '../../model/record/record-shapes.js';
import { BODY_KIND, words } from '../../model/vocabulary.js';
import { withoutUndefined } from '../../model/without.js';
import { datasetIn } from './apply/batch-queries.js';
import type { ImportRequest } from './apply/import-files.js';
import { formatNamed } from './formats.js';
import { encodingNamed } from './reading/encoding.js';
import type { ConversionOptions } from './record/conversion.js';
import { foldForId } from './record/names.js';
import type { FileNote } from './report/import-report.js';
import { lexicons } from './words/lexicons.js';

/** What the importer says about the files and about the dataset that receives them. */

export const ABOUT_FILES = z.strictObject({
  sourceTitle: TEXT.describe('What the files are called, as a source: they are cited where they give no other.'),
  publisher: TEXT.describe('Who made the files.'),
  publisherKind: z.enum(words(BODY_KIND)).default('NGO').describe('What kind of body that is.'),
  publishedOn: z.iso.date().optional().describe('When they were published; nothing in them may be later.'),
  retrievedAt: z.iso.date().optional().describe('When they were retrieved, where their publication is not dated.'),
  url: WEB_ADDRESS.optional().describe('Where they are from.'),
  confidential: z
    .boolean()
    .default(false)
    .describe('Whether only readers with the clearance CONFIDENTIAL may know that the files exist.'),
  encoding: TEXT.optional().describe('The encoding of the tables, where it is not the one that is found out.'),
  stubs: z.boolean().default(false).describe('Declares units and people that are referred to but have no row.'),
  sourceStubs: z.boolean().default(false).describe('Declares sources that are cited but have no row.'),
  roles: TEXT.optional().describe('A YAML file with further words for roles, by language and role.'),
  unitKinds: TEXT.optional().describe('A YAML file with further words for kinds of units, by language and kind.'),
  incidentKinds: TEXT.optional().describe(
    'A YAML file with further words for kinds of incidents, by language and kind.',
  ),
  publisherKinds: TEXT.optional().describe('The kind of the publishers that the files name.'),
  incidentKind: TEXT.optional().describe('FollowTheMoney: the kind of an event whose text does not say it.'),
  involvedAs: TEXT.optional().describe('FollowTheMoney: the mode of attribution for the property `involved`.'),
});

export type AboutFiles = Partial<z.input<typeof ABOUT_FILES>>;

/** What stands for the files where none of their records cites them. */
const NOT_CITED = { sourceTitle: 'Files that name their sources', publisher: 'Nobody', publishedOn: '1900-01-01' };

/**
 * The options of a conversion. `citesItself` says whether the files are a source themselves, which then must be
 * described. Throws a `BAD_INPUT` error that names what is missing or does not fit.
 */
export function optionsOf(dataset: string, about: AboutFiles, citesItself: boolean): ConversionOptions {
  const { sourceTitle, publisher, publisherKind, publishedOn, retrievedAt, url, confidential, ...rest } = checked(
    citesItself ? about : { ...NOT_CITED, ...withoutUndefined(about) },
  );
  if (publishedOn === undefined && retrievedAt === undefined)
    throw new ApiError(
      'BAD_INPUT',
      'Expected the day on which the files were published, or else retrieved; got neither.',
    );
  const dated = { ...(publishedOn && { publishedOn }), ...(retrievedAt && { retrievedAt }), ...(url && { url }) };
  const publisherId = `body-${dataset}-${contentHash(foldForId(publisher)).slice(0, 12)}`;
  return {
    dataset,
    fileAsReport: {
      id: `report-${dataset}-${contentHash([sourceTitle, publisher, dated]).slice(0, 12)}`,
      title: sourceTitle,
      publisher: { id: publisherId, name: publisher, kind: publisherKind },
      ...dated,
      access: confidential ? 'CONFIDENTIAL' : 'PUBLIC',
    },
    stubs: rest.stubs,
    sourceStubs: rest.sourceStubs,
    ...(rest.encoding && { encoding: encodingNamed(rest.encoding) }),
    lexicons: lexicons({ ROLES: rest.roles, UNIT_KINDS: rest.unitKinds, INCIDENT_KINDS: rest.incidentKinds }),
    ...(rest.publisherKinds && { publisherKind: rest.publisherKinds }),
    ...(rest.incidentKind && { incidentKind: rest.incidentKind }),
    ...(rest.involvedAs && { involvedAs: rest.involvedAs }),
  };
}

function checked(about: Partial<AboutFiles>): z.output<typeof ABOUT_FILES> {
  const parsed = ABOUT_FILES.safeParse(about);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ApiError('BAD_INPUT', `The description of the files is not valid: ${problems.join('; ')}.`);
}

/** What is said of a dataset: by the graph where it has it, else by whoever imports. Throws a `BAD_INPUT` error where something is missing. */
export function datasetOf(
  id: string,
  provided: Partial<DatasetRecord>,
  existing: Partial<DatasetRecord> | undefined,
): DatasetRecord {
  const parsed = DATASET.safeParse({ ...existing, ...withoutUndefined(provided), id });
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new ApiError(
    'BAD_INPUT',
    `The dataset ${id} is new here, so title, description, licence, attribution and redistribute are needed: ${missing}.`,
  );
}

/** The input of an import. */
export interface ImportInput {
  readonly format: string;
  /** The path of each file, by its role. */
  readonly files: Readonly<Record<string, string>>;
  readonly dataset: Partial<DatasetRecord> & { readonly id: string };
  readonly about: AboutFiles;
  /** What was found out about the files before they were read. */
  readonly notes?: readonly FileNote[];
  readonly whole: boolean;
  readonly skipFaulty: boolean;
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  readonly actor: string;
  /** Where parts are kept until they are written. */
  readonly folder: string;
  /** What whoever imports may see; PUBLIC alone where nothing is said. */
  readonly clearance?: Clearance;
}

/** The import that was asked for, ready to run. Throws a `BAD_INPUT` error that names what is missing or does not fit. */
export async function importRequest(graph: Graph, input: ImportInput): Promise<ImportRequest> {
  const { format, files, about, reason, notes = [], ...rest } = input;
  const found = formatNamed(format);
  const { id, ...datasetFields } = input.dataset;
  const options = optionsOf(id, about, found.citesItself);
  return {
    ...rest,
    format,
    files,
    options,
    source: () => {
      const source = found.open(files, options);
      for (const note of notes) source.report.note(note, note.message);
      return source;
    },
    dataset: datasetOf(id, datasetFields, await datasetIn(graph, id)),
    reason: reason ?? `Import of ${Object.keys(files).length} files.`,
  };
}
