import { sameName } from '../record/names.js';
import type { Access, Citation } from '../record/record.js';

/** What an import must remember of all rows: which ids there are, who may see them, and which names lead to them. */

export interface Source {
  readonly id: string;
  readonly access: Access;
  /** The last day on which it may have been published. */
  readonly publishedMax: string;
  readonly pinpoint?: string;
  readonly publisher: string;
}

export interface Known {
  access: Access;
  placeholder: boolean;
  kind: string | undefined;
}

/** The units or the people that the sheets declare, by id and by any of their names. */
export class Entities {
  private readonly known = new Map<string, Known>();
  private readonly ids = new Map<string, Set<string>>();

  constructor(readonly prefix: 'unit' | 'person') {}

  /** Adds a name: whoever may see one of the names may see the entity. */
  add(id: string, name: string, access: Access, kind?: string): void {
    const known = this.known.get(id) ?? { access, placeholder: false, kind };
    known.access = access === 'PUBLIC' ? 'PUBLIC' : known.access;
    known.placeholder ||= this.prefix === 'unit' && isPlaceholder(name);
    known.kind ??= kind;
    this.known.set(id, known);
    const ids = this.ids.get(sameName(name)) ?? new Set();
    this.ids.set(sameName(name), ids.add(id));
  }

  get(id: string): Known | undefined {
    return this.known.get(id);
  }

  /** All that bear a name. */
  named(name: string): string[] {
    return [...(this.ids.get(sameName(name)) ?? [])];
  }
}

/** "Unknown brigade" stands for a unit that nobody knows; an "Unnamed" unit is real. */
export const isPlaceholder = (name: string) => /^unknown\b/i.test(name.trim());

export class Register {
  readonly sources = new Map<string, Source>();
  /** Publishers that have a name, with the report that names them: a public one where there is one. */
  readonly bodies = new Map<string, { access: Access; cites: Citation[] }>();
  readonly units = new Entities('unit');
  readonly people = new Entities('person');
  readonly places = new Map<string, Access>();
  /** The last row of each incident: there it is complete. */
  readonly lastRows = new Map<string, number>();

  addPlace(id: string, access: Access): void {
    if (access === 'PUBLIC' || !this.places.has(id)) this.places.set(id, access);
  }

  addBody(id: string, access: Access, report: string): void {
    const earlier = this.bodies.get(id);
    if (!earlier || (earlier.access === 'CONFIDENTIAL' && access === 'PUBLIC'))
      this.bodies.set(id, { access, cites: [{ report }] });
  }
}
