import { parseDate } from '../../../model/date-range.js';
import type { Conversion } from '../record/conversion.js';
import { idByName, NOT_STATED, sameName } from '../record/names.js';
import { dateText } from './dates.js';
import type { FtmEntity } from './ftm-entity.js';
import { POSITION_WORDS, wordsIn } from './property-words.js';
import { isOurs, type Kind, kindOf, prefixOf } from './schemata.js';

/** What a first reading of a file remembers, so that lines can refer to lines that come after them. */

export interface FtmEntry {
  readonly kind: Kind;
  /** Its id here. */
  readonly id: string;
  readonly line: number;
  /** True where it stands inside of another entity only. */
  readonly isNested: boolean;
}

export interface Party {
  readonly party: readonly string[];
  readonly dates: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly proof: readonly string[];
}

export interface FtmPosition {
  readonly name: string;
  readonly organizations: readonly string[];
  /** What it says of itself besides, in words. */
  readonly note: string | undefined;
}

/** Who stands behind an address that entities name as their source. */
export interface SourceAddress {
  /** None where entities differ, or name nobody. */
  readonly publisher?: string;
  /** Whether it is the authority of sanctions. */
  readonly isAuthority: boolean;
  /** The last day on which those who made the file saw what stands there. */
  readonly readOn?: string;
}

export class FtmIndex {
  private readonly entities = new Map<string, FtmEntry>();
  private readonly bodies = new Map<string, string>();
  private readonly byUrl = new Map<string, string>();
  private readonly publishers = new Map<string, string>();
  /** Our ids of the documents. */
  private readonly reports = new Map<string, string>();
  private readonly positions = new Map<string, FtmPosition>();
  /** Positions that somebody holds. */
  private occupiedPositions = new Set<string>();
  /** Ids from before a merger, with the id that is left; none where two entities have the same. */
  private readonly mergedInto = new Map<string, string | undefined>();
  /** Names of organizations that are no records here. */
  private readonly labels = new Map<string, string>();
  private readonly addresses = new Map<
    string,
    { readonly publishers: Set<string>; isAuthority: boolean; readOn: string }
  >();
  /** By entity: the documents that tell of it, and where in them. */
  readonly documentation = new Map<string, { readonly document: string; readonly role: string | undefined }[]>();
  readonly parties = new Map<string, Party[]>();
  /** By sanction of ours: those that it lists, since there each of them has a line. */
  readonly listed = new Map<string, string[]>();
  /** Addresses of people, and those that something else lies at. */
  private homes = new Set<string>();
  private sites = new Set<string>();
  private readonly placeNames = new Map<string, ReadonlySet<string>>();

  /** By report: the last day on which it may have been published, where that is known. */
  readonly published = new Map<string, string>();

  constructor(private readonly conversion: Conversion) {
    const { id, publishedOn, retrievedAt } = conversion.options.fileAsReport;
    const day = dayOf(publishedOn ?? retrievedAt);
    if (day !== undefined) this.published.set(id, day);
  }

  /** Remembers an entity. Of two with one id, the first counts that has a line of its own. */
  remember(entity: FtmEntity): void {
    const { id, schema, origin, isNested, referents } = entity;
    const earlier = this.entities.get(id);
    if (earlier && (isNested || !earlier.isNested)) return;
    const kind = kindOf(entity);
    const ours = this.oursOf(entity, kind);
    this.entities.set(id, { kind, id: ours, line: origin.row, isNested });
    for (const former of referents) this.rememberMerger(former, id);
    this.rememberKind(entity, kind, ours);
    if (schema === 'Occupancy') for (const post of entity.values('post')) this.occupiedPositions.add(post);
    this.rememberParts(entity);
    this.rememberAddresses(entity, kind);
  }

  /** An id that two entities had before stands for neither. */
  private rememberMerger(former: string, id: string): void {
    const isShared = this.mergedInto.has(former) && this.mergedInto.get(former) !== id;
    this.mergedInto.set(former, isShared ? undefined : id);
  }

  private rememberKind(entity: FtmEntity, kind: Kind, ours: string): void {
    const { id } = entity;
    if (kind === 'reports') this.rememberReport(entity, ours);
    if (kind === 'bodies' || ours.startsWith('org-'))
      for (const name of entity.values('name')) this.addBody(name, ours);
    if (kind === 'locations') this.placeNames.set(id, new Set([...entity.values('name'), ...entity.values('full')]));
    if (kind === 'position') this.positions.set(id, positionIn(entity));
    if (kind === 'none' && entity.has('name')) this.labels.set(id, entity.first('name') ?? '');
    if (kind === 'findings' || kind === 'incidents' || kind === 'link') this.rememberSources(entity);
  }

  private oursOf(entity: FtmEntity, kind: Kind): string {
    const { id, schema } = entity;
    const own = schema === 'Sanction' ? this.sanctionOf(entity) : id;
    const prefix = prefixOf(kind);
    return prefix === '' || isOurs(own, kind) ? own : idByName(this.conversion, prefix, own, own);
  }

  /** Our export writes a listing once for each who is listed, with their id behind its own. */
  sanctionOf(entity: FtmEntity): string {
    const [listed = ''] = entity.values('entity');
    const base = entity.id.endsWith(`-${listed}`) ? entity.id.slice(0, -listed.length - 1) : entity.id;
    return listed !== '' && isOurs(base, 'findings') ? base : entity.id;
  }

  private rememberReport(entity: FtmEntity, id: string): void {
    const [published, retrieved] = [entity.first('publishedAt', 'date'), entity.first('retrievedAt')].map(dateText);
    const day = dayOf(published) ?? dayOf(retrieved);
    if (day !== undefined) this.published.set(id, day);
    this.reports.set(entity.id, id);
    this.publishers.set(id, entity.first('publisher') ?? NOT_STATED);
    const url = entity.first('sourceUrl');
    if (url !== undefined) this.byUrl.set(url, entity.id);
  }

  private rememberSources(entity: FtmEntity): void {
    const authority = entity.first('authority');
    const publisher = authority ?? entity.first('publisher');
    for (const url of entity.values('sourceUrl')) {
      const address = this.addresses.get(url) ?? { publishers: new Set<string>(), isAuthority: false, readOn: '' };
      address.publishers.add(publisher ?? '');
      address.isAuthority ||= authority !== undefined;
      if (entity.seenOn > address.readOn) address.readOn = entity.seenOn;
      this.addresses.set(url, address);
    }
  }

  /** What is known of an address that entities name as their source. */
  address(url: string): SourceAddress {
    const { publishers = new Set<string>(), isAuthority = false, readOn = '' } = this.addresses.get(url) ?? {};
    const [publisher] = publishers;
    const { publishedOn, retrievedAt } = this.conversion.options.fileAsReport;
    const read = readOn || (publishedOn ?? retrievedAt ?? '');
    return {
      ...(publishers.size === 1 && publisher ? { publisher, isAuthority } : { isAuthority: false }),
      ...(read.length === 10 ? { readOn: read } : {}),
    };
  }

  /**
   * To be called after the last entity. Whatever names an entity by an id from before a merger then names it by the id that
   * is left, and an organization that a sanction lists is a unit as well as a body, since findings are about people and units.
   */
  settle(): void {
    const currentIds = (ids: ReadonlySet<string>) => new Set([...ids].map((id) => this.currentId(id)));
    this.homes = currentIds(this.homes);
    this.sites = currentIds(this.sites);
    this.occupiedPositions = currentIds(this.occupiedPositions);
    for (const lists of [this.documentation, this.parties] as Map<string, unknown[]>[]) this.settleKeys(lists);
    const moved = new Map<string, string>();
    for (const listed of new Set([...this.listed.values()].flat().map((id) => this.currentId(id)))) {
      const entry = this.entities.get(listed);
      if (entry?.kind !== 'bodies' || isOurs(listed, 'bodies')) continue;
      const id = idByName(this.conversion, 'org', listed, listed);
      this.entities.set(listed, { ...entry, kind: 'units', id });
      moved.set(entry.id, id);
    }
    for (const [name, id] of this.bodies) this.bodies.set(name, moved.get(id) ?? id);
  }

  private settleKeys<T>(lists: Map<string, T[]>): void {
    for (const [id, values] of [...lists]) {
      const now = this.currentId(id);
      if (now === id) continue;
      lists.delete(id);
      push(lists, now, ...values);
    }
  }

  /** The id that is left of an entity that was merged. */
  private currentId(id: string): string {
    return this.entities.has(id) ? id : (this.mergedInto.get(id) ?? id);
  }

  private rememberParts(entity: FtmEntity): void {
    if (entity.schema === 'Documentation') {
      const role = entity.first('role');
      for (const of of entity.values('entity'))
        push(this.documentation, of, ...entity.values('document').map((document) => ({ document, role })));
    }
    if (entity.schema === 'CourtCaseParty') {
      const [dates, from, to] = [entity.values('date'), entity.values('startDate'), entity.values('endDate')];
      for (const of of entity.values('case'))
        push(this.parties, of, { party: entity.values('party'), dates, from, to, proof: entity.values('proof') });
    }
    if (entity.schema === 'Sanction') push(this.listed, this.sanctionOf(entity), ...entity.values('entity'));
  }

  private rememberAddresses(entity: FtmEntity, kind: Kind): void {
    const addresses = kind === 'people' ? this.homes : this.sites;
    for (const id of [...entity.values('addressEntity'), ...entity.values('object')]) addresses.add(id);
  }

  /** True for an address that the file gives for people only: home addresses are private. */
  isHome(id: string): boolean {
    const address = this.currentId(id);
    return this.homes.has(address) && !this.sites.has(address);
  }

  /** The entity of an id, also of one from before a merger. */
  get(id: string): FtmEntry | undefined {
    return this.entities.get(this.currentId(id));
  }

  /** Our id of a document. */
  reportOf(document: string): string | undefined {
    return this.reports.get(this.currentId(document));
  }

  position(id: string): FtmPosition | undefined {
    return this.positions.get(this.currentId(id));
  }

  isOccupied(position: string): boolean {
    return this.occupiedPositions.has(position);
  }

  /** What the file calls an organization that is no record here. */
  labelOf(id: string): string | undefined {
    return this.labels.get(this.currentId(id));
  }

  isNameOfPlace(id: string, name: string): boolean {
    return this.placeNames.get(this.currentId(id))?.has(name) ?? false;
  }

  /** What the publisher of a report of ours is called, where the file says so. */
  publisherOf(report: string): string | undefined {
    return this.publishers.get(report);
  }

  /** Remembers a report that is made for an address. */
  rememberReportAt(report: string, publisher: string, readOn: string | undefined): void {
    this.publishers.set(report, publisher);
    if (readOn !== undefined) this.published.set(report, readOn);
  }

  documentAt(url: string): string | undefined {
    return this.byUrl.get(url);
  }

  private addBody(name: string, id: string): void {
    if (!this.bodies.has(sameName(name))) this.bodies.set(sameName(name), id);
  }

  /** The body that the file has under a name. */
  bodyNamed(name: string): string | undefined {
    return this.bodies.get(sameName(name));
  }
}

/** What a position is to those who hold it. */
function positionIn(entity: FtmEntity): FtmPosition {
  return {
    name: entity.first('name') ?? entity.caption,
    organizations: entity.values('organization'),
    note: wordsIn(entity, POSITION_WORDS),
  };
}

function push<T>(lists: Map<string, T[]>, key: string, ...values: readonly T[]): void {
  const list = lists.get(key) ?? [];
  list.push(...values);
  lists.set(key, list);
}

const dayOf = (date: string | undefined) => (date === undefined ? undefined : parseDate(date).max);
