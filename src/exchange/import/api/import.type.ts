import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Doubt, graphqlEnum } from '../../../graphql/enums.js';
import type { View } from '../../../model/lens.js';
import { type DOUBT, LEXICON, type Word } from '../../../model/vocabulary.js';

/** Imports as editors see them. */

const RUN_STATES = {
  RUNNING: 'It is being read, checked or written.',
  CHECKED: 'A dry run without errors; nothing was written.',
  REFUSED: 'There are errors; nothing was written.',
  UNCHANGED: 'The graph held all of it already.',
  WRITTEN: 'It is in the graph, visible to all.',
  FAILED: 'It failed; `fault` says why. Nobody sees any of it.',
} as const;
export const ImportState = graphqlEnum(RUN_STATES, 'ImportState', 'The state of a run.');

const BATCH_STATES = {
  WRITING: 'It is being written, or the writing was interrupted. Nobody sees any of it.',
  DONE: 'It is in the graph.',
  UNDOING: 'It is being undone, or the undoing was interrupted. All of it is still visible.',
  UNDONE: 'It was undone.',
  ABANDONED: 'It was interrupted and removed.',
} as const;
export const ImportBatchState = graphqlEnum(BATCH_STATES, 'ImportBatchState', 'The state of an import.');

const SEVERITIES = {
  ERROR: 'It prevents the whole import.',
  WARNING: 'It was imported, but not word for word, or a person should know.',
} as const;
export const ImportSeverity = graphqlEnum(SEVERITIES, 'ImportSeverity', 'How severe a problem is.');

export const Lexicon = graphqlEnum(
  LEXICON,
  'Lexicon',
  'Words of sources, in any language, that stand for words of one of our vocabularies.',
);

@ObjectType({ description: 'A problem that a person must look at, with its place in the files.' })
export class ImportProblem {
  @Field(() => ImportSeverity, { description: 'How severe it is.' })
  severity!: keyof typeof SEVERITIES;

  @Field(() => String, {
    description: 'The name of the file; of one that was sent to `POST /import/files`, its reference.',
  })
  file!: string;

  @Field(() => String, { nullable: true, description: 'The role in which `importCreate` named the file.' })
  role?: string;

  @Field(() => Int, { description: 'The row or line; the header of a table is row 1.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'The column, if the problem is about one.' })
  column?: string;

  @Field(() => String, { description: 'What was expected there.' })
  expected!: string;

  @Field(() => String, { description: 'What was found.' })
  got!: string;

  @Field(() => String, { description: 'What it means for the import.' })
  message!: string;
}

@ObjectType({ description: 'Something to know about a file as a whole, or about many cells of one column.' })
export class ImportNote {
  @Field(() => String, {
    description: 'The name of the file; of one that was sent to `POST /import/files`, its reference.',
  })
  file!: string;

  @Field(() => String, { nullable: true, description: 'The role in which `importCreate` named the file.' })
  role?: string;

  @Field(() => String, { nullable: true, description: 'The column, if the note is about one.' })
  column?: string;

  @Field(() => String, { description: 'The note.' })
  message!: string;

  @Field(() => Int, { description: 'How many cells it is about. 1 for a note about the whole file.' })
  count!: number;

  @Field(() => String, { nullable: true, description: 'The text of the first of these cells.' })
  example?: string;
}

@ObjectType({ description: 'All problems that say the same.' })
export class ImportProblemKind {
  @Field(() => ImportSeverity, { description: 'How severe they are.' })
  severity!: keyof typeof SEVERITIES;

  @Field(() => String, { description: 'What they mean for the import.' })
  message!: string;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => ImportProblem, { description: 'The first of them.' })
  example!: ImportProblem;
}

@ObjectType({ description: 'Counts for the files. The last three add up to the first.' })
export class ImportBalance {
  @Field(() => Int, { description: 'In the files.' })
  in!: number;

  @Field(() => Int, { description: 'Imported.' })
  out!: number;

  @Field(() => Int, { description: 'Repetitions.' })
  repeated!: number;

  @Field(() => Int, { description: 'Refused.' })
  refused!: number;
}

@ObjectType({
  description:
    'A text that a lexicon does not have. It is kept as the files state it, and stands for nothing: a role commands nothing.',
})
export class ImportUnknownWord {
  @Field(() => Lexicon, { description: 'The lexicon that does not have it.' })
  lexicon!: Word<typeof LEXICON>;

  @Field(() => String, { description: 'The text as the files state it.' })
  asStated!: string;

  @Field(() => Int, { description: 'How often it stands there.' })
  count!: number;
}

const DIFFERENCE_CHANGES = {
  CHANGED: 'It takes the place of a statement about the same subject that the files no longer state.',
  TAKEN_BACK: 'The files, which hold the whole dataset, no longer state it.',
  ADDED: 'It is new.',
  SOURCES_CHANGED: 'It says the same as before, by other sources.',
} as const;
export const ImportDifferenceChange = graphqlEnum(
  DIFFERENCE_CHANGES,
  'ImportDifferenceChange',
  'What becomes of a statement.',
);

@ObjectType({ description: 'A statement by which the files differ from what the graph holds of the dataset.' })
export class ImportDifference {
  @Field(() => ImportDifferenceChange, { description: 'What becomes of it.' })
  change!: keyof typeof DIFFERENCE_CHANGES;

  @Field(() => String, { description: 'What it is: Posting, Name, CommandLink …' })
  kind!: string;

  @Field(() => ID, { description: 'The id of whom or what it is about.' })
  subjectId!: string;

  @Field(() => String, { description: 'Whom or what it is about.' })
  subject!: string;

  @Field(() => String, { description: 'Whom or what else it names, such as the unit of a posting.' })
  object!: string;

  @Field(() => String, { description: 'What it said. Of a changed statement only where it differs.' })
  before!: string;

  @Field(() => String, { description: 'What it says. Of a changed statement only where it differs.' })
  after!: string;
}

@ObjectType({
  description:
    'How the files differ from what the graph holds of the dataset. All counts are 0 where the graph holds nothing of it.',
})
export class ImportDifferences {
  @Field(() => Int, { description: 'How many statements change.' })
  changed!: number;

  @Field(() => Int, { description: 'How many are taken back.' })
  takenBack!: number;

  @Field(() => Int, { description: 'How many are added.' })
  added!: number;

  @Field(() => Int, { description: 'How many say the same as before, by other sources.' })
  sourcesChanged!: number;

  @Field(() => [ImportDifference], {
    description:
      'The first twenty. `GET /import/reports/{id}/differences.csv` and `…/differences.json` have all, for editors.',
  })
  examples!: readonly ImportDifference[];
}

@ObjectType({ description: 'What an import found, and what it did or would do.' })
export class ImportResult {
  @Field(() => Int, { description: 'How many errors there are.' })
  errors!: number;

  @Field(() => Int, { description: 'How many warnings there are.' })
  warnings!: number;

  @Field(() => [ImportProblem], {
    description: 'The first thousand errors, and the first thousand warnings; the complete report has all.',
  })
  problems!: readonly ImportProblem[];

  @Field(() => [ImportNote], {
    description: 'Notes: how files were read, and which words stand where dates or addresses were expected.',
  })
  notes!: readonly ImportNote[];
  @Field(() => [ImportProblemKind], { description: 'All kinds of problems: errors first, the most frequent first.' })
  problemKinds!: readonly ImportProblemKind[];

  @Field(() => ID, {
    description:
      'The id of the complete report, which `GET /import/reports/{id}/report.json` and `…/problems.csv` give to editors. An import that was written has the report of its own id.',
  })
  report!: string;

  @Field(() => ImportBalance, { description: 'Relations between people, units, places and incidents.' })
  links!: ImportBalance;

  @Field(() => ImportBalance, { description: 'Citations of sources.' })
  citations!: ImportBalance;

  @Field(() => [ImportUnknownWord], {
    description: 'The texts that a lexicon does not have: lexicon by lexicon, the most frequent first.',
  })
  unknownWords!: readonly ImportUnknownWord[];

  @Field(() => ImportDifferences, { description: 'What changes of a dataset that the graph holds already.' })
  differences!: ImportDifferences;

  @Field(() => Int, { description: 'Records that are new.' })
  created!: number;

  @Field(() => Int, { description: 'Records that the graph holds already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Records that were retracted and are restored.' })
  restored!: number;

  @Field(() => Int, { description: 'Records that an editor has retracted. They stay retracted.' })
  left!: number;

  @Field(() => Int, { description: 'Records that the files no longer state, if the files hold the whole dataset.' })
  retracted!: number;
}

@ObjectType({ description: 'An import that this process runs or has run.' })
export class ImportRun {
  @Field(() => ID, { description: 'Its id; poll `importRun` with it.' })
  id!: string;

  @Field(() => ImportState, { description: 'The state of the run.' })
  state!: keyof typeof RUN_STATES;

  @Field(() => String, { description: 'The current phase: reading, checked, records, links.' })
  phase!: string;

  @Field(() => Int, { description: 'How much of the phase is done.' })
  done!: number;

  @Field(() => Int, { description: 'The size of the phase; 0 while unknown.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'The error that stopped it, if it failed.' })
  fault?: string | undefined;

  @Field(() => ID, { nullable: true, description: 'The id for undoing the import, once it is written.' })
  batch?: string | undefined;

  @Field(() => ImportResult, { nullable: true, description: 'The result, at the end.' })
  result?: ImportResult | undefined;
}

@ObjectType({ description: 'An import as the graph keeps it: who imported what, when, and from which files.' })
export class ImportBatch {
  /** The instant of all its records. */
  at!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ImportBatchState, { description: 'Its state.' })
  state!: keyof typeof BATCH_STATES;

  @Field(() => String, { description: 'The format of the files.' })
  format!: string;

  @Field(() => ID, { description: 'The dataset that received the records.' })
  dataset!: string;

  @Field(() => String, { description: 'Who imported it.' })
  actor!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { description: 'When it started.' })
  startedAt!: string;

  @Field(() => String, { nullable: true, description: 'When the import became visible to all.' })
  finishedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'When it was undone.' })
  undoneAt!: string | null;

  @Field(() => String, { description: 'Role, name and SHA-256 of each file, as JSON.' })
  files!: string;

  @Field(() => String, { nullable: true, description: 'What was imported, as JSON.' })
  counts!: string | null;
}

@ObjectType({ description: 'The statements of an import that have one doubt, as they count now.' })
export class ImportDoubt {
  /** The instant of the import. */
  at!: string;
  view!: View;

  @Field(() => Doubt, { description: 'The doubt.' })
  doubt!: Word<typeof DOUBT>;

  @Field(() => Int, { description: 'How many statements have it.' })
  count!: number;
}

@ObjectType({ description: 'The result of undoing an import.' })
export class ImportUndoPayload {
  @Field(() => Int, { description: 'How many records were retracted.' })
  retracted!: number;
}
