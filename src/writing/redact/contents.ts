import type { ManagedTransaction } from 'neo4j-driver';
import { ACCESS_LEVELS, entityRank, rankOf, statementRank } from '../../model/access.rules.js';
import { isCopy, type RedactionCandidate } from '../../model/record/redaction.rules.js';
import { CONTENTS, DEPENDENT, RELATED } from './redact.cypher.js';

/** What goes with a record that is redacted: its copies under other ids, and what cannot be without it. */

export interface StoredContent extends RedactionCandidate {
  /** What the database knows it by. */
  readonly key: string;
  readonly visibilities: readonly { readonly own: string; readonly reports: readonly string[] }[];
}

/** The lowest level that sees a content. */
export function seenBy({ visibilities }: StoredContent): string {
  const ranks = visibilities.map(({ own, reports }) => statementRank(rankOf(own), reports.map(rankOf)));
  return ACCESS_LEVELS[entityRank(ranks)] ?? (ACCESS_LEVELS.at(-1) as string);
}

/** The contents that a redaction of some records takes out. */
export class ContentsToRedact {
  private readonly byKey = new Map<string, StoredContent>();
  /** Those that were not asked for, and are no copies. */
  readonly dependents: StoredContent[] = [];

  static async of(tx: ManagedTransaction, ids: readonly string[], former: boolean): Promise<ContentsToRedact> {
    const contents = new ContentsToRedact();
    contents.add(await rowsOf(tx, CONTENTS, { ids, former }));
    await contents.addCopies(tx);
    await contents.addDependents(tx);
    return contents;
  }

  get all(): readonly StoredContent[] {
    return [...this.byKey.values()];
  }

  private add(rows: readonly StoredContent[]): void {
    for (const content of rows) this.byKey.set(content.key, content);
  }

  /** Copies of copies too. */
  private async addCopies(tx: ManagedTransaction): Promise<void> {
    for (;;) {
      const rows = await rowsOf<StoredContent & { readonly original: string }>(tx, RELATED, {
        keys: [...this.byKey.keys()],
      });
      const copies = rows.filter((row) => isCopy(this.byKey.get(row.original) as StoredContent, row));
      if (copies.length === 0) return;
      this.add(copies);
    }
  }

  private async addDependents(tx: ManagedTransaction): Promise<void> {
    for (;;) {
      const rows = await rowsOf(tx, DEPENDENT, { keys: [...this.byKey.keys()] });
      if (rows.length === 0) return;
      this.dependents.push(...rows);
      this.add(rows);
      await this.addCopies(tx);
    }
  }
}

async function rowsOf<T extends StoredContent = StoredContent>(
  tx: ManagedTransaction,
  text: string,
  parameters: object,
): Promise<T[]> {
  const { records } = await tx.run(text, parameters);
  return records.map((record) => record.toObject() as unknown as T);
}
