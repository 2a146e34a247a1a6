import type { CypherStatement, Reader, ResultRow } from '../graph.js';

/**
 * A correction gives a record its new content in place, and a statement that runs meanwhile may see half of that. All other
 * changes only add what is later than the instant asked.
 */
const LATER_CORRECTIONS: CypherStatement = {
  name: 'later corrections',
  text: 'MATCH (n:Superseded) WHERE n.retractedAt > $view.recordedBy RETURN count(n) AS count',
};

/** Reads as of an instant; what was read while something was corrected is read again. For what others keep as a copy. */
export class SteadyRows {
  private lastCount: number | undefined;

  constructor(private readonly reader: Reader) {}

  async rows<T = ResultRow>(
    statement: CypherStatement,
    parameters: { readonly view: { readonly recordedBy: string } } & Record<string, unknown>,
  ): Promise<T[]> {
    this.lastCount ??= await this.corrections(parameters.view);
    for (;;) {
      const rows = await this.reader.rows<T>(statement, parameters);
      const now = await this.corrections(parameters.view);
      if (now === this.lastCount) return rows;
      this.lastCount = now;
    }
  }

  private async corrections({ recordedBy }: { readonly recordedBy: string }): Promise<number> {
    const [row] = await this.reader.rows<{ count: number }>(LATER_CORRECTIONS, { view: { recordedBy } });
    return row?.count ?? 0;
  }
}
