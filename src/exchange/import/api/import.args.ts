import { Field, ID, InputType } from 'type-graphql';
import { BodyKind } from '../../../graphql/enums.js';
import { optional, required } from '../../../graphql/input-fields.js';
import type { BODY_KIND, Word } from '../../../model/vocabulary.js';

/** What an editor says of files to import. */

@InputType({ description: 'A file that was sent to `POST /import/files`, and what it is to the format.' })
export class ImportFileInput {
  @required(() => String, 'What it is: such as units, people, sources; each format has its own.')
  role!: string;

  @required(() => String, 'Its reference: the SHA-256 that sending it gave.')
  reference!: string;
}

@InputType({
  description: 'The dataset that the files become part of; all but the id may be left out where it is here already.',
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

  @optional(() => Boolean, 'Whether the licence lets others pass it on.')
  redistribute?: boolean;
}

@InputType({ description: 'What the files do not say of themselves.' })
export class ImportAboutInput {
  @optional(
    () => String,
    'What they are called, as a source: they are cited where they give no other. Our own templates need none.',
  )
  sourceTitle?: string;

  @optional(() => String, 'Who made them.')
  publisher?: string;

  @optional(() => BodyKind, 'What kind of body that is; NGO unless given.')
  publisherKind?: Word<typeof BODY_KIND>;

  @optional(() => String, 'The day on which they were published; nothing in them may be later.')
  publishedOn?: string;

  @optional(() => String, 'The day on which they were retrieved, where their publication is not dated.')
  retrievedAt?: string;

  @optional(() => String, 'Where they are from.')
  url?: string;

  @optional(() => Boolean, 'True where nobody may be told that they exist.')
  confidential?: boolean;

  @optional(
    () => Boolean,
    'Declares units and people that are referred to but have no row; otherwise each is an error.',
  )
  stubs?: boolean;

  @optional(() => String, 'The kind of units whose classification tells none.')
  unitKind?: string;

  @optional(() => String, 'The kind of body that publishers named in the files are taken for.')
  publisherKinds?: string;

  @optional(() => String, 'FollowTheMoney: the kind of events whose words tell none.')
  incidentKind?: string;

  @optional(() => String, 'FollowTheMoney: the mode of attribution that `involved` stands for.')
  involvedAs?: string;
}

@InputType({ description: 'Files to import.' })
export class ImportCreateInput {
  @required(() => String, 'The format: sfm-newer, sfm-older, sfm-slim, csv, geojson, ftm or records.')
  format!: string;

  @required(() => [ImportFileInput], 'The files.')
  files!: ImportFileInput[];

  @required(() => ImportDatasetInput, 'The dataset that they become part of.')
  dataset!: ImportDatasetInput;

  @optional(() => ImportAboutInput, 'What they do not say of themselves.')
  about?: ImportAboutInput;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Only checks and reports. Ask for false once the report is as it should be.',
  })
  dryRun!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'What is faulty in the files is left out, and the rest imported; what breaks a rule of the graph still refuses all.',
  })
  skipFaulty!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The files are all that the dataset holds: what they do not state is taken back.',
  })
  whole!: boolean;

  @required(() => String, 'Why, for the journal.')
  reason!: string;
}
