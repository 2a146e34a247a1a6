import type { ExportRecord, Value } from '../../../src/exchange/export/export.rules.js';
import { LANGUAGES } from '../../../src/exchange/export/ftm/codes.js';
import { LOSSES } from '../../../src/exchange/export/ftm/losses.js';
import { tidy } from '../../../src/exchange/export/ftm/tidy.js';

/** What of our records is in entities of FollowTheMoney, and what is lost without being declared. */

export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly datasets: readonly string[];
}

type Line = Pick<ExportRecord, 'id' | 'labels' | 'properties' | 'links'>;

/** Readings of dates for the graph, which follow from the dates. */
const DERIVED = /(Min|Max)$/;

/** The values and links of records that are in none of the entities, and that `losses.ts` does not declare: all of one kind once. */
export function undeclaredLosses(records: readonly Line[], entities: readonly FtmEntity[]): string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const titles = new Map(entities.map(({ id, caption }) => [id, caption]));
  return records.flatMap((record) => {
    const kind = kindOf(record);
    const declared = LOSSES.filter((loss) => loss.kind === '*' || loss.kind === kind).flatMap(({ of }) => of);
    if (declared.includes('*')) return [];
    const survivors = valuesOf(homesOf(record, kind).flatMap((id) => byId.get(id) ?? []));
    const lost = (name: string, forms: readonly (string | undefined)[]) =>
      declared.includes(name) || forms.some((form) => form !== undefined && survivors.has(form))
        ? []
        : [`${kind}.${name}`];
    const inPart = (name: string) => declared.includes(`${name}~`) && !ALWAYS_THERE.includes(name);
    const ofProperties = Object.entries(record.properties)
      .filter(([name]) => !DERIVED.test(name) && !inPart(name))
      .flatMap(([name, value]) => [value].flat().flatMap((one) => lost(name, formsOf(one as Value))));
    const ofLinks = record.links.flatMap(({ type, to, properties }) => {
      if (declared.includes(type) || inPart(type) || to === homeOf(record, kind)) return [];
      const losses = Object.entries(properties).flatMap(([name, value]) => lost(`${type}.${name}`, formsOf(value)));
      return [...lost(type, [to, titles.get(to)]), ...losses];
    });
    return [...ofProperties, ...ofLinks].map((name) => `${name} of ${record.id}`);
  });
}

/** Dates lose their marks alone. */
const ALWAYS_THERE = ['first', 'last', 'published', 'retrievedAt'];

const kindOf = ({ labels }: Line) =>
  labels.find((label) => !['Record', 'Claim', 'Entity', 'Body'].includes(label)) ?? 'Body';

/** Names and attributions have no entity of their own. */
const homeOf = ({ links }: Line, kind: string) =>
  ['Name', 'Attribution'].includes(kind) ? links.find(({ type }) => type === 'OF')?.to : undefined;

const homesOf = (record: Line, kind: string): string[] => {
  const home = homeOf(record, kind);
  if (home !== undefined) return [home];
  return [record.id, `${record.id}-position`, ...record.links.map(({ to }) => `${record.id}-${to}`)];
};

const valuesOf = (entities: readonly FtmEntity[]): Set<string> =>
  new Set([
    ...entities.flatMap(({ properties }) => Object.values(properties).flat()),
    ...entities.flatMap(({ datasets }) => datasets),
    ...entities.map(({ schema }) => schema.toUpperCase()),
  ]);

/** How a value may be written there. */
function formsOf(value: Value): (string | undefined)[] {
  const text = String(value);
  return [
    text,
    tidy('name', text),
    tidy('sourceUrl', text),
    text.toLowerCase(),
    text.replaceAll('-', '_'),
    text.replace(/[~?%]$/, ''),
    LANGUAGES.get(text),
    `SHA-256 of the text as read: ${text}`,
  ];
}
