import { addDoubt, type RowDoubt } from '../record/doubts.js';
import { reportAt } from './address-reports.js';
import type { FtmEntity } from './ftm-entity.js';
import type { FtmIndex } from './ftm-index.js';
import { type Cite, type FtmWork, fileAsReportAt } from './ftm-work.js';
import { isOurs, type Kind } from './schemata.js';

/** Who says what an entity says. */

interface DocumentRole {
  readonly document: string;
  readonly role: string | undefined;
}

/** The documents that an entity names as its proof, with those of the parties of a case, and those whose documentation names it. */
export function documentsOf(index: FtmIndex, entity: FtmEntity): DocumentRole[] {
  const proof = [entity.peek('proof'), ...(index.parties.get(entity.id) ?? []).map((party) => party.proof)].flat();
  const named = [...new Set(proof)].map((document) => ({ document, role: undefined }));
  return [...named, ...(index.documentation.get(entity.id) ?? [])];
}

const reportOf = (index: FtmIndex, document: string): string | undefined =>
  index.reportOf(document) ?? (isOurs(document, 'reports') ? document : undefined);

/** How many of the documents of an entity are there. */
export const countDocuments = (index: FtmIndex, entity: FtmEntity): number =>
  documentsOf(index, entity).filter(({ document }) => reportOf(index, document) !== undefined).length;

/** The reports that say what an entity says, and the doubts about them. */
export interface FtmSources {
  readonly cites: readonly Cite[];
  readonly doubts: readonly RowDoubt[];
}

/**
 * The sources of an entity: its documents, and what stands at its `sourceUrl`. Where that is no document of the file, the
 * file is cited beside it, as that which passes on what stands there. Where there is no source, the file itself says so.
 */
export function citedSources(work: FtmWork, entity: FtmEntity): FtmSources {
  const { conversion, index } = work;
  const [cites, doubts]: [Cite[], RowDoubt[]] = [[], []];
  entity.values('proof');
  for (const { document, role } of [...documentsOf(index, entity), ...atAddress(index, entity)]) {
    const report = reportOf(index, document);
    if (report === undefined) {
      const doubt = { doubt: 'SOURCE_UNKNOWN', text: `proof: ${document}` } as const;
      addDoubt(doubts, conversion.report, doubt, entity.at('proof'), 'a document of this file', document);
    } else if (!cites.some((cite) => cite.report === report && (cite.pinpoint === role || role === undefined)))
      cites.push({ report, ...(role === undefined ? {} : { pinpoint: role }) });
  }
  const lists = STATEMENTS.includes(index.get(entity.id)?.kind ?? 'none') ? reportsAt(work, entity) : [];
  const file = fileAsReportAt(conversion, entity);
  if (cites.length === 0 && lists.length === 0) return { cites: [file], doubts };
  const passedOn = lists.length === 0 ? [] : [...lists, { ...file, secondary: true as const }];
  return { cites: [...withoutBare(cites), ...passedOn], doubts };
}

/** What is said on one occasion, so that its address is its source. An entity has addresses too, and nothing says what of it stands at which. */
const STATEMENTS: readonly Kind[] = ['findings', 'incidents', 'link'];

function reportsAt(work: FtmWork, entity: FtmEntity): Cite[] {
  const urls = entity.peek('sourceUrl').filter((url) => work.index.documentAt(url) === undefined);
  return urls.flatMap((url) => reportAt(work, entity, url) ?? []);
}

/** A report that is cited with its place need not be cited without. */
const withoutBare = (cites: readonly Cite[]): Cite[] =>
  cites.filter(
    ({ report, pinpoint }) =>
      pinpoint !== undefined || !cites.some((other) => other.report === report && other.pinpoint !== undefined),
  );

/** The documents of this file that stand at the addresses of an entity. */
function atAddress(index: FtmIndex, entity: FtmEntity): DocumentRole[] {
  return entity.peek('sourceUrl').flatMap((url) => {
    const document = index.documentAt(url);
    if (document === undefined) return [];
    entity.take('sourceUrl', url);
    entity.values('publisher');
    return [{ document, role: undefined }];
  });
}
