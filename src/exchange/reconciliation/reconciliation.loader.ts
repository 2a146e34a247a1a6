import type { CypherStatement, Reader } from '../../graph/graph.js';
import type { View } from '../../model/lens.js';
import { CANDIDATE_INCIDENTS, CANDIDATES, ENTITIES, IDENTIFIED, RELATED } from './reconciliation.cypher.js';
import type { ReconciliationRow, RelatedRow, Relation, TypeId } from './reconciliation.rules.js';

/** How many entities one query may bring before they are compared with it. */
const PER_QUERY = 40;

export interface AskedName {
  readonly key: string;
  /** A Lucene query. */
  readonly text: string;
  readonly types: readonly string[];
}

const STATEMENTS: Readonly<Record<Relation, CypherStatement>> = RELATED;

interface FoundIds {
  readonly key: string;
  readonly ids: string[];
}

/**
 * Reads for the service under one view, each in one statement for one query or a whole batch. Entities are read even if
 * no id was found, so that a hidden record costs as much as a missing one.
 */
export class ReconciliationReader {
  constructor(
    private readonly reader: Reader,
    private readonly view: View,
  ) {}

  /** The ids of the entities and incidents whose names or titles are most like each text, by its key. */
  async candidates(queries: readonly AskedName[]): Promise<Map<string, string[]>> {
    const ofIncidents = queries.filter(({ types }) => types.includes('Incident'));
    const [entities, incidents] = await Promise.all([
      this.alike(CANDIDATES, queries),
      this.alike(CANDIDATE_INCIDENTS, ofIncidents),
    ]);
    return new Map(queries.map(({ key }) => [key, [...(entities.get(key) ?? []), ...(incidents.get(key) ?? [])]]));
  }

  private async alike(statement: CypherStatement, queries: readonly AskedName[]): Promise<Map<string, string[]>> {
    if (queries.length === 0) return new Map();
    return byKey(await this.rows<FoundIds>(statement, { queries }, { limit: PER_QUERY }));
  }

  /** The ids of the entities that bear each identifier, by its value. */
  async identified(values: readonly string[]): Promise<Map<string, string[]>> {
    if (values.length === 0) return new Map();
    return byKey(await this.rows<FoundIds>(IDENTIFIED, { values: [...new Set(values)] }));
  }

  /** What there is under these ids, for the reader. */
  async entities(ids: readonly string[], types: readonly TypeId[]): Promise<Map<string, ReconciliationRow>> {
    const rows = await this.rows<{ entity: ReconciliationRow }>(ENTITIES, { ids: [...new Set(ids)], types });
    return new Map(rows.map(({ entity }) => [entity.id, entity]));
  }

  /** What claims say of these entities and others, in the order of their dates. */
  async related(relation: Relation, ids: readonly string[]): Promise<Map<string, RelatedRow[]>> {
    const rows = await this.rows<{ id: string; rows: RelatedRow[] }>(STATEMENTS[relation], { ids: [...new Set(ids)] });
    return new Map(rows.map((row) => [row.id, row.rows]));
  }

  private rows<T>(statement: CypherStatement, about: Record<string, unknown>, more: Record<string, unknown> = {}) {
    return this.reader.rows<T>(statement, { view: this.view, about, ...more });
  }
}

const byKey = (found: readonly FoundIds[]) => new Map(found.map(({ key, ids }) => [key, ids]));
