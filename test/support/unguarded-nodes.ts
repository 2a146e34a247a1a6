import { mayRead } from '../../src/graph/query/visible.cypher.js';
import { type CypherTokens, cypherTokens } from './cypher-tokens.js';

/**
 * Finds the nodes of a statement of Cypher that are matched and that nothing asks whether the reader may read them. It
 * follows names through clauses, subqueries and comprehensions. A condition guards a node where rows without it are left
 * out: in a `WHERE`, or in a value that a `WHERE` asks for. It does not weigh `OR` and `NOT`.
 */

/** A part of a statement: a subquery, or the value of an item. Only what `drops` leaves out rows of what is around it. */
interface Scope {
  readonly parent: Scope | undefined;
  drops: boolean;
}

interface PatternNode {
  readonly labels: readonly string[];
  readonly scope: Scope;
  /** The pattern, and the node in it. */
  readonly place: string;
  /** Named by who asks, and nothing of it is told. */
  readonly isAnchor: boolean;
  /** The nodes that this one is, one or the other: those beside a pattern that repeats. */
  readonly same: Ids[];
}

type Ids = ReadonlySet<number>;

interface Link {
  readonly types: readonly string[];
  readonly from: Ids;
  readonly to: Ids;
  readonly scope: Scope;
}

/** The ends of a path. */
interface Path {
  readonly first: Ids;
  readonly last: Ids;
}

interface LinkType {
  readonly types: readonly string[];
  readonly isBack: boolean;
}

/** What a name stands for: nodes, and the values that decide whether it is null. */
interface Bound {
  readonly ids: Ids;
  readonly decidedBy: readonly Scope[];
  readonly isMap?: boolean;
}

type Names = Map<string, Bound>;

const NONE: Ids = new Set();
const CLAUSES = new Set('MATCH OPTIONAL WHERE WITH RETURN UNWIND CALL ORDER LIMIT SKIP UNION USING YIELD'.split(' '));
const ENTITIES = new Set(['Person', 'Unit', 'Location', 'Body', 'Entity']);
/** Nodes that are no records, and what leads to these. */
const NO_RECORDS = new Set('LegalCode Dataset DatasetVersion JournalEntry Proposal NotSame Merge'.split(' '));
const TO_NO_RECORDS = new Set(['CLASSIFIES', 'HAD']);
const GUARD = cypherTokens(mayRead('_')).texts;

const union = (...sets: Ids[]): Ids => new Set(sets.flatMap((set) => [...set]));

class Statement {
  readonly nodes: PatternNode[] = [];
  private readonly links: Link[] = [];
  private readonly guards: { readonly ids: Ids; readonly scope: Scope }[] = [];
  /** The nodes that a condition takes for an entity or for something else. */
  private readonly ofAnyKind = new Set<number>();
  private readonly texts: readonly string[];
  private readonly closing: CypherTokens['closing'];

  constructor(text: string) {
    const { texts, closing } = cypherTokens(text.replaceAll('$before.', '$view.'));
    [this.texts, this.closing] = [texts, closing];
    this.query(0, texts.length, new Map(), { parent: undefined, drops: true });
  }

  /** The places of the nodes that nothing guards. */
  unguarded(): string[] {
    return this.nodes.filter((node, id) => isRecord(node) && !this.isGuarded(id)).map(placeOf);
  }

  private isGuarded(id: number, visited: readonly number[] = []): boolean {
    const node = this.nodes[id];
    if (!node || visited.includes(id)) return false;
    const path = [...visited, id];
    const one = (other: number) => this.isGuarded(other, path);
    if (node.isAnchor || this.isReadable(id)) return true;
    if (node.same.length > 0 && node.same.every((ids) => [...ids].some((other) => other === id || one(other))))
      return true;
    return this.links.some(
      ({ types, from, to }) =>
        types.join() === 'SUPERSEDED_BY' &&
        ((from.has(id) && [...to].some(one)) || (to.has(id) && [...from].some(one))),
    );
  }

  /** Whether rows without a right to read are left out: of an entity by its names, of a statement by itself and its reports. */
  private isReadable(id: number): boolean {
    const { labels, scope } = this.nodes[id] as PatternNode;
    const reaches = (from: Scope) => dropsUpTo(from, scope);
    const isRead = this.guards.some(({ ids, scope: from }) => ids.has(id) && reaches(from));
    const isNamed = this.links.some(
      ({ types, from, to, scope: at }) =>
        types.includes('OF') &&
        to.has(id) &&
        reaches(at) &&
        [...from].some((name) => this.isName(name) && this.isReadable(name)),
    );
    const isSourced = this.links.some(
      ({ types, from, to, scope: at }) =>
        types.includes('CITES') && from.has(id) && reaches(at) && [...to].some((report) => this.isReadable(report)),
    );
    if (labels.some((label) => ENTITIES.has(label))) return isNamed;
    if (labels.includes('Report')) return isRead;
    if (this.ofAnyKind.has(id)) return isNamed && isRead && isSourced;
    if (labels.length === 0 || labels.some((label) => ['Record', 'Superseded'].includes(label)))
      return isNamed || (isRead && isSourced);
    return isRead && isSourced;
  }

  private isName(id: number): boolean {
    return this.nodes[id]?.labels.includes('Name') ?? false;
  }

  /** A query or subquery; gives what it returns. */
  private query(from: number, to: number, outer: Names, scope: Scope): Names {
    const state = { names: new Map(outer), returned: new Map() };
    for (const { word, start, end } of this.clausesOf(from, to)) {
      if (word === 'UNION') state.names = new Map(outer);
      else if (word === 'WITH') state.names = this.items(start, end, state.names, scope);
      else if (word === 'RETURN') state.returned = joined(state.returned, this.items(start, end, state.names, scope));
      else if (word === 'ORDER') this.value(start, end, joined(state.names, state.returned), scope);
      else this.clauses[word]?.(start, end, state.names, scope);
    }
    return state.returned;
  }

  private readonly clauses: Readonly<Record<string, (from: number, to: number, names: Names, scope: Scope) => void>> = {
    MATCH: (...clause) => this.patterns(...clause),
    WHERE: (...clause) => this.condition(...clause),
    UNWIND: (...clause) => this.unwind(...clause),
    CALL: (...clause) => this.call(...clause),
    YIELD: (...clause) => this.yielded(...clause),
  };

  private *clausesOf(from: number, to: number): Generator<{ word: string; start: number; end: number }> {
    let [word, start] = ['MATCH', from];
    for (let at = from; at <= to; at = (this.closing.get(at) ?? at) + 1) {
      if (at < to && !this.startsClause(at)) continue;
      if (at > start) yield { word, start, end: at };
      [word, start] = [this.texts[at] ?? '', at + 1];
    }
  }

  private startsClause(at: number): boolean {
    const before = this.texts[at - 1] ?? '';
    return CLAUSES.has(this.texts[at] ?? '') && !['.', 'STARTS', 'ENDS'].includes(before) && this.texts[at + 1] !== ':';
  }

  private condition(from: number, to: number, names: Names, scope: Scope): void {
    for (const decided of this.value(from, to, names, scope).decidedBy) decided.drops = true;
  }

  private unwind(from: number, to: number, names: Names, scope: Scope): void {
    const as = this.lastAs(from, to);
    names.set(this.texts[as + 1] ?? '', this.item(from, as, names, scope));
  }

  private call(from: number, to: number, names: Names, scope: Scope): void {
    if (this.texts[from] !== '(') {
      this.calledIndex = this.texts.slice(from, to).includes("'names'") ? ['Name'] : [];
      return;
    }
    const open = (this.closing.get(from) ?? to) + 1;
    const imported = this.texts.slice(from + 1, open - 1);
    const inner: Names = new Map([...names].filter(([name]) => imported.includes(name)));
    const returned = this.query(open + 1, this.closing.get(open) ?? to, inner, { parent: scope, drops: false });
    for (const [name, bound] of returned) names.set(name, bound);
  }

  /** The labels of the nodes that the index called last holds. */
  private calledIndex: readonly string[] = [];

  private yielded(from: number, to: number, names: Names, scope: Scope): void {
    for (const [start, end] of this.parts(from, to)) {
      const name = this.texts[end - 1] ?? '';
      const isNode = this.texts[start] === 'node';
      names.set(name, { ids: isNode ? this.add(this.calledIndex, scope, `index ${name}`) : NONE, decidedBy: [] });
    }
  }

  private items(from: number, to: number, names: Names, scope: Scope): Names {
    const result: Names = new Map();
    const start = this.texts[from] === 'DISTINCT' ? from + 1 : from;
    for (const [begin, end] of this.parts(start, to)) {
      const first = this.texts[begin] ?? '';
      const as = this.lastAs(begin, end);
      if (first === '*') for (const [name, bound] of names) result.set(name, bound);
      else if (as < 0)
        result.set(first, (end === begin + 1 && names.get(first)) || this.item(begin, end, names, scope));
      else result.set(this.texts[as + 1] ?? '', this.item(begin, as, names, scope));
    }
    return result;
  }

  /** The value of an item: what it holds leaves out nothing, unless a condition asks for the item. */
  private item(from: number, to: number, names: Names, parent: Scope): Bound {
    const scope: Scope = { parent, drops: false };
    const { ids, decidedBy } = this.value(from, to, names, scope);
    return { ids, decidedBy: [scope, ...decidedBy] };
  }

  /** Reads an expression: marks what it guards, and gives the nodes that it may be. */
  private value(from: number, to: number, names: Names, scope: Scope): Bound {
    let ids = NONE;
    const decidedBy: Scope[] = [];
    const take = (bound: Bound) => {
      ids = union(ids, bound.ids);
      decidedBy.push(...bound.decidedBy);
    };
    for (let at = from; at < to; at += 1) {
      const end = this.nested(at, names, scope, take);
      if (end === undefined) this.name(at, names, scope, take);
      else at = end;
    }
    return { ids, decidedBy };
  }

  /** Reads what has names of its own, and gives its end. */
  private nested(at: number, names: Names, parent: Scope, take: (bound: Bound) => void): number | undefined {
    const [text = '', next = ''] = [this.texts[at], this.texts[at + 1]];
    const scope: Scope = { parent, drops: true };
    const end = this.closing.get(text === '[' ? at : at + 1) ?? at;
    if (next === '{' && ['EXISTS', 'COUNT', 'COLLECT'].includes(text)) {
      const returned = this.query(at + 2, end, names, scope);
      if (text === 'COLLECT') for (const { ids } of returned.values()) take({ ids, decidedBy: [] });
      return end;
    }
    if (text === '(' && this.isPattern(at)) return this.patternHeld(at, names, scope);
    const bound = this.ofList(at, end, names, scope);
    if (bound) take(bound);
    return bound && end;
  }

  /** What goes through a list, or through what a pattern finds. */
  private ofList(at: number, end: number, names: Names, scope: Scope): Bound | undefined {
    const [text = '', next = ''] = [this.texts[at], this.texts[at + 1]];
    if (next === '(' && text === 'reduce') return this.reduced(at + 2, end, names, scope);
    if (next === '(' && ['any', 'all', 'none', 'single'].includes(text))
      return this.comprehension(at + 2, end, names, scope);
    if (text !== '[') return undefined;
    if (this.isPattern(at + 1)) return this.patternComprehension(at + 1, end, names, scope);
    const isComprehension = this.texts[at + 2] === 'IN' && this.find(at + 1, end, ['|', 'WHERE']) >= 0;
    return isComprehension ? this.comprehension(at + 1, end, names, scope) : undefined;
  }

  /** A pattern as a condition. */
  private patternHeld(at: number, names: Names, scope: Scope): number {
    let last = this.closing.get(at) ?? at;
    while (['<', '-', '[', '(', '>'].includes(this.texts[last + 1] ?? ''))
      last = this.closing.get(last + 1) ?? last + 1;
    this.patterns(at, last + 1, new Map(names), scope);
    return last;
  }

  private name(at: number, names: Names, scope: Scope, take: (bound: Bound) => void): void {
    const [before = '', text = '', next = ''] = [this.texts[at - 1], this.texts[at], this.texts[at + 1]];
    const bound = names.get(text);
    if (!bound || before === '.' || next === '(' || (next === ':' && ['{', ','].includes(before))) return;
    if (GUARD.every((token, index) => this.texts[at + index] === (token === '_' ? text : token)))
      this.guards.push({ ids: bound.ids, scope });
    if (next === ':' && this.texts[at + 2] === 'Entity') for (const id of bound.ids) this.ofAnyKind.add(id);
    if (next !== '.' || bound.isMap) take(bound);
  }

  /** `walk = start, step IN list | body` */
  private reduced(from: number, to: number, names: Names, scope: Scope): Bound {
    const [[, first = to] = [], [second = to] = []] = [...this.parts(from, to)];
    const bar = this.find(second, to, ['|']);
    const start = this.value(from + 2, first, names, scope);
    const list = this.value(second, bar, names, scope);
    const inner = new Map(names)
      .set(this.texts[from] ?? '', { ...start, isMap: true })
      .set(this.texts[second] ?? '', list);
    return { ids: union(start.ids, this.value(bar + 1, to, inner, scope).ids), decidedBy: [] };
  }

  /** `item IN list WHERE condition | value` */
  private comprehension(from: number, to: number, names: Names, scope: Scope): Bound {
    const bar = this.find(from, to, ['|']);
    const end = bar < 0 ? to : bar;
    const where = this.find(from, end, ['WHERE']);
    const list = this.value(from + 2, where < 0 ? end : where, names, scope);
    const inner = new Map(names).set(this.texts[from] ?? '', list);
    if (where >= 0) this.condition(where + 1, end, inner, scope);
    return bar < 0 ? list : { ...this.item(bar + 1, to, inner, scope), decidedBy: list.decidedBy };
  }

  /** `pattern WHERE condition | value` */
  private patternComprehension(from: number, to: number, names: Names, scope: Scope): Bound {
    const bar = this.find(from, to, ['|']);
    const where = this.find(from, bar, ['WHERE']);
    const inner = new Map(names);
    this.patterns(from, where < 0 ? bar : where, inner, scope);
    if (where >= 0) this.condition(where + 1, bar, inner, scope);
    return { ids: this.item(bar + 1, to, inner, scope).ids, decidedBy: [] };
  }

  /** Reads patterns, and adds the names in them. */
  private patterns(from: number, to: number, names: Names, scope: Scope): void {
    for (const [begin, end] of this.parts(from, to)) {
      const count = this.nodes.length;
      const isNamed = this.texts[begin + 1] === '=';
      const start =
        [...Array(end - begin).keys()].map((step) => begin + step).find((at) => this.texts[at] === '(') ?? end;
      this.path(start, end, names, scope, this.textOf(start, end));
      if (!isNamed) continue;
      const ids = new Set([...this.nodes.keys()].filter((id) => id >= count));
      names.set(this.texts[begin] ?? '', { ids, decidedBy: [] });
    }
  }

  /** Reads one path, and gives its first and its last node. */
  private path(from: number, to: number, names: Names, scope: Scope, whole: string): Path {
    const path: Path & { behind: Ids[]; link?: LinkType | undefined } = { first: NONE, last: NONE, behind: [] };
    for (let at = from; at < to; at += 1) {
      const [text, end] = [this.texts[at], this.closing.get(at) ?? at];
      if (text === '[') path.link = this.link(at, end, names, scope);
      if (text === '-' && this.texts[at + 1] === '-') path.link = { types: [], isBack: this.texts[at - 1] === '<' };
      if (text === '(' && this.texts[at + 1] === '(')
        path.behind = this.group(end, path.last, this.repeated(at, end, names, scope, whole));
      else if (text === '(') {
        const ids = this.node(at, end, names, scope, whole);
        this.isAlso(ids, path.behind);
        this.connect(path, ids, scope);
        Object.assign(path, { first: path.first.size > 0 ? path.first : ids, last: ids, behind: [], link: undefined });
      }
      at = Math.max(at, end);
    }
    return path;
  }

  private connect(
    { link, last }: { readonly last: Ids; readonly link?: LinkType | undefined },
    ids: Ids,
    scope: Scope,
  ) {
    if (!link) return;
    const ends = link.isBack ? { from: ids, to: last } : { from: last, to: ids };
    this.links.push({ types: link.types, scope, ...ends });
  }

  /** A pattern that repeats behind a node: its first node is that one or its own last. Gives what the node behind it may be. */
  private group(end: number, before: Ids, { first, last }: Path): Ids[] {
    this.isAlso(first, [before, last]);
    const least = this.texts[end + 1] === '{' ? Number(this.texts[end + 2]) : 0;
    return least > 0 ? [last] : [last, before];
  }

  private isAlso(ids: Ids, others: readonly Ids[]): void {
    for (const id of ids) this.nodes[id]?.same.push(...others.filter((other) => other.size > 0));
  }

  private repeated(from: number, to: number, names: Names, scope: Scope, whole: string): Path {
    const where = this.find(from + 1, to, ['WHERE']);
    const ends = this.path(from + 1, where < 0 ? to : where, names, scope, whole);
    if (where >= 0) this.condition(where + 1, to, names, scope);
    return ends;
  }

  private node(from: number, to: number, names: Names, scope: Scope, whole: string): Ids {
    const isNamed = /^\w+$/.test(this.texts[from + 1] ?? '') && this.texts[from + 1] !== 'WHERE';
    const name = isNamed ? (this.texts[from + 1] ?? '') : '';
    const where = this.find(from + 1, to, ['WHERE']);
    const end = where < 0 ? to : where;
    const map = this.find(from + 1, end, ['{']);
    const labels = this.texts.slice(from + (isNamed ? 2 : 1), map < 0 ? end : map).filter((text) => /^\w+$/.test(text));
    const properties = map < 0 ? [] : this.texts.slice(map, end);
    const isAnchor = !isNamed && ['id', 'parent'].includes(properties[3] ?? '') && properties[1] === 'id';
    const bound = names.get(name);
    const ids = bound?.ids.size
      ? bound.ids
      : this.add(labels, scope, `${this.textOf(from, to + 1)} of ${whole}`, isAnchor);
    if (isNamed && !bound) names.set(name, { ids, decidedBy: [] });
    if (map >= 0) this.value(map, end, names, scope);
    if (where >= 0) this.condition(where + 1, to, names, scope);
    return ids;
  }

  private link(from: number, to: number, names: Names, scope: Scope): LinkType {
    const where = this.find(from + 1, to, ['WHERE']);
    const end = where < 0 ? to : where;
    const colon = this.find(from + 1, end, [':']);
    const name = this.texts[from + 1] ?? '';
    if (/^\w+$/.test(name) && !names.has(name)) names.set(name, { ids: NONE, decidedBy: [] });
    if (where >= 0) this.condition(where + 1, to, names, scope);
    const types = colon < 0 ? [] : this.texts.slice(colon + 1, end).filter((text) => /^[A-Z_]+$/.test(text));
    return { types, isBack: this.texts[from - 2] === '<' };
  }

  private add(labels: readonly string[], scope: Scope, place: string, isAnchor = false): Ids {
    this.nodes.push({ labels, scope, place, isAnchor, same: [] });
    return new Set([this.nodes.length - 1]);
  }

  /** Whether a bracket opens a pattern: a node that an arrow follows. */
  private isPattern(at: number): boolean {
    const end = this.closing.get(at);
    if (this.texts[at] !== '(' || end === undefined) return false;
    const [one = '', two = ''] = [this.texts[end + 1], this.texts[end + 2]];
    return (one === '-' && ['[', '-'].includes(two)) || (one === '<' && two === '-');
  }

  /** The first place of one of some texts outside brackets, or -1. */
  private find(from: number, to: number, texts: readonly string[]): number {
    for (let at = from; at < to; at = (this.closing.get(at) ?? at) + 1)
      if (texts.includes(this.texts[at] ?? '')) return at;
    return -1;
  }

  private lastAs(from: number, to: number): number {
    return this.texts[to - 2] === 'AS' && to - 2 > from ? to - 2 : -1;
  }

  /** The parts between commas outside brackets. */
  private *parts(from: number, to: number): Generator<readonly [number, number]> {
    for (let start = from; start < to; ) {
      const comma = this.find(start, to, [',']);
      yield [start, comma < 0 ? to : comma];
      start = comma < 0 ? to : comma + 1;
    }
  }

  private textOf(from: number, to: number): string {
    return this.texts
      .slice(from, to)
      .join(' ')
      .replace(/ WHERE .*/, ' …')
      .replace(/ ?([()[\]{}:<>.|-]) ?/g, '$1');
  }
}

const placeOf = ({ place }: PatternNode) => place;

function isRecord({ labels, place }: PatternNode): boolean {
  if (labels.length > 0) return !labels.every((label) => NO_RECORDS.has(label));
  return ![...TO_NO_RECORDS].some((type) => place.includes(`:${type}]`));
}

/** Whether whatever a scope leaves out is left out of the scope around both, too. */
function dropsUpTo(from: Scope, other: Scope): boolean {
  const around = new Set<Scope>();
  for (let scope: Scope | undefined = other; scope; scope = scope.parent) around.add(scope);
  for (let scope: Scope | undefined = from; scope && !around.has(scope); scope = scope.parent)
    if (!scope.drops) return false;
  return true;
}

function joined(one: Names, other: Names): Names {
  const result = new Map(one);
  for (const [name, bound] of other) {
    const before = one.get(name);
    const decidedBy = [...(before?.decidedBy ?? []), ...bound.decidedBy];
    result.set(name, { ...bound, ids: union(before?.ids ?? NONE, bound.ids), decidedBy });
  }
  return result;
}

/** The nodes that a statement matches without asking whether the reader may read them, each as it stands in its pattern. */
export const unguardedNodes = (text: string): string[] => [...new Set(new Statement(text).unguarded())];
