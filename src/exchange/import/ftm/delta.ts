import { basename } from 'node:path';
import { LONGEST_LINE, textLines } from '../reading/text-lines.js';
import type { ImportReport, Origin } from '../report/import-report.js';
import { Deletion, FtmEntity, type Misread, parseLine } from './ftm-entity.js';

/**
 * A whole file of entities, and the delta that makes the next edition of it. Entities name each other by ids whose kind
 * only the whole file tells, so a delta alone says nothing: what comes out is the next edition, as if it were one file.
 */

export type FtmFiles = {
  readonly entities?: string;
  readonly delta?: string;
};

/** A line that holds no entity. */
export type UnreadLine = Misread & { readonly origin: Origin };

/** What a delta does to one entity. Of several changes the last counts. */
interface EntityChange {
  readonly row: number;
  /** Whether the whole file has the entity. */
  isInFile: boolean;
}

export class Edition {
  private constructor(
    private readonly files: FtmFiles,
    private readonly changes: ReadonlyMap<string, EntityChange>,
  ) {}

  static async of(files: FtmFiles): Promise<Edition> {
    const changes = new Map<string, EntityChange>();
    for await (const one of files.delta === undefined ? [] : linesOf(files.delta))
      if (isChange(one)) changes.set(one.id, { row: one.origin.row, isInFile: false });
    return new Edition(files, changes);
  }

  /** The entities of the whole file that the delta leaves as they are, then those that it adds or changes. */
  async *entities(): AsyncGenerator<FtmEntity | Deletion | UnreadLine> {
    const { entities, delta } = this.files;
    for await (const one of entities === undefined ? [] : linesOf(entities)) {
      const change = one instanceof FtmEntity ? this.changes.get(one.id) : undefined;
      if (change) change.isInFile = true;
      else yield one;
    }
    for await (const one of delta === undefined ? [] : linesOf(delta))
      if (!isChange(one) || this.changes.get(one.id)?.row === one.origin.row) yield one;
  }

  /** Tells what a deletion does. */
  reportDeletion(report: ImportReport, { id, origin }: Deletion): void {
    const at = { ...origin, column: 'entity.id' };
    const change = this.changes.get(id);
    if (!change) report.error(at, 'an entity', `DEL ${id}`, 'Only a delta deletes: give it as delta=FILE.');
    else if (change.isInFile)
      report.note({ file: origin.file }, 'Deletes an entity: with --whole, what it stated is taken back.', id);
    else report.warning(at, 'an entity of the whole file', id, 'The whole file does not have it; nothing is deleted.');
  }
}

const isChange = (one: FtmEntity | Deletion | UnreadLine): one is FtmEntity | Deletion =>
  one instanceof Deletion || (one instanceof FtmEntity && !one.isNested);

async function* linesOf(path: string): AsyncGenerator<FtmEntity | Deletion | UnreadLine> {
  const file = basename(path);
  for await (const { number, text } of textLines(path)) {
    const origin = { file, row: number };
    if (text === undefined)
      yield { origin, expected: `a line of at most ${LONGEST_LINE} characters`, got: 'a longer one' };
    else if (text.trim() !== '') {
      const read = parseLine(file, number, text);
      if (Array.isArray(read)) yield* read;
      else yield read instanceof Deletion ? read : { origin, ...read };
    }
  }
}
