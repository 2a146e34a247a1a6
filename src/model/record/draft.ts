import type { DateRange, ImpreciseDate } from '../date-range.js';
import { contentHash } from '../hash.js';
import { END_OF_DAYS } from '../lens.js';
import { fold, searchText } from '../names.js';
import type { Path } from '../refusal.js';
import type { DatasetFiles, Located, Origin } from './located-records.js';
import { type Citation, FILES, type FileName, type IncidentClaims, type RecordOf } from './record-shapes.js';

/** Turns the records of a dataset into the nodes and edges of the graph, each with the place in the files it comes from. */

export type Properties = Record<string, string | number | boolean | string[] | null>;

export interface DraftNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly origin: Origin;
}

export interface DraftEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
  readonly origin: Origin;
}

export interface Draft {
  readonly nodes: DraftNode[];
  readonly edges: DraftEdge[];
}

interface ClaimMeta {
  readonly status: string;
  readonly credibility: number;
  readonly legacyConfidence?: string | undefined;
  readonly access: string;
  readonly note?: string | undefined;
  readonly cites?: Citation[] | undefined;
}

interface Ends {
  readonly first: { date: ImpreciseDate; hardness: DateRange['firstHardness'] };
  readonly last: { date: ImpreciseDate; hardness: DateRange['lastHardness'] };
}

/** The draft of all records of a dataset. */
export function draftOf(files: DatasetFiles): Draft {
  const drafter = new Drafter(files.dataset.id, files.paragraphs);
  const pieces = Object.keys(FILES).flatMap((file) =>
    files.records[file as FileName].map((item) => drafter.take(file as FileName, item)),
  );
  return { nodes: pieces.flatMap(({ nodes }) => nodes), edges: pieces.flatMap(({ edges }) => edges) };
}

function rangeProperties(ends: Ends): Properties {
  const { first, last } = ends;
  return {
    first: first.date.text,
    firstMin: first.date.min,
    firstMax: first.date.max,
    firstHardness: first.hardness,
    last: last.date.text,
    lastMin: last.date.min,
    lastMax: last.date.max,
    lastHardness: last.hardness,
  };
}

function dateProperties(name: string, date: ImpreciseDate | undefined): Properties {
  return { [name]: date?.text ?? null, [`${name}Min`]: date?.min ?? null, [`${name}Max`]: date?.max ?? null };
}

/** Drafts one record after the other, in the order of `FILES`: reports come before what cites them. */
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

  /** The nodes and edges of what is said of an incident that is there. */
  takeClaims(item: Located<IncidentClaims>): Draft {
    this.nodes = [];
    this.edges = [];
    this.incidentClaims(item.record, undefined, item.origin);
    return { nodes: this.nodes, edges: this.edges };
  }

  private readonly drawers: { readonly [F in FileName]: (item: Located<RecordOf<F>>) => void } = {
    reports: (item) => this.report(item),
    bodies: (item) => this.entity(item, ['Body'], { bodyKind: item.record.kind ?? null }),
    people: (item) => this.entity(item, ['Person'], {}),
    units: (item) => this.unit(item),
    locations: (item) => this.location(item),
    postings: ({ record, origin }) => this.posting(record, origin),
    'command-links': ({ record, origin }) =>
      this.claim('CommandLink', { kind: record.kind, ...rangeProperties(record) }, record, origin, {
        SUBORDINATE: [record.subordinate],
        SUPERIOR: [record.superior],
      }),
    positionings: ({ record, origin }) =>
      this.claim('Positioning', { kind: record.kind, ...rangeProperties(record) }, record, origin, {
        OF: [record.unit],
        AT: [record.location],
      }),
    affiliations: ({ record, origin }) =>
      this.claim('Affiliation', { kind: record.kind }, record, origin, { PART: [record.part], WHOLE: [record.whole] }),
    incidents: (item) => this.incident(item),
    findings: (item) => this.finding(item),
    indicators: ({ record, origin }) => {
      const { code, group, polarity, on, concerns } = record;
      this.claim('Indicator', { code, group, polarity, ...dateProperties('on', on) }, record, origin, {
        CONCERNS: concerns,
      });
    },
    measures: ({ record, origin }) => {
      const { kind, effect = null, on, concerns } = record;
      this.claim('Measure', { kind, effect, ...dateProperties('on', on) }, record, origin, { CONCERNS: concerns });
    },
  };

  private node(id: string, labels: string[], properties: Properties, origin: Origin): void {
    const present = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
    this.nodes.push({ id, labels: ['Record', ...labels], properties: present, origin });
  }

  private edge(type: string, from: string, to: string, origin: Origin, properties: Properties = {}): void {
    const present = Object.fromEntries(
      Object.entries(properties).filter(([, value]) => value !== null && value !== undefined),
    );
    this.edges.push({ type, from, to, properties: present, origin });
  }

  private report({ record, origin }: Located<RecordOf<'reports'>>): void {
    const { id, publisher, publishedOn, derivedFrom, document, ...rest } = record;
    const properties = { ...rest, note: rest.note ?? null, document: document ?? null, dataset: this.dataset };
    const dates = {
      ...dateProperties('published', publishedOn),
      publishedMin: publishedOn?.min ?? '0000-01-01',
      publishedMax: publishedOn?.max ?? rest.retrievedAt ?? END_OF_DAYS,
    };
    if (document !== undefined) this.documents.set(id, document);
    this.node(id, ['Report'], { ...withoutUndefined(properties), ...dates }, origin);
    this.edge('PUBLISHED_BY', id, publisher, origin);
    for (const source of derivedFrom) this.edge('DERIVED_FROM', id, source, origin);
  }

  /** A node for an entity that is declared here, and its own claims in either case. */
  private entity({ record, origin }: Located<EntityRecord>, labels: string[], properties: Properties): void {
    if (!record.extends) this.node(record.id, ['Entity', ...labels], properties, origin);
    const cites = record.cites;
    for (const [index, name] of record.names.entries()) {
      const { status, credibility, legacyConfidence, access, note, cites: own, ...what } = name;
      const derived = {
        ...what,
        scheme: what.scheme ?? null,
        searchText: searchText(name.value),
        sortKey: fold(name.value),
      };
      this.claim(
        'Name',
        derived,
        { status, credibility, legacyConfidence, access, note, cites: own ?? cites },
        inside(origin, 'names', index),
        { OF: [record.id] },
        what,
      );
    }
    this.properties(record, cites, origin);
  }

  private properties(
    record: Pick<EntityRecord, 'id' | 'facts' | 'identifiers'>,
    cites: Citation[] | undefined,
    origin: Origin,
  ): void {
    for (const [index, { scheme, value, ...meta }] of record.identifiers.entries()) {
      const at = inside(origin, 'identifiers', index);
      this.claim('Identifier', { scheme, value }, { ...meta, cites: meta.cites ?? cites }, at, { OF: [record.id] });
    }
    for (const [index, { property, value, ...meta }] of record.facts.entries()) {
      const at = inside(origin, 'facts', index);
      this.claim('Fact', { property, value }, { ...meta, cites: meta.cites ?? cites }, at, { OF: [record.id] });
    }
  }

  private unit(item: Located<RecordOf<'units'>>): void {
    const { kind, country, placeholder, body } = item.record;
    const labels = body ? ['Unit', 'Body'] : ['Unit'];
    this.entity(item, labels, {
      kind: kind ?? null,
      country: country ?? null,
      placeholder,
      bodyKind: body?.kind ?? null,
    });
  }

  private location(item: Located<RecordOf<'locations'>>): void {
    const { id, kind, country, latitude, longitude, precision, coordinatesFrom, within, extends: only } = item.record;
    this.entity(item, ['Location'], {
      kind: kind ?? null,
      country: country ?? null,
      latitude: latitude ?? null,
      longitude: longitude ?? null,
      precision,
    });
    if (only) return;
    if (coordinatesFrom) this.edge('COORDINATES_FROM', id, coordinatesFrom, item.origin);
    if (within) this.edge('WITHIN', id, within, item.origin);
  }

  private posting(record: RecordOf<'postings'>, origin: Origin): void {
    const { person, at, role, title, rank, appointedBy } = record;
    const ends = { OF: [person], AT: [at], APPOINTED_BY: appointedBy ? [appointedBy] : [] };
    this.claim(
      'Posting',
      { role, title: title ?? null, rank: rank ?? null, ...rangeProperties(record) },
      record,
      origin,
      ends,
    );
  }

  private incident({ record, origin }: Located<RecordOf<'incidents'>>): void {
    const { id, title, summary, kinds, means, location, precision } = record;
    const what = {
      title,
      sortKey: fold(title),
      summary: summary ?? null,
      kinds,
      means,
      precision,
      ...rangeProperties(record),
    };
    this.cited(id, ['Incident'], what, record, origin);
    if (location) this.edge('AT', id, location, origin);
    this.incidentClaims(record, record.cites, origin);
  }

  private incidentClaims(record: IncidentClaims, cites: Citation[] | undefined, origin: Origin): void {
    const { id } = record;
    for (const [index, { to, by, mode, ...meta }] of record.attributions.entries()) {
      const at = inside(origin, 'attributions', index);
      this.claim('Attribution', { mode }, meta, at, { OF: [id], TO: [to], BY: [by] });
    }
    for (const [index, { kind, low, best, high, by, ...meta }] of record.casualties.entries()) {
      const counts = { property: kind, low: low ?? null, best: best ?? null, high: high ?? null };
      const ends = { OF: [id], BY: by ? [by] : [] };
      const at = inside(origin, 'casualties', index);
      this.claim('Fact', { ...counts, value: countText(low, best, high) }, meta, at, ends);
    }
    this.properties(record, cites, origin);
  }

  private finding({ record, origin }: Located<RecordOf<'findings'>>): void {
    const { id, type, title, summary, standard, standardAsStated, proofDomain, inAbsentia } = record;
    const what = {
      type,
      title,
      sortKey: fold(title),
      summary: summary ?? null,
      standard,
      standardAsStated: standardAsStated ?? null,
      proofDomain,
      inAbsentia: inAbsentia ?? null,
      ...dateProperties('decided', record.decidedOn),
      ...dateProperties('published', record.publishedOn),
      ...dateProperties('conductFrom', record.conductFrom),
      ...dateProperties('conductTo', record.conductTo),
    };
    this.cited(id, ['Finding'], what, record, origin);
    this.edge('BY', id, record.by, origin);
    for (const subject of record.about) this.edge('ABOUT', id, subject, origin);
    for (const incident of record.concerns) this.edge('CONCERNS', id, incident, origin);
    for (const { code, certainty, asStated, modes } of record.classifies) {
      this.edge('CLASSIFIES', id, code.replace(/\s+/g, ''), origin, { certainty, asStated: asStated ?? null, modes });
    }
    const relations = {
      AFFIRMS: record.affirms,
      REVERSES: record.reverses,
      REPLACES: record.replaces,
      FOLLOWS: record.follows,
    };
    for (const [type, others] of Object.entries(relations))
      for (const other of others) this.edge(type, id, other, origin);
  }

  /** A claim whose id is derived from what it says, so that saying the same twice is one claim. */
  private claim(
    label: string,
    properties: Properties,
    meta: ClaimMeta,
    origin: Origin,
    ends: Record<string, string[]>,
    identity: unknown = properties,
  ): void {
    const hash = contentHash([this.dataset, label, identity, ends, meta]);
    const id = `claim-${hash.slice(0, 24)}`;
    if (this.claims.has(id)) return;
    this.claims.add(id);
    this.cited(id, ['Claim', label], properties, meta, origin);
    for (const [type, targets] of Object.entries(ends))
      for (const target of targets) this.edge(type, id, target, origin);
  }

  private cited(id: string, labels: string[], properties: Properties, meta: ClaimMeta, origin: Origin): void {
    const { status, credibility, legacyConfidence = null, access, note = null } = meta;
    this.node(
      id,
      labels,
      { ...properties, status, credibility, legacyConfidence, access, note, dataset: this.dataset },
      origin,
    );
    for (const citation of meta.cites ?? []) this.cites(id, citation, origin);
  }

  private cites(from: string, citation: Citation, origin: Origin): void {
    const { report, paragraph, paraphrase } = citation;
    const document = citation.document ?? this.documents.get(report);
    this.edge('CITES', from, report, origin, {
      document: paragraph === undefined ? null : (document ?? null),
      paragraph: paragraph ?? null,
      pinpoint: citation.pinpoint ?? (paragraph === undefined ? null : `paragraph ${paragraph}`),
      paraphrase: paraphrase ?? null,
      passageSha256: this.paragraphs.get(`${document}#${paragraph}`) ?? null,
    });
  }
}

type EntityRecord = RecordOf<'people'>;

/** A place inside a record, where the record says where in it things stand. */
const inside = (origin: Origin, ...path: Path): Origin =>
  origin.path ? { ...origin, path: [...origin.path, ...path] } : origin;

function withoutUndefined<T extends object>(value: T): Properties {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Properties;
}

function countText(low?: number, best?: number, high?: number): string {
  if (best !== undefined) return String(best);
  if (low !== undefined && high !== undefined) return `${low} to ${high}`;
  return low === undefined ? `at most ${high}` : `at least ${low}`;
}
