import type { TableRow } from '../reading/table.js';
import type { Access, ImportedCitation } from '../record/imported-record.js';
import { sameName } from '../record/names.js';
import { type DateOrder, dateOrderIn } from './dates.js';

/** What an import must remember of all rows: which ids there are, who may see them, and which names lead to them. */

export interface SfmSource {
  readonly id: string;
  readonly access: Access;
  /** The last day on which it may have been published. */
  readonly publishedMax: string;
  readonly pinpoint?: string;
  readonly publisher: string;
}

export interface RegisteredEntity {
  access: Access;
  placeholder: boolean;
}

/** The units or the people that the sheets declare, by id and by any of their names. */
export class Entities {
  private readonly entities = new Map<string, RegisteredEntity>();
  /** Who bears a name, and who may know that they bear it. */
  private readonly bearers = new Map<string, Map<string, Access>>();

  constructor(readonly prefix: 'unit' | 'person') {}

  /** Adds a name: whoever may see one of the names may see the entity. */
  add(id: string, name: string, access: Access): void {
    const entity = this.entities.get(id) ?? { access, placeholder: false };
    entity.access = access === 'PUBLIC' ? 'PUBLIC' : entity.access;
    entity.placeholder ||= this.prefix === 'unit' && isPlaceholder(name);
    this.entities.set(id, entity);
    const bearers = this.bearers.get(sameName(name)) ?? new Map<string, Access>();
    this.bearers.set(sameName(name), bearers.set(id, access === 'PUBLIC' ? access : (bearers.get(id) ?? access)));
  }

  get(id: string): RegisteredEntity | undefined {
    return this.entities.get(id);
  }

  /** All that bear a name. */
  named(name: string): string[] {
    return [...(this.bearers.get(sameName(name))?.keys() ?? [])];
  }

  /** Who may know of all that bear a name. */
  accessToBearers(name: string): Access {
    return [...(this.bearers.get(sameName(name))?.values() ?? [])].includes('CONFIDENTIAL') ? 'CONFIDENTIAL' : 'PUBLIC';
  }
}

/** "Unknown brigade" stands for a unit that nobody knows; an "Unnamed" unit is real. */
export const isPlaceholder = (name: string) => /^unknown\b/i.test(name.trim());

export class SfmIndex {
  readonly sources = new Map<string, SfmSource>();
  /** Publishers that have a name, with the report that names them: a public one where there is one. */
  readonly bodies = new Map<string, { access: Access; cites: ImportedCitation[] }>();
  readonly units = new Entities('unit');
  readonly people = new Entities('person');
  readonly places = new Map<string, Access>();
  /** How the columns write dates with slashes, as far as their cells show it. */
  private readonly dateOrders = new Map<string, DateOrder>();
  /** The last row of each incident: there it is complete. */
  readonly lastRows = new Map<string, number>();

  /** Takes what the cells of a row show of how their columns write dates. */
  addDateOrders(row: TableRow): void {
    for (const [column, text] of row.texts()) {
      const order = dateOrderIn(text);
      if (order === undefined) continue;
      const key = `${row.file}\n${column}`;
      const earlier = this.dateOrders.get(key) ?? order;
      this.dateOrders.set(key, earlier === order ? order : 'BOTH');
    }
  }

  dateOrder(row: TableRow, column: string): DateOrder | undefined {
    return this.dateOrders.get(`${row.file}\n${column}`);
  }

  addPlace(id: string, access: Access): void {
    if (access === 'PUBLIC' || !this.places.has(id)) this.places.set(id, access);
  }

  addBody(id: string, access: Access, report: string): void {
    const earlier = this.bodies.get(id);
    if (!earlier || (earlier.access === 'CONFIDENTIAL' && access === 'PUBLIC'))
      this.bodies.set(id, { access, cites: [{ report }] });
  }
}
