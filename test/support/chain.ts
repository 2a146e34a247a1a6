import { answer } from './graph.js';

/** A chain of command as a person would read it aloud: one line for each unit and for each post. */

export interface ChainUnit {
  readonly unit: { readonly id: string };
  readonly links: readonly { readonly kind: string; readonly cover: string; readonly subordinate: { id: string } }[];
  readonly otherLinks: readonly { readonly kind: string; readonly cover: string; readonly superior: { id: string } }[];
  readonly posts: readonly Post[];
  readonly conflicts: readonly Post[];
  readonly gaps: readonly string[];
}

interface Post {
  readonly role: string;
  readonly cover: string;
  readonly person: { readonly name: string };
}

export interface Chain {
  readonly warnings: readonly string[];
  readonly levels: readonly { readonly level: number; readonly units: readonly ChainUnit[] }[];
}

/** A chain for a day; `on` is a literal or a variable of GraphQL. */
export const chainFragment = (on: string) => `fragment Chain on ChainOfCommand { warnings levels { level units {
  unit { id } links { kind cover(on: ${on}) subordinate { id } } otherLinks { kind cover(on: ${on}) superior { id } }
  posts { role cover person { name } } conflicts { role cover person { name } } gaps } } }`;

/** The chain of a unit; `args` are GraphQL arguments of `chainOfCommand`, `lens` those of the root. */
export async function chainOf(unit: string, args: string, lens = ''): Promise<Chain> {
  const root = lens === '' ? '' : `, lens: {${lens}}`;
  const fragment = chainFragment(/on: ("[^"]+")/.exec(args)?.[1] ?? '');
  return (await answer(`{ unit(id: "${unit}"${root}) { chainOfCommand(${args}) { ...Chain } } } ${fragment}`)).unit
    .chainOfCommand;
}

/** The ids of the units, level by level, without the prefix of the fixture. */
export const unitsOf = ({ levels }: Chain): string[][] =>
  levels.map(({ units }) => units.map(({ unit }) => unit.id.replace('unit-fx-', '')));

/** The posts of each unit, such as `u2: COMMANDER Tomas Anders CITED`. */
export const postsOf = ({ levels }: Chain): string[] =>
  levels.flatMap(({ units }) => units.flatMap(({ unit, posts }) => posts.map((post) => postText(unit.id, post))));

export const conflictsOf = ({ levels }: Chain): string[] =>
  levels.flatMap(({ units }) =>
    units.flatMap(({ unit, conflicts }) => conflicts.map((post) => postText(unit.id, post))),
  );

/** The links by which units stand in the chain, such as `u3 COMMAND u2 CITED`. */
export const linksOf = ({ levels }: Chain): string[] =>
  levels.flatMap(({ units }) =>
    units.flatMap(({ unit, links }) =>
      links.map(({ kind, cover, subordinate }) => `${short(subordinate.id)} ${kind} ${short(unit.id)} ${cover}`),
    ),
  );

/** The links beside the chain, such as `u2 ADMINISTRATIVE org-fx-ministry CITED`. */
export const besideOf = ({ levels }: Chain): string[] =>
  levels.flatMap(({ units }) =>
    units.flatMap(({ unit, otherLinks }) =>
      otherLinks.map(({ kind, cover, superior }) => `${short(unit.id)} ${kind} ${short(superior.id)} ${cover}`),
    ),
  );

/** What is missing at each unit that misses something. */
export const gapsOf = ({ levels }: Chain): Record<string, readonly string[]> =>
  Object.fromEntries(
    levels.flatMap(({ units }) =>
      units.filter(({ gaps }) => gaps.length > 0).map(({ unit, gaps }) => [short(unit.id), gaps]),
    ),
  );

const short = (id: string) => id.replace('unit-fx-', '');
const postText = (unit: string, { role, person, cover }: Post) => `${short(unit)}: ${role} ${person.name} ${cover}`;
