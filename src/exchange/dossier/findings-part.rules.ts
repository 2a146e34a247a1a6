import { textOrder } from '../../model/order.js';
import type { Reference } from '../../questions/case-file/answer.type.js';
import type { CaseFile, ClassificationEntry, FindingEntry } from '../../questions/case-file/case-file.rules.js';
import { findingStatus } from '../../questions/case-file/finding-status.rules.js';
import { itemOf, refOf } from '../../questions/case-file/item.rules.js';
import type { DossierItem, ExhibitList } from './exhibits.rules.js';
import type { Portraits } from './portrait.rules.js';

/** What courts and other bodies decided or stated on the incident, with the law that they apply. */

export interface DossierFinding {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly body: Reference;
  /** When it was decided or, where that is not stated, published; as the source gives it. */
  readonly date: string | null;
  readonly standard: string;
  readonly standardAsStated: string | null;
  readonly status: string;
  readonly about: readonly Reference[];
  readonly classifications: readonly ClassificationEntry[];
  readonly conductFrom: string | null;
  readonly conductTo: string | null;
  readonly summary: string | null;
  readonly inAbsentia: boolean;
  readonly relations: FindingEntry['relations'];
  readonly item: DossierItem;
}

/** The findings on an incident and those whose ids are asked for, in the order of time. */
export function findingsPart(
  file: CaseFile,
  ids: ReadonlySet<string>,
  summaries: Portraits['summaries'],
  list: ExhibitList,
): DossierFinding[] {
  const dated = (finding: FindingEntry) => finding.decidedMin ?? finding.publishedOn ?? '';
  return file.findings
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => textOrder(dated(a), dated(b)) || textOrder(a.id, b.id))
    .map((finding, index) => ({
      number: index + 1,
      id: finding.id,
      title: finding.title,
      type: finding.type,
      body: refOf(file, finding.bodyId),
      date: finding.decidedOn ?? finding.publishedOn,
      standard: finding.standard,
      standardAsStated: finding.standardAsStated,
      status: findingStatus(file, finding),
      about: finding.aboutIds.map((id) => refOf(file, id)),
      classifications: finding.classifications,
      conductFrom: finding.conductFrom,
      conductTo: finding.conductTo,
      summary: summaries.get(finding.id) ?? null,
      inAbsentia: finding.inAbsentia ?? false,
      relations: finding.relations,
      item: list.item(itemOf(file, finding)),
    }));
}
