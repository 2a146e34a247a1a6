import type { Graph } from '../../../graph/graph.js';
import { groupBy } from '../../../model/group.js';
import type { DraftEdge, Properties } from '../../../model/record/draft.js';
import { CLAIM } from '../../../model/record/fields/claim.js';
import type { Fields } from '../../../model/record/fields/field.js';
import { OWN_FIELDS } from '../../../model/record/fields/kinds.js';
import { propertyNames } from '../../../model/record/fields/stored.js';
import { batches, type HashedNode } from '../../../writing/change/write-records.js';
import type { EditionDifference } from '../report/edition-difference.js';
import type { Piece } from './drafts.js';

/**
 * Compares what the files state of a dataset with what the graph holds of it. A statement that is new is held against
 * those about the same subject that the files no longer state: the one that says most of the same has changed into it.
 */

/** A statement as far as it is compared. */
interface Comparable {
  readonly kind: string;
  readonly subjectId: string;
  readonly objectIds: readonly string[];
  /** What it says, by property. */
  readonly values: ReadonlyMap<string, string>;
  readonly sources: readonly string[];
}

type Link = Pick<DraftEdge, 'type' | 'to' | 'properties'>;

export class EditionComparison {
  private readonly names = new Map<string, string>();
  /** The ids of revised records in the files. */
  private readonly firstIds = new Map<string, string>();
  /** Statements that the files do not state, by what they may have changed into. */
  private readonly missing = new Map<string, Comparable[]>();

  private constructor(
    private readonly graph: Graph,
    private readonly onDifference: (difference: EditionDifference) => void,
  ) {}

  /** A comparison with a dataset; nothing where the graph holds nothing of it, so that all is new. */
  static async with(
    graph: Graph,
    dataset: string,
    onDifference: (difference: EditionDifference) => void,
  ): Promise<EditionComparison | undefined> {
    const text = 'MATCH (n:Claim {dataset: $dataset}) WHERE n.retractedAt IS NULL RETURN n.id AS id LIMIT 1';
    const rows = await graph.read({ name: 'import: any claim', text }, { dataset });
    return rows.length === 0 ? undefined : new EditionComparison(graph, onDifference);
  }

  /** Remembers what a piece calls its records: by a title, or by a name. */
  learnNames({ nodes, edges }: Piece): void {
    for (const { id, labels, properties } of nodes) {
      if (properties.title !== undefined) this.names.set(firstId({ ...properties, id }), String(properties.title));
      if (!labels.includes('Name')) continue;
      const owner = edges.find(({ type, from }) => type === 'OF' && from === id)?.to;
      if (owner !== undefined && (properties.kind === 'PREFERRED' || !this.names.has(owner)))
        this.names.set(owner, String(properties.value));
    }
  }

  /** Reads the records that the files do not state. */
  async learnMissing(ids: readonly string[]): Promise<void> {
    for (const some of batches(ids)) {
      const rows = await this.graph.read({ name: 'import: missing', text: MISSING }, { ids: some });
      for (const row of rows) {
        const { labels, properties, links } = row as { labels: string[]; properties: Properties; links: Link[] };
        const statement = comparable(labels, properties, links);
        const alike = this.missing.get(keyOf(statement));
        if (alike) alike.push(statement);
        else this.missing.set(keyOf(statement), [statement]);
      }
    }
  }

  /** Learns under which ids the graph has what the files revise: it is compared as the same. */
  learnRevisions(revised: ReadonlyMap<string, string>): void {
    for (const [id, newId] of revised) this.firstIds.set(newId, this.firstIds.get(id) ?? id);
  }

  /** Tells what some records, which are new in the graph, change or add. */
  async compare(nodes: readonly HashedNode[], edges: readonly DraftEdge[]): Promise<void> {
    if (nodes.length === 0) return;
    const leaving = groupBy(edges, ({ from }) => from);
    const statements = nodes.map(({ id, labels, properties }) =>
      comparable(
        labels,
        { ...properties, id },
        (leaving.get(id) ?? []).map((link) => this.asInFiles(link)),
      ),
    );
    await this.learnNamesOf(statements);
    for (const statement of statements) {
      const earlier = this.takeMostAlike(statement);
      const difference = earlier ? this.changed(earlier, statement) : this.difference('ADDED', statement);
      if (difference) this.onDifference(difference);
    }
  }

  private asInFiles(link: Link): Link {
    return { ...link, to: this.firstIds.get(link.to) ?? link.to };
  }

  /** Tells what is taken back: whatever has changed into nothing. */
  async end(): Promise<void> {
    const rest = [...this.missing.values()].flat();
    await this.learnNamesOf(rest);
    for (const statement of rest) this.onDifference(this.difference('TAKEN_BACK', statement));
  }

  /** Takes the missing statement that says most of what another says. */
  private takeMostAlike(statement: Comparable): Comparable | undefined {
    const candidates = this.missing.get(keyOf(statement)) ?? [];
    let [best, bestCount] = [-1, -1];
    for (const [index, candidate] of candidates.entries()) {
      const count = likeness(candidate, statement);
      if (count > bestCount) [best, bestCount] = [index, count];
    }
    return candidates.splice(best, best < 0 ? 0 : 1)[0];
  }

  /** How a statement differs from an earlier one; nothing where only what it refers to was revised. */
  private changed(earlier: Comparable, later: Comparable): EditionDifference | undefined {
    const [before, after] = [this.apart(earlier, later), this.apart(later, earlier)];
    if (before === '' && after === '') return undefined;
    const equal = equalValues(earlier, later) === later.values.size && earlier.values.size === later.values.size;
    const isSame = equal && this.objectText(earlier) === this.objectText(later);
    return { ...this.difference(isSame ? 'SOURCES_CHANGED' : 'CHANGED', later), before, after };
  }

  private difference(change: EditionDifference['change'], statement: Comparable): EditionDifference {
    const { kind, subjectId } = statement;
    const text = this.apart(statement);
    return {
      change,
      kind,
      subjectId,
      subject: this.names.get(subjectId) ?? subjectId,
      object: this.objectText(statement),
      before: change === 'TAKEN_BACK' ? text : '',
      after: change === 'TAKEN_BACK' ? '' : text,
    };
  }

  /** What a statement says: of one that has changed, only where it differs from the other. */
  private apart(statement: Comparable, other?: Comparable): string {
    const { values, sources } = statement;
    const objects = this.objectText(statement);
    const names = new Set([...values.keys(), ...(other?.values.keys() ?? [])]);
    const unequal = [...names].filter((name) => values.get(name) !== (other ? other.values : USUAL).get(name));
    const ownSources = sources.filter((source) => !other?.sources.includes(source));
    return [
      ...(other && objects !== this.objectText(other) ? [objects] : []),
      ...unequal.map((name) => `${name}: ${values.get(name) ?? 'nothing'}`),
      ...(ownSources.length > 0 ? [`sources: ${ownSources.join(', ')}`] : []),
    ].join('; ');
  }

  private objectText({ objectIds }: Comparable): string {
    return objectIds.map((id) => this.names.get(id) ?? id).join(', ');
  }

  private async learnNamesOf(statements: readonly Comparable[]): Promise<void> {
    const ids = statements.flatMap(({ subjectId, objectIds }) => [subjectId, ...objectIds]);
    const nameless = [...new Set(ids)].filter((id) => !this.names.has(id));
    for (const some of batches(nameless)) {
      const rows = await this.graph.read({ name: 'import: names', text: NAMES }, { ids: some });
      for (const { id, name } of rows) this.names.set(String(id), String(name));
    }
  }
}

const MISSING = `UNWIND $ids AS id MATCH (n:Record {id: id})
RETURN labels(n) AS labels, properties(n) AS properties,
  COLLECT { MATCH (n)-[link]->(end) WHERE link.retractedAt IS NULL AND NOT end:Superseded RETURN {type: type(link), to: coalesce(end.corrects, end.id, end.code), properties: properties(link)} } AS links`;

/** What records are called: a title, else the preferred name. */
const NAMES = `UNWIND $ids AS id MATCH (n:Record {id: id})
RETURN id, coalesce(n.title, head(COLLECT {
  MATCH (name:Name)-[:OF]->(n) WHERE name.retractedAt IS NULL
  RETURN name.value ORDER BY name.kind <> 'PREFERRED', name.id LIMIT 1
}), id) AS name`;

/** What says nothing to a reader, since nearly all statements say so. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['status', 'ACCEPTED'],
  ['credibility', '6'],
  ['access', 'PUBLIC'],
]);

/** The links that lead to whom or what a claim is about. */
const SUBJECTS = ['OF', 'SUBORDINATE', 'PART', 'ABOUT'];

function comparable(labels: readonly string[], properties: Properties, links: readonly Link[]): Comparable {
  const kind = Object.keys(OWN_FIELDS).find((label) => labels.includes(label)) ?? '';
  const ends = links.filter(({ type }) => type !== 'CITES').sort((a, b) => (linkText(a) < linkText(b) ? -1 : 1));
  const subject = ends.find(({ type }) => labels.includes('Claim') && SUBJECTS.includes(type));
  const values = new Map<string, string>();
  for (const name of readableNames(kind)) {
    const value = properties[name];
    if (value !== undefined && value !== null) values.set(name, [value].flat().join(', '));
  }
  const sources = links.filter(({ type }) => type === 'CITES').map(sourceText);
  return {
    kind,
    subjectId: subject?.to ?? firstId(properties),
    objectIds: ends.filter((end) => end !== subject).map(({ to }) => to),
    values,
    sources: sources.sort(),
  };
}

/** The id of a record in the files: a revised one has another in the graph. */
const firstId = ({ id, corrects }: Properties) => String(corrects ?? id);

const linkText = ({ type, to }: Link) => `${type} ${to}`;

function sourceText({ to, properties }: Link): string {
  const { pinpoint, paraphrase } = properties;
  const details = [pinpoint, paraphrase].filter((text) => text !== undefined && text !== null);
  return details.length > 0 ? `${to} (${details.join('; ')})` : to;
}

/** The properties of a record that say something to a reader; readings of dates beside their texts do not. */
function readableNames(kind: string): string[] {
  const fields: Fields = { ...OWN_FIELDS[kind as keyof typeof OWN_FIELDS], ...CLAIM };
  const names = Object.entries(fields).flatMap(([name, field]) => propertyNames(name, field));
  return names.filter((name) => !/(Min|Max)$/.test(name));
}

/** Only statements with the same key may be one changed into the other. */
function keyOf({ kind, subjectId, values }: Comparable): string {
  const sort = kind === 'Name' ? values.get('kind') : (values.get('property') ?? values.get('scheme'));
  return [kind, subjectId, sort ?? ''].join('\n');
}

const equalValues = (one: Comparable, other: Comparable) =>
  [...one.values].filter(([name, value]) => other.values.get(name) === value).length;

/** How much two statements say alike. */
function likeness(one: Comparable, other: Comparable): number {
  const common = (a: readonly string[], b: readonly string[]) => a.filter((item) => b.includes(item)).length;
  return equalValues(one, other) + common(one.objectIds, other.objectIds) + common(one.sources, other.sources);
}
