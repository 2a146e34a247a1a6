import type { EvidenceItem } from '../../questions/case-file/answer.type.js';
import type { CaseFile } from '../../questions/case-file/case-file.rules.js';
import { chainAbove } from '../../questions/incident-chains/incident-chains.rules.js';
import type { SourcedPost, SourcedUnit } from '../../questions/incident-chains/incident-chains.type.js';
import type { CitedReport, NamedEntity } from './export.rules.js';
import type { Drawing, GraphEdge } from './graphml.js';

/** The chain of command above a unit on a day, as a drawing. */

/** What may be named in an export. */
export interface ChainLookup {
  readonly entities: ReadonlyMap<string, NamedEntity>;
  readonly reports: ReadonlyMap<string, CitedReport>;
}

/** The ids of entities and reports that a drawing of a case file may name. */
export const namedInFile = (file: CaseFile) => ({
  entities: [...file.entities.keys()],
  reports: [...file.reports.keys()],
});

/** Units as nodes, links that carry command as edges from the subordinate to the superior. */
export function chainDrawing(
  file: CaseFile,
  unitId: string,
  on: string,
  lookup: ChainLookup,
  description: string,
): Drawing {
  const levels = chainAbove(file, unitId, on).levels;
  const steps = levels.flatMap(({ level, units }) => units.map((unit) => ({ level, unit })));
  const visibleSteps = steps.filter(({ unit }) => lookup.entities.has(unit.unit.id));
  const ids = new Set(visibleSteps.map(({ unit }) => unit.unit.id));
  const links = new Map(file.links.map((link) => [link.id, link]));
  const edges = visibleSteps
    .flatMap(({ unit }) => unit.links)
    .flatMap((item): GraphEdge[] => {
      const link = links.get(item.id);
      if (!link || !ids.has(link.subordinateId) || !ids.has(link.superiorId)) return [];
      const { id, kind, subordinateId, superiorId, range } = link;
      const first = endText(range.first.text, range.firstHardness);
      const last = endText(range.last.text, range.lastHardness);
      const cover = item.cover ?? 'NONE';
      const data = {
        label: `${kind}, ${cover} (${first || 'no first date'} – ${last || 'no last date'})`,
        kind,
        cover,
        status: item.status,
        credibility: item.credibility,
        first,
        last,
        note: item.note ?? '',
        sources: sourcesIn([item], lookup),
      };
      return [{ id, source: subordinateId, target: superiorId, data }];
    });
  return {
    description,
    nodeKeys: { label: 'string', level: 'int', posts: 'string', gaps: 'string', notes: 'string', sources: 'string' },
    edgeKeys: {
      label: 'string',
      kind: 'string',
      cover: 'string',
      status: 'string',
      credibility: 'int',
      first: 'string',
      last: 'string',
      note: 'string',
      sources: 'string',
    },
    nodes: visibleSteps.map(({ level, unit }) => nodeOf(level, unit, lookup)),
    edges,
  };
}

/** A date with how firm it is; a program for graphs takes no empty word for a date. */
const endText = (date: string | null | undefined, hardness: string) => (date ? `${date} ${hardness}` : '');

function nodeOf(level: number, { unit, posts, gaps }: SourcedUnit, lookup: ChainLookup) {
  const visiblePosts = posts.filter(({ person }) => lookup.entities.has(person.id));
  const items = visiblePosts.flatMap((post) => post.items);
  const postText = ({ person, role, cover }: SourcedPost) =>
    `${lookup.entities.get(person.id)?.name} (${role}, ${cover})`;
  const data = {
    label: lookup.entities.get(unit.id)?.name ?? unit.id,
    level,
    posts: visiblePosts.map(postText).join(' ; '),
    gaps: gaps.join(' ; '),
    notes: notesIn(items),
    sources: sourcesIn(items, lookup),
  };
  return { id: unit.id, data };
}

/** What a reader must know of items, once each. */
const notesIn = (items: readonly EvidenceItem[]) => [...new Set(items.flatMap(({ note = [] }) => note))].join(' ; ');

/** Where items are said, once each: publisher, title and place. */
function sourcesIn(items: readonly EvidenceItem[], lookup: ChainLookup): string {
  const sourceTexts = items
    .flatMap(({ sources }) => sources)
    .flatMap(({ reportId, pinpoint }) => {
      const report = lookup.reports.get(reportId);
      if (!report) return [];
      const place = pinpoint === null ? '' : `, ${pinpoint}`;
      return [`${report.publisher ?? 'unknown publisher'}: ${report.title}${place} [${reportId}]`];
    });
  return [...new Set(sourceTexts)].join(' ; ');
}
