import { Field, ID, InputType } from 'type-graphql';
import { BodyKind } from '../../../graphql/enums.js';
import { optional, required } from '../../../graphql/input-fields.js';
import type { BODY_KIND, Word } from '../../../model/vocabulary.js';

/** What an editor says of files to import. */

@InputType({ description: 'A file that was sent to `POST /import/files`, with its role in the format.' })
export class ImportFileInput {
  @required(() => String, 'Its role, such as units, people or sources. Each format has its own roles.')
  role!: string;

  @required(() => String, 'Its reference: the SHA-256 that the upload returned.')
  reference!: string;

  @optional(() => String, 'The sheet, if the file is a workbook of several.')
  sheet?: string;
}

@InputType({
  description: 'The dataset that receives the records. If it exists already, only its id is required.',
})
export class ImportDatasetInput {
  @required(() => ID, 'Its id.')
  id!: string;

  @optional(() => String, 'Its title.')
  title?: string;

  @optional(() => String, 'What it holds and where it is from.')
  description?: string;

  @optional(() => String, 'Its licence.')
  licence?: string;

  @optional(() => String, 'How to name its authors.')
  attribution?: string;

  @optional(() => Boolean, 'Whether the licence permits redistribution.')
  redistribute?: boolean;
}

@InputType({ description: 'What the files do not say about themselves.' })
export class ImportAboutInput {
  @optional(
    () => String,
    'The title of the files as a source. Records that name no other source cite it. Our own templates need none.',
  )
  sourceTitle?: string;

  @optional(() => String, 'Who made the files.')
  publisher?: string;

  @optional(() => BodyKind, 'The kind of that body. Default: NGO.')
  publisherKind?: Word<typeof BODY_KIND>;

  @optional(() => String, 'The day on which the files were published. Nothing in them may be later.')
  publishedOn?: string;

  @optional(() => String, 'The day on which the files were retrieved, if their publication has no date.')
  retrievedAt?: string;

  @optional(() => String, 'Where the files come from.')
  url?: string;

  @optional(() => Boolean, 'True if nobody may learn that the files exist.')
  confidential?: boolean;

  @optional(() => String, 'The encoding of the tables, such as `windows-1251`. By default it is found out.')
  encoding?: string;

  @optional(
    () => Boolean,
    'Creates units and people that the files refer to without a row of their own. Otherwise each is an error.',
  )
  stubs?: boolean;

  @optional(
    () => Boolean,
    'Creates reports for sources that the files cite without a row of their own, each known by its id only. They are no evidence.',
  )
  sourceStubs?: boolean;

  @optional(() => String, 'The kind of the publishers that the files name.')
  publisherKinds?: string;

  @optional(() => String, 'FollowTheMoney: the kind of an event whose text does not say it.')
  incidentKind?: string;

  @optional(() => String, 'FollowTheMoney: the mode of attribution for the property `involved`.')
  involvedAs?: string;
}

@InputType({ description: 'Files to import.' })
export class ImportCreateInput {
  @required(() => String, 'The format: sfm-newer, sfm-older, sfm-slim, csv, map, geojson, ftm or records.')
  format!: string;

  @required(() => [ImportFileInput], 'The files.')
  files!: ImportFileInput[];

  @required(() => ImportDatasetInput, 'The dataset that receives the records.')
  dataset!: ImportDatasetInput;

  @optional(() => ImportAboutInput, 'What the files do not say about themselves.')
  about?: ImportAboutInput;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Only checks and reports. Send false when the report is as you want it.',
  })
  dryRun!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Faulty records are left out and the rest is imported. A broken rule of the graph still refuses the whole import.',
  })
  skipFaulty!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The files hold the whole dataset: records that they do not state are retracted.',
  })
  whole!: boolean;

  @required(() => String, 'The reason, for the journal.')
  reason!: string;
}
