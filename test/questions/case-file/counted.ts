import { Reader, type ResultRow } from '../../../src/graph/graph.js';
import { citationsOf, claimCounts, wordsCount } from '../../../src/graph/query/visible.cypher.js';
import type { View } from '../../../src/model/lens.js';
import type { CaseFile, SourcedStatement } from '../../../src/questions/case-file/case-file.rules.js';
import type { STATEMENT_KINDS } from '../../support/case-file.js';
import { graph } from '../../support/graph.js';

/** What counts under a lens: as the graph says it, and as a file in memory has it. */

type Kind = (typeof STATEMENT_KINDS)[number];

export interface Counted extends ResultRow {
  readonly id: string;
  readonly citations: readonly { readonly reportId: string; readonly pinpoint: string | null }[];
  readonly inWords?: boolean;
}

export const STATEMENT = {
  name: 'what counts',
  text: `UNWIND $ids AS id MATCH (n:Record {id: id}) WHERE ${claimCounts('n')} RETURN n.id AS id, ${citationsOf('n')} AS citations, ${wordsCount('n')} AS inWords ORDER BY id`,
};

const textOf = ({ id, citations }: Counted | SourcedStatement) =>
  [id, ...citations.map(({ reportId, pinpoint }) => `${reportId} ${pinpoint}`)].join(' | ');

export const left = (file: CaseFile, kind: Kind): string[] => file[kind].map(textOf).sort();

/** What the graph itself lets count of the statements that a file held before its lens was laid over it. */
export async function counted(whole: CaseFile, kind: Kind, view: View): Promise<string[]> {
  const rows = await new Reader(graph()).rows<Counted>(STATEMENT, {
    ids: whole[kind].map(({ id }) => id),
    view,
  });
  return rows.map(textOf).sort();
}
