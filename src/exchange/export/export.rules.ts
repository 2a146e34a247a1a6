import { groupBy } from '../../model/group.js';
import { webAddress } from '../../model/web-address.js';

/** What an export is written from: records as the graph has them, with what a page of them refers to. Values only. */

export type Value = string | number | boolean | readonly string[];

export interface ExportLink {
  readonly type: string;
  /** Id of a record, or a legal code. */
  readonly to: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/** An id that was merged into another, and the lowest access level that may know it. */
export interface Referent {
  readonly id: string;
  readonly access: string;
}

export interface ExportRecord {
  readonly id: string;
  /** Its kind: Person, Unit, Body, Location, Incident, Finding, Report or a kind of claim. */
  readonly kind: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Value>>;
  readonly links: readonly ExportLink[];
  /** The ids that lead to it; absent where there are none. */
  readonly referents?: readonly Referent[];
}

/** Which dataset states it, and since when this graph has it: an instant. */
export interface Provenance {
  readonly dataset: string;
  readonly recordedAt: string;
}

/** Where a report says it. */
export interface ReportCitation {
  readonly reportId: string;
  readonly pinpoint: string | null;
}

export interface GivenName extends Provenance {
  readonly value: string;
  readonly kind: string;
  readonly lang: string;
  readonly citations: readonly ReportCitation[];
}

/** What a fact says of an entity in a word of our vocabularies, or as the code of a country. */
export interface FactCode extends Provenance {
  readonly property: string;
  readonly code: string;
}

export interface NamedEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Who calls it so, at least one: an entity itself is of no dataset. */
  readonly called: readonly GivenName[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Its names that count. */
  readonly names: readonly GivenName[];
  readonly codes: readonly FactCode[];
}

export interface Attributed extends Provenance {
  readonly id: string;
  /** What the source says of the subject's part, such as PERPETRATOR or RESPONSIBLE_STATE. */
  readonly mode: string;
  readonly citations: readonly ReportCitation[];
}

export interface CitedReport {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly copyUrl: string | null;
}

/** What the records of a page refer to, as far as the reader may see it. */
export interface Surroundings {
  readonly entities: ReadonlyMap<string, NamedEntity>;
  readonly reports: ReadonlyMap<string, CitedReport>;
  /** By incident: the people and units to whom it is attributed, once for each statement that does so. */
  readonly attributed: ReadonlyMap<string, readonly Attributed[]>;
  /** By entity: the claims that give it names, identifiers and facts, where a format wants them. */
  readonly claims?: ReadonlyMap<string, readonly ExportRecord[]>;
}

export interface ExportPage {
  readonly records: readonly ExportRecord[];
  readonly around: Surroundings;
}

export interface DatasetAbout {
  readonly id: string;
  readonly version: string;
  readonly licence: string;
  readonly attribution: string;
  readonly redistribute: boolean;
  /** The instant of the last change to what the reader may see of it. */
  readonly changedAt: string;
  /** The last instants at which something was redacted that the reader could see, whatever instant is asked. */
  readonly redactions?: readonly string[];
}

/** By dataset: the other datasets to whose records it refers, as far as the reader may see either. */
export type RequiredDatasets = ReadonlyMap<string, ReadonlySet<string>>;

/** The scope of an export: the datasets in it and left out of it, and the lens. */
export interface About {
  readonly datasets: readonly (Omit<DatasetAbout, 'changedAt' | 'redactions'> & {
    readonly included: boolean;
    /** The datasets to whose records it refers; not there where no datasets were asked for. */
    readonly requires?: readonly string[];
  })[];
  readonly lens: Readonly<Record<string, string | readonly string[] | null>>;
  readonly notice: string;
}

/** The ids that links of a type lead to. */
export const linked = (record: ExportRecord, type: string): string[] =>
  record.links.filter((link) => link.type === type).map(({ to }) => to);

/**
 * The people and units to whom an incident is attributed, once each, with what sources say of their part in it: to be
 * named as a State that answers for it is not to have carried it out.
 */
export function attributedTo({ id }: ExportRecord, { attributed }: Surroundings): { id: string; modes: string[] }[] {
  const bySubject = groupBy(attributed.get(id) ?? [], (one) => one.id);
  return [...bySubject].map(([subject, all]) => ({ id: subject, modes: [...new Set(all.map(({ mode }) => mode))] }));
}

/** Where reports say it: of an entity, where they give its names. */
export function citationsIn({ id, links }: ExportRecord, around: Surroundings): readonly ReportCitation[] {
  const names = around.entities.get(id)?.names ?? [];
  const own = links.filter(({ type }) => type === 'CITES');
  const cited = own.map(({ to, properties }) => ({ reportId: to, pinpoint: textOf(properties.pinpoint) }));
  const all = [...cited, ...names.flatMap(({ citations }) => citations)];
  return [...new Map(all.map((citation) => [`${citation.reportId} ${citation.pinpoint}`, citation])).values()];
}

/** The codes that facts with a property give an entity; one stands as often as there are facts. */
export const codesIn = (entity: Pick<NamedEntity, 'codes'> | undefined, property: string): FactCode[] =>
  (entity?.codes ?? []).filter((one) => one.property === property);

/** The same codes, each once. */
export const distinctCodes = (entity: Pick<NamedEntity, 'codes'> | undefined, property: string): string[] => [
  ...new Set(codesIn(entity, property).map(({ code }) => code)),
];

/** An address that a reader may follow; a record of before addresses were checked may hold any other text. */
export const addressOf = (text: string | null | undefined): string | null => webAddress(text ?? '') ?? null;

/** A property as text, or null. */
export const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

/** A property as a list of texts: none where it is absent. */
export const textsOf = (value: Value | undefined): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [String(value)];

/** The ids that were merged into a record. */
export const referentIds = ({ referents = [] }: ExportRecord): string[] => referents.map(({ id }) => id);
