import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.js';
import { recordsByLabel } from '../../../entities/claim/record.lookup.js';
import { StatementConnection } from '../../../entities/report/report.connection.js';
import { EvidenceLens } from '../../../graphql/lens.type.js';
import { Needs } from '../../../graphql/needs.js';
import { PageArgs, pageOf } from '../../../graphql/page.type.js';
import { withoutNull } from '../../../model/without.js';
import { ImportCreateInput } from './import.args.js';
import { ImportBatch, ImportDoubt, ImportResult, ImportRun, ImportUndoPayload } from './import.type.js';

/** What a run is before its outcome is put into the shape of the schema. */
type Run = ReturnType<ReturnType<Context['imports']>['run']>;

@Resolver(() => ImportRun)
export class ImportResolver {
  @Needs('IMPORT')
  @Mutation(() => ImportRun, {
    description:
      'Imports files that were sent to `POST /import/files`: all of them visible to all, or nothing. The import continues after the answer; poll `importRun`.',
  })
  importCreate(
    @Arg('input', () => ImportCreateInput, { description: 'The files, and how to import them.' })
    input: ImportCreateInput,
    @Ctx() context: Context,
  ): Promise<Run> {
    const { actor, clearance } = context;
    const { files, about, ...fields } = input;
    return context.imports().start({ ...fields, about: withoutNull(about ?? {}), actor, clearance }, files);
  }

  @Needs('IMPORT')
  @Mutation(() => ImportUndoPayload, {
    description: 'Undoes a whole import: its records are retracted, and records that it retracted are restored.',
  })
  async importUndo(
    @Arg('id', () => ID, { description: 'The import, as given by `batch` and `importBatches`.' }) id: string,
    @Arg('reason', () => String, { description: 'The reason, for the journal.' }) reason: string,
    @Ctx() context: Context,
  ): Promise<ImportUndoPayload> {
    return { retracted: await context.imports().undo(id, context.actor, reason) };
  }

  @Needs('IMPORT')
  @Query(() => ImportRun, { description: 'An import that this process runs or has run.' })
  importRun(
    @Arg('id', () => ID, { description: 'The id that `importCreate` returned.' }) id: string,
    @Ctx() context: Context,
  ): Run {
    return context.imports().run(id);
  }

  @Needs('IMPORT')
  @Query(() => [ImportBatch], { description: 'All imports, latest first.' })
  importBatches(@Ctx() context: Context): Promise<ImportBatch[]> {
    return context.imports().batches();
  }

  @Needs('IMPORT')
  @Query(() => ImportBatch, {
    nullable: true,
    description: 'An import by its id; null where there is none.',
  })
  async importBatch(
    @Arg('id', () => ID, { description: 'The id of the import.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ImportBatch | null> {
    return (await context.imports().batch(id)) ?? null;
  }

  @FieldResolver(() => ID, { nullable: true })
  batch(@Root() { outcome }: Run): string | undefined {
    return outcome?.batch;
  }

  @FieldResolver(() => ImportResult, { nullable: true })
  result(@Root() { outcome }: Run): ImportResult | undefined {
    if (!outcome) return undefined;
    const { report, reportId, effect, retracted, differences } = outcome;
    const { CHANGED, TAKEN_BACK, ADDED, SOURCES_CHANGED } = differences.counts;
    const { created, unchanged, restored, left } = effect;
    const { errors, warnings, problems, problemKinds, notes, links, citations, unknownWords } = report;
    return {
      ...{ errors, warnings, problems, problemKinds, notes, report: reportId },
      ...{ links: links.balance, citations: citations.balance, unknownWords },
      ...{ created, unchanged, restored, left, retracted },
      differences: {
        ...{ changed: CHANGED, takenBack: TAKEN_BACK, added: ADDED, sourcesChanged: SOURCES_CHANGED },
        examples: differences.examples,
      },
    };
  }
}

@Resolver(() => ImportBatch)
export class ImportBatchResolver {
  @FieldResolver(() => [ImportDoubt], {
    description:
      'The doubts of its statements, the most frequent first. They are read from the graph, so a statement that was retracted since is not among them.',
  })
  async doubts(
    @Root() { at }: ImportBatch,
    @Arg('lens', () => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
    lens: EvidenceLens | null,
    @Ctx() context: Context,
  ): Promise<ImportDoubt[]> {
    const view = context.view(lens);
    const rows = await context.loaders(view).imports.doubts.load(at);
    return rows.map(({ doubt, count }) => ({ at, view, doubt, count }));
  }
}

@Resolver(() => ImportDoubt)
export class ImportDoubtResolver {
  @FieldResolver(() => StatementConnection, { description: 'The statements that have it.' })
  async statements(@Root() { at, view, doubt }: ImportDoubt, @Args() args: PageArgs, @Ctx() context: Context) {
    const query = { order: 'ID', filter: { doubt }, page: pageOf(args) };
    const page = await context.loaders(view).imports.doubtedStatements(query).load(at);
    const nodes = page.edges.map(({ node }) => node);
    const rows = await recordsByLabel(context, view, nodes);
    return { ...page, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: rows[index] })) };
  }
}
