import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../../graphql/enums.js';

/** Imports as editors see them. */

const RUN_STATES = {
  RUNNING: 'It is being read, checked or written.',
  CHECKED: 'A dry run that found no error; nothing was written.',
  REFUSED: 'There are errors; nothing was written.',
  UNCHANGED: 'The graph held all of it already.',
  WRITTEN: 'It is in the graph, for all to see.',
  FAILED: 'It was stopped; `fault` says by what. Nobody sees any of it.',
} as const;
export const ImportState = graphqlEnum(RUN_STATES, 'ImportState', 'How far an import has come.');

const BATCH_STATES = {
  WRITING: 'It is being written, or was interrupted; nobody sees any of it.',
  DONE: 'It is in the graph.',
  UNDOING: 'It is being taken back, or that was interrupted; all of it is still seen.',
  UNDONE: 'It was taken back.',
  ABANDONED: 'It was interrupted and swept away.',
} as const;
export const ImportBatchState = graphqlEnum(BATCH_STATES, 'ImportBatchState', 'What became of an import.');

const SEVERITIES = {
  ERROR: 'It stands in the way of the whole import.',
  WARNING: 'It was taken, but not word for word, or somebody should know.',
} as const;
export const ImportSeverity = graphqlEnum(SEVERITIES, 'ImportSeverity', 'How bad a problem is.');

@ObjectType({ description: 'One thing that a person must look at, with its place in the files.' })
export class ImportProblem {
  @Field(() => ImportSeverity, { description: 'How bad it is.' })
  severity!: keyof typeof SEVERITIES;

  @Field(() => String, { description: 'The file.' })
  file!: string;

  @Field(() => Int, { description: 'The row or line; the header of a table is row 1.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'The column, where it is about one.' })
  column?: string;

  @Field(() => String, { description: 'What was expected there.' })
  expected!: string;

  @Field(() => String, { description: 'What arrived.' })
  got!: string;

  @Field(() => String, { description: 'What it means for the import.' })
  message!: string;
}

@ObjectType({ description: 'How many there were in the files; the last three add up to the first.' })
export class ImportBalance {
  @Field(() => Int, { description: 'In the files.' })
  in!: number;

  @Field(() => Int, { description: 'Taken.' })
  out!: number;

  @Field(() => Int, { description: 'Said before.' })
  repeated!: number;

  @Field(() => Int, { description: 'Refused.' })
  refused!: number;
}

@ObjectType({ description: 'What an import found, and what it did or would do.' })
export class ImportResult {
  @Field(() => Int, { description: 'How many errors there are.' })
  errors!: number;

  @Field(() => Int, { description: 'How many warnings there are.' })
  warnings!: number;

  @Field(() => [ImportProblem], { description: 'The errors and warnings, the first thousand of each in full.' })
  problems!: readonly ImportProblem[];

  @Field(() => ImportBalance, { description: 'Relations between people, units, places and incidents.' })
  links!: ImportBalance;

  @Field(() => ImportBalance, { description: 'Citations of sources.' })
  citations!: ImportBalance;

  @Field(() => Int, { description: 'Records that are new.' })
  created!: number;

  @Field(() => Int, { description: 'Records that the graph holds already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Records that had been taken back, and come back.' })
  restored!: number;

  @Field(() => Int, { description: 'Records that an editor has retracted; they stay so.' })
  left!: number;

  @Field(() => Int, { description: 'Records that the files, being all of the dataset, no longer state.' })
  retracted!: number;
}

@ObjectType({ description: 'An import that this process runs or has run.' })
export class ImportRun {
  @Field(() => ID, { description: 'To ask after it.' })
  id!: string;

  @Field(() => ImportState, { description: 'How far it is.' })
  state!: keyof typeof RUN_STATES;

  @Field(() => String, { description: 'What is done now: reading, checked, records, links.' })
  phase!: string;

  @Field(() => Int, { description: 'How much of the phase is done.' })
  done!: number;

  @Field(() => Int, { description: 'How much the phase has to do; 0 while nobody knows.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'What stopped it, where it failed.' })
  fault?: string | undefined;

  @Field(() => ID, { nullable: true, description: 'The id to undo it by, once it is written.' })
  batch?: string | undefined;

  @Field(() => ImportResult, { nullable: true, description: 'What came of it, at its end.' })
  result?: ImportResult | undefined;
}

@ObjectType({ description: 'An import as the graph keeps it: who brought what, when, from which files.' })
export class ImportBatch {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ImportBatchState, { description: 'What became of it.' })
  state!: keyof typeof BATCH_STATES;

  @Field(() => String, { description: 'The format of the files.' })
  format!: string;

  @Field(() => ID, { description: 'The dataset that they became part of.' })
  dataset!: string;

  @Field(() => String, { description: 'Who brought it.' })
  actor!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { description: 'When it was begun.' })
  startedAt!: string;

  @Field(() => String, { nullable: true, description: 'When it was there for all to see.' })
  finishedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'When it was taken back.' })
  undoneAt!: string | null;

  @Field(() => String, { description: 'Role, name and SHA-256 of each file, as JSON.' })
  files!: string;

  @Field(() => String, { nullable: true, description: 'What it brought, as JSON.' })
  counts!: string | null;
}

@ObjectType({ description: 'The taking back of an import.' })
export class ImportUndoPayload {
  @Field(() => Int, { description: 'How many records were retracted.' })
  retracted!: number;
}
