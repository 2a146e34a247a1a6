import { END_OF_DAYS } from '../date-range.js';
import type { FieldPath } from '../errors.js';
import { claimIdOf } from '../hash.js';
import { withoutNull } from '../without.js';
import { CITATION, CLAIM } from './fields/claim.js';
import type { Fields } from './fields/field.js';
import { INCIDENT_CLAIM_FIELDS } from './fields/incident.js';
import { FILE_FIELDS, type FileName, type InnerList, LABELS, NESTED_CLAIMS, OWN_FIELDS } from './fields/kinds.js';
import { endsOf, linksOf, type Properties, propertiesOf } from './fields/stored.js';
import type { DatasetFiles, Located, RecordOrigin } from './located-records.js';
import { accountedEnd } from './own-words.rules.js';
import type { CitationRecord, IncidentClaims, RecordOf } from './record-shapes.js';
import { searchFields } from './search-fields.js';

/** Turns the records of a dataset into the nodes and edges of the graph, each with the place in the files it comes from. */

export type { Properties };

export interface DraftNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly origin: RecordOrigin;
}

export interface DraftEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
  readonly origin: RecordOrigin;
}

export interface Draft {
  readonly nodes: DraftNode[];
  readonly edges: DraftEdge[];
}

type Values = Readonly<Record<string, unknown>>;

/** A claim as its author wrote it. */
type ClaimMeta = Values & { readonly cites?: CitationRecord[] | undefined };

/** The draft of all records of a dataset. */
export function draftOf(files: DatasetFiles): Draft {
  const drafter = new Drafter(files.dataset.id, files.paragraphs);
  const ofFiles = Object.keys(FILE_FIELDS).flatMap((file) =>
    files.records[file as FileName].map((item) => drafter.take(file as FileName, item)),
  );
  const pieces = [...ofFiles, ...(files.incidentClaims ?? []).map((item) => drafter.takeClaims(item))];
  return { nodes: pieces.flatMap(({ nodes }) => nodes), edges: pieces.flatMap(({ edges }) => edges) };
}

/** Drafts one record after the other, in the order of `FILE_FIELDS`: reports come before what cites them. */
export class Drafter {
  private nodes: DraftNode[] = [];
  private edges: DraftEdge[] = [];
  private readonly claims = new Set<string>();
  private readonly documents: Map<string, string>;

  /** `documents` are the texts of reports that it does not draft itself. */
  constructor(
    private readonly dataset: string,
    private readonly paragraphs: ReadonlyMap<string, string> = new Map(),
    documents: ReadonlyMap<string, string> = new Map(),
  ) {
    this.documents = new Map(documents);
  }

  /** The nodes and edges of a record; a claim that was made before gives none. */
  take<F extends FileName>(file: F, item: Located<RecordOf<F>>): Draft {
    this.nodes = [];
    this.edges = [];
    const draw = this.drawers[file] as (item: Located<RecordOf<F>>) => void;
    draw(item);
    return { nodes: this.nodes, edges: this.edges };
  }

  /** The nodes and edges of claims about an existing incident. */
  takeClaims(item: Located<IncidentClaims>): Draft {
    this.nodes = [];
    this.edges = [];
    this.inside(item.record, INCIDENT_CLAIM_FIELDS, item.origin);
    return { nodes: this.nodes, edges: this.edges };
  }

  private readonly drawers: { readonly [F in FileName]: (item: Located<RecordOf<F>>) => void } = {
    reports: (item) => this.report(item),
    bodies: (item) => this.entity('bodies', item),
    people: (item) => this.entity('people', item),
    units: (item) => this.entity('units', item, item.record.body ? ['Body'] : []),
    locations: (item) => this.entity('locations', item),
    postings: (item) => this.link('postings', item),
    'command-links': (item) => this.link('command-links', item),
    positionings: (item) => this.link('positionings', item),
    affiliations: (item) => this.link('affiliations', item),
    incidents: (item) => {
      this.statement('incidents', item);
      this.inside(item.record, INCIDENT_CLAIM_FIELDS, item.origin, item.record.cites);
    },
    'incident-links': (item) => this.link('incident-links', item),
    findings: (item) => this.statement('findings', item),
    indicators: (item) => this.link('indicators', item),
    measures: (item) => this.link('measures', item),
    demands: (item) => this.link('demands', item),
  };

  private node(id: string, labels: string[], properties: Properties, origin: RecordOrigin): void {
    this.nodes.push({ id, labels: ['Record', ...labels], properties: withoutNull(properties), origin });
  }

  private edge(type: string, from: string, to: string, origin: RecordOrigin, properties: Properties = {}): void {
    this.edges.push({ type, from, to, properties: withoutNull(properties), origin });
  }

  private links(id: string, fields: Fields, record: object, origin: RecordOrigin): void {
    for (const { type, to, properties } of linksOf(fields, record as Values))
      this.edge(type, id, to, origin, properties);
  }

  private report({ record, origin }: Located<RecordOf<'reports'>>): void {
    const { id, publishedOn, retrievedAt, document } = record;
    const dates = {
      publishedMin: publishedOn?.min ?? '0000-01-01',
      publishedMax: publishedOn?.max ?? retrievedAt ?? END_OF_DAYS,
    };
    if (document !== undefined) this.documents.set(id, document);
    const properties = {
      ...propertiesOf(OWN_FIELDS.Report, record),
      ...searchFields('Report', record),
      dataset: this.dataset,
      ...dates,
    };
    this.node(id, ['Report'], properties, origin);
    this.links(id, OWN_FIELDS.Report, record, origin);
  }

  /** A node for an entity that is declared here, and its own claims in either case. */
  private entity(file: EntityFile, { record, origin }: Located<RecordOf<EntityFile>>, more: string[] = []): void {
    const [label, { id }] = [LABELS[file], record];
    const fields = OWN_FIELDS[label];
    if (!record.extends)
      this.node(id, ['Entity', label, ...more], propertiesOf(fields, record as unknown as Values), origin);
    this.inside(record, FILE_FIELDS[file], origin, record.cites);
    this.shortFacts(record, fields, origin);
    if (!record.extends) this.links(id, fields, record, origin);
  }

  /** A claim in a file of its own. */
  private link<F extends LinkFile>(file: F, { record, origin }: Located<RecordOf<F>>): void {
    const fields: Fields = OWN_FIELDS[LABELS[file]];
    const claimMeta = record as unknown as Values & ClaimMeta;
    this.claim(LABELS[file], propertiesOf(fields, claimMeta), claimMeta, origin, endsOf(fields, claimMeta));
  }

  /** An incident or a finding. */
  private statement(
    file: 'incidents' | 'findings',
    { record, origin }: Located<RecordOf<'incidents'> | RecordOf<'findings'>>,
  ): void {
    const fields: Fields = OWN_FIELDS[LABELS[file]];
    const properties = {
      ...propertiesOf(fields, record as unknown as Values),
      ...searchFields(LABELS[file], record),
    };
    this.citingNode(record.id, [LABELS[file]], properties, record, origin);
    this.links(record.id, fields, record, origin);
  }

  /** The claims inside a record, list by list; those of an entity may leave their citations to it. */
  private inside(
    record: { readonly id: string },
    fields: Fields,
    origin: RecordOrigin,
    cites: CitationRecord[] | undefined = undefined,
  ): void {
    const lists = Object.keys(fields).filter((name) => fields[name]?.type === 'CLAIMS') as InnerList[];
    for (const list of lists) {
      const items = (record as unknown as Readonly<Record<InnerList, ClaimMeta[]>>)[list];
      for (const [index, claim] of items.entries())
        this.inner(list, record.id, { ...claim, cites: claim.cites ?? cites }, inside(origin, list, index));
    }
  }

  /**
   * The facts that an entity states in the short form. They have the sources of the entity and the access of its first
   * name; where the entity cites nothing, they have the sources of that name.
   */
  private shortFacts(record: RecordOf<EntityFile>, fields: Fields, origin: RecordOrigin): void {
    const [name] = record.names;
    const { status = CLAIM.status.default, access = CLAIM.access.default } = name ?? {};
    const meta = { status, access, credibility: CLAIM.credibility.default, cites: record.cites ?? name?.cites };
    for (const [field, { fact, type }] of Object.entries(fields)) {
      if (type !== 'FACTS') continue;
      const values = ((record as unknown as Values)[field] ?? []) as string[];
      for (const [index, value] of values.entries())
        this.inner('facts', record.id, { property: fact, value, code: value, ...meta }, inside(origin, field, index));
    }
  }

  private inner(list: InnerList, owner: string, claim: ClaimMeta, origin: RecordOrigin): void {
    const { label, fields } = NESTED_CLAIMS[list];
    const identity = { ...propertiesOf(fields, claim), ...(list === 'casualties' && { value: countText(claim) }) };
    const value = String(claim.value);
    const end = list === 'facts' && accountedEnd(String(claim.property), value);
    const days = end && { dayMin: end.date.min, dayMax: end.date.max };
    const meta = Object.fromEntries([...Object.keys(CLAIM), 'cites'].map((name) => [name, claim[name]]));
    this.claim(
      label,
      { ...identity, ...searchFields(label, claim), ...days },
      meta,
      origin,
      { OF: [owner], ...endsOf(fields, claim) },
      identity,
    );
  }

  /** A claim whose id is derived from what it says, so that saying the same twice is one claim. */
  private claim(
    label: string,
    properties: Properties,
    meta: ClaimMeta,
    origin: RecordOrigin,
    ends: Record<string, string[]>,
    identity: Properties = properties,
  ): void {
    const id = claimIdOf([this.dataset, label, identity, ends, meta]);
    if (this.claims.has(id)) return;
    this.claims.add(id);
    this.citingNode(id, ['Claim', label], properties, meta, origin);
    for (const [type, targets] of Object.entries(ends))
      for (const target of targets) this.edge(type, id, target, origin);
  }

  private citingNode(
    id: string,
    labels: string[],
    properties: Properties,
    meta: ClaimMeta,
    origin: RecordOrigin,
  ): void {
    this.node(id, labels, { ...properties, ...propertiesOf(CLAIM, meta), dataset: this.dataset }, origin);
    for (const citation of meta.cites ?? []) this.cites(id, citation, origin);
  }

  private cites(from: string, citation: CitationRecord, origin: RecordOrigin): void {
    const { report, paragraph, pinpoint, document = this.documents.get(report) } = citation;
    this.edge('CITES', from, report, origin, {
      ...propertiesOf(CITATION, citation),
      document: paragraph === undefined ? null : (document ?? null),
      pinpoint: pinpoint ?? (paragraph === undefined ? null : `paragraph ${paragraph}`),
      passageSha256: this.paragraphs.get(`${document}#${paragraph}`) ?? null,
    });
  }
}

type EntityFile = 'people' | 'units' | 'bodies' | 'locations';
type LinkFile = Exclude<FileName, EntityFile | 'reports' | 'incidents' | 'findings'>;

/** A place inside a record, where the record says where in it things stand. */
const inside = (origin: RecordOrigin, ...path: FieldPath): RecordOrigin =>
  origin.path ? { ...origin, path: [...origin.path, ...path] } : origin;

function countText({ low, best, high }: Values): string {
  if (best !== undefined) return String(best);
  if (low !== undefined && high !== undefined) return `${low} to ${high}`;
  return low === undefined ? `at most ${high}` : `at least ${low}`;
}
