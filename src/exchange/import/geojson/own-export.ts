import { type FromExport, type ImportedRecord, passageKey } from '../record/imported-record.js';
import { DUMP_LINE, type DumpLine } from '../records/dump-lines.js';
import { shapeOf } from '../records/shape.js';
import type { Feature } from './feature.js';

/** What features of our own export carry, so that reading them back changes nothing. */

/** The claims that give a place its names, identifiers and facts. */
export function claimsIn(feature: Feature): DumpLine[] {
  return feature.list('claims').flatMap((value) => {
    const line = claimIn(value);
    if (line) return line;
    const expected = 'a claim as our own export writes it';
    feature.refuse('properties.claims', expected, value, 'Take this property as it was exported, or leave it out.');
    return [];
  });
}

function claimIn(value: unknown): DumpLine | undefined {
  const { data } = DUMP_LINE.safeParse(value);
  return data && shapeOf(data)?.unknown.length === 0 ? data : undefined;
}

/** The datasets whose statements a feature has. */
export const datasetsIn = (feature: Feature): unknown[] => [
  ...feature.list('dataset'),
  ...feature.list('claims').map((value) => claimIn(value)?.properties.dataset),
];

export interface FeatureRecord extends Pick<ImportedRecord, 'record'> {
  readonly fromExport: FromExport;
}

/**
 * A place with the claims of the dataset that it carries: each is a record that keeps its id, and what the feature says
 * beside all claims is stated anew. A place to which none of its own claims gives a name belongs to others: it is only
 * extended.
 */
export function placeWith(
  record: Readonly<Record<string, unknown>>,
  claims: readonly DumpLine[],
  own: readonly DumpLine[],
  passages: FromExport['passages'],
): FeatureRecord[] {
  if (claims.length === 0) return [{ record, fromExport: { passages } }];
  const { names, country, cites, ...entity } = record;
  const name = own.find(({ labels }) => labels.includes('Name'));
  const isMore = (names as readonly unknown[]).length > 0 || country !== undefined;
  const more = { id: entity.id, extends: true, names, cites, ...(country !== undefined && { country }) };
  return [
    ...(name === undefined ? [] : [withEntity(claimRecord(name), entity)]),
    ...own.filter((claim) => claim !== name).map(claimRecord),
    ...(isMore ? [{ record: more, fromExport: { passages } }] : []),
  ];
}

const withEntity = ({ record: { extends: _extends, ...record }, fromExport }: FeatureRecord, entity: object) => ({
  record: { ...record, ...entity },
  fromExport,
});

function claimRecord(line: DumpLine): FeatureRecord {
  const fromExport: FromExport = { claimId: line.id, passages: passagesOf(citationsOf(line)) };
  return { record: shapeOf(line)?.record ?? {}, fromExport };
}

/** How many citations a record and the claims in it have. */
export function citationCount({ cites, ...lists }: Readonly<Record<string, unknown>>): number {
  const inner = Object.values(lists).flatMap((value) => (Array.isArray(value) ? value : []));
  const all = [cites, ...inner.map((claim: unknown) => (claim as { cites?: unknown }).cites)];
  return all.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
}

const citationsOf = ({ links }: DumpLine) =>
  links.filter(({ type }) => type === 'CITES').map(({ properties }) => properties);

/** The hashes of passages that citations have, by document and paragraph. */
export const passagesOf = (citations: readonly object[]): ReadonlyMap<string, string> =>
  new Map(
    citations.flatMap((citation) => {
      const { document, paragraph, passageSha256 } = citation as Readonly<Record<string, unknown>>;
      return typeof passageSha256 === 'string' ? [[passageKey(document, paragraph), passageSha256]] : [];
    }),
  );
