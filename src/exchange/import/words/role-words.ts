import { fold } from '../../../model/names.js';
import type { POST_ROLE, Word } from '../../../model/vocabulary.js';

/** Which words name which role. A word is matched as a whole: a part of a text never makes a commander. */

type Role = Word<typeof POST_ROLE>;

/** Words by language and role; `*` in a word stands for a word of COMMANDER or HEAD. */
export type RoleTable = Readonly<Record<string, { readonly [R in Role]?: readonly string[] }>>;

const FILLS_ANY: readonly Role[] = ['COMMANDER', 'HEAD'];

export class RoleWords {
  private readonly roles = new Map<string, Role>();
  /** Words such as `Deputy *`: what stands before and behind another word. */
  private readonly around: { readonly before: string; readonly behind: string; readonly role: Role }[] = [];

  /** Of two tables that give a word different roles, the later one holds. */
  constructor(tables: readonly RoleTable[]) {
    const all = tables.flatMap((table) => Object.values(table).flatMap((roles) => Object.entries(roles)));
    for (const [role, texts] of all) for (const text of texts) this.add(text, role as Role);
  }

  private add(text: string, role: Role): void {
    const [before = '', behind] = text.split('*').map(folded);
    if (behind === undefined) this.roles.set(before, role);
    else this.around.push({ before, behind, role });
  }

  /** The role that a text names as a whole; undefined where it is none of the words. */
  of(text: string): Role | undefined {
    const whole = folded(text);
    return this.roles.get(whole) ?? this.around.find((one) => this.isAround(whole, one))?.role;
  }

  private isAround(whole: string, { before, behind }: { readonly before: string; readonly behind: string }): boolean {
    if (!whole.startsWith(before) || !whole.endsWith(behind)) return false;
    const role = this.roles.get(whole.slice(before.length, whole.length - behind.length).trim());
    return role !== undefined && FILLS_ANY.includes(role);
  }
}

/**
 * Case, accents, dots, commas, brackets, quotes and hyphens do not tell one role from another. Any other sign does:
 * `Commander?` is a doubt, and `Commander/Deputy` are two.
 */
const folded = (text: string) =>
  fold(text)
    .replace(/[\s.,،'"\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}]+/gu, ' ')
    .trim();
