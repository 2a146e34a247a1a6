import { parseDate } from '../../../model/date-range.js';
import type { Conversion } from '../record/conversion.js';
import { idByName, NOT_STATED, sameName } from '../record/names.js';
import { dateText } from './dates.js';
import type { FtmEntity } from './ftm-entity.js';
import { isOurs, type Kind, kindOf, prefixOf } from './schemata.js';

/** What a first reading of a file remembers, so that lines can refer to lines that come after them. */

export interface FtmEntry {
  readonly kind: Kind;
  /** Its id here. */
  readonly id: string;
  readonly line: number;
}

export interface Party {
  readonly party: readonly string[];
  readonly dates: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly proof: readonly string[];
}

interface Position {
  readonly name: string;
  readonly organizations: readonly string[];
}

export class FtmIndex {
  private readonly entities = new Map<string, FtmEntry>();
  private readonly bodies = new Map<string, string>();
  private readonly byUrl = new Map<string, string>();
  private readonly publishers = new Map<string, string>();
  /** Our ids of the documents. */
  readonly reports = new Map<string, string>();
  readonly positions = new Map<string, Position>();
  /** Positions that somebody holds. */
  readonly occupiedPositions = new Set<string>();
  /** By entity: the documents that tell of it, and where in them. */
  readonly documentation = new Map<string, { readonly document: string; readonly role: string | undefined }[]>();
  readonly parties = new Map<string, Party[]>();
  /** By sanction of ours: those that it lists, since there each of them has a line. */
  readonly listed = new Map<string, string[]>();
  /** Addresses of people, and those that something else lies at. */
  private readonly homes = new Set<string>();
  private readonly sites = new Set<string>();
  /** Names of places, by id. */
  readonly placeNames = new Map<string, ReadonlySet<string>>();

  /** By report: the last day on which it may have been published, where that is known. */
  readonly published = new Map<string, string>();

  constructor(private readonly conversion: Conversion) {
    const { id, publishedOn, retrievedAt } = conversion.options.fileAsReport;
    const day = dayOf(publishedOn ?? retrievedAt);
    if (day !== undefined) this.published.set(id, day);
  }

  /** Remembers a line. Of two lines with one id, the first counts. */
  remember(entity: FtmEntity): void {
    const { id, schema, origin } = entity;
    if (this.entities.has(id)) return;
    const kind = kindOf(entity);
    const ours = this.oursOf(entity, kind);
    this.entities.set(id, { kind, id: ours, line: origin.row });
    if (kind === 'reports') this.rememberReport(entity, ours);
    if (kind === 'bodies' || ours.startsWith('org-'))
      for (const name of entity.values('name')) this.addBody(name, ours);
    if (kind === 'locations') this.placeNames.set(id, new Set([...entity.values('name'), ...entity.values('full')]));
    if (kind === 'position')
      this.positions.set(id, { name: entity.first('name') ?? '', organizations: entity.values('organization') });
    if (schema === 'Occupancy') for (const post of entity.values('post')) this.occupiedPositions.add(post);
    this.rememberParts(entity);
    this.rememberAddresses(entity, kind);
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
    return this.homes.has(id) && !this.sites.has(id);
  }

  get(id: string): FtmEntry | undefined {
    return this.entities.get(id);
  }

  /** What the publisher of a report of ours is called, where the file says so. */
  publisherOf(report: string): string | undefined {
    return this.publishers.get(report);
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

function push<T>(lists: Map<string, T[]>, key: string, ...values: readonly T[]): void {
  const list = lists.get(key) ?? [];
  list.push(...values);
  lists.set(key, list);
}

const dayOf = (date: string | undefined) => (date === undefined ? undefined : parseDate(date).max);
