import type { ManagedTransaction } from 'neo4j-driver';
import { type FieldError, type FieldPath, Refusal, refusal, userError } from '../../model/errors.js';

/** The passages that a record cites: which texts and which hashes of paragraphs they lead to. */

/** A citation as it was given, with the way to it. */
export interface CitationGiven {
  readonly path: FieldPath;
  readonly report: string;
  readonly document?: string;
  readonly paragraph?: number;
  readonly passageSha256?: string;
}

/** What drafting needs to know of the passages: the texts of reports, and the hashes of paragraphs by `document#number`. */
export interface Passages {
  readonly documents: ReadonlyMap<string, string>;
  readonly paragraphs: ReadonlyMap<string, string>;
}

/** The citations of a record, and the record without the hashes, which the shape of the data files has not. */
export function citationsOf(record: unknown): { citations: CitationGiven[]; record: unknown } {
  const citations: CitationGiven[] = [];
  const walk = (value: unknown, path: FieldPath, isCitation: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index], path.at(-1) === 'cites'));
    if (value === null || typeof value !== 'object') return value;
    if (isCitation) {
      citations.push({ ...(value as Omit<CitationGiven, 'path'>), path });
      const { passageSha256, ...rest } = value as CitationGiven;
      return rest;
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, walk(inner, [...path, name], false)]),
    );
  };
  return { record: walk(record, [], false), citations };
}

// Held to the index of ids: in a graph that Neo4j holds for empty it goes through all reports for each of them.
const DOCUMENTS = `MATCH (r:Record) USING INDEX SEEK r:Record(id) WHERE r.id IN $ids AND r.document IS NOT NULL RETURN r.id AS id, r.document AS document`;
const HASHES = `UNWIND $wanted AS row
MATCH (r:Report {id: row.report})<-[cites:CITES]-() USING INDEX SEEK r:Report(id)
WHERE cites.document = row.document AND cites.paragraph = row.paragraph AND cites.passageSha256 IS NOT NULL
RETURN DISTINCT row.key AS key, cites.passageSha256 AS hash`;

/** Looks up what the citations refer to; throws a `Refusal` for a paragraph of which nobody knows the hash, or another one. */
export async function passagesOf(
  tx: ManagedTransaction,
  citations: readonly CitationGiven[],
  place: (path: FieldPath) => FieldPath,
): Promise<Passages> {
  const found = await tx.run(DOCUMENTS, { ids: citations.map(({ report }) => report) });
  const documents = new Map<string, string>(found.records.map((row) => [row.get('id'), row.get('document')]));
  const passages = citations.flatMap((citation) => paragraphOf(citation, documents, place));
  const rows = await tx.run(HASHES, { wanted: passages });
  const paragraphs = new Map<string, string>(rows.records.map((row) => [row.get('key'), row.get('hash')]));
  const errors = passages.flatMap(({ key, path, passageSha256 }): FieldError[] => {
    const sha256 = paragraphs.get(key);
    const field = place([...path, 'passageSha256']);
    if (passageSha256 === undefined && sha256 === undefined)
      return [userError('INVARIANT', field, `No citation has the SHA-256 of ${key} yet, so you must give it.`)];
    if (sha256 !== undefined && passageSha256 !== undefined && sha256 !== passageSha256)
      return [userError('INVARIANT', field, `Other citations have another SHA-256 of ${key}.`, { got: passageSha256 })];
    if (passageSha256 !== undefined) paragraphs.set(key, passageSha256);
    return [];
  });
  if (errors.length > 0) throw new Refusal(errors);
  return { documents, paragraphs };
}

/** The paragraph that a citation refers to, where it does. */
function paragraphOf(
  citation: CitationGiven,
  documents: ReadonlyMap<string, string>,
  place: (path: FieldPath) => FieldPath,
) {
  const { path, report, paragraph, passageSha256 } = citation;
  if (passageSha256 !== undefined && !/^[0-9a-f]{64}$/.test(passageSha256)) {
    const expected = '64 hexadecimal digits in lower case';
    throw refusal('BAD_INPUT', place([...path, 'passageSha256']), `Expected ${expected}.`, {
      expected,
      got: passageSha256,
    });
  }
  if (paragraph === undefined) {
    if (passageSha256 === undefined) return [];
    throw refusal(
      'BAD_INPUT',
      place([...path, 'paragraph']),
      'Expected the number of the paragraph whose SHA-256 is given.',
    );
  }
  const document = citation.document ?? documents.get(report);
  if (document === undefined)
    throw refusal(
      'BAD_INPUT',
      place([...path, 'document']),
      `Expected the text of the paragraph: ${report} has none of its own.`,
    );
  return [
    { key: `${document}#${paragraph}`, path, report, document, paragraph, passageSha256: passageSha256 ?? undefined },
  ];
}
