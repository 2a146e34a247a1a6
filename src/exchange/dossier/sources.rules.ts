import { RELIABILITY } from '../../model/vocabulary.js';
import type { EvidenceItem, ItemSource } from '../../questions/case-file/answer.type.js';

/** The numbered list of sources: each place in each report once, in the order in which the dossier first needs it. */

/** What a passage says, in our words, and where its text was read. */
export type CitedPassage = Pick<ItemSource, 'paraphrase' | 'document' | 'paragraph' | 'passageSha256'>;

export interface DossierSource extends Omit<ItemSource, keyof CitedPassage> {
  readonly number: number;
  readonly reliabilityMeaning: string;
  /** Several where statements read the same place in different ways. */
  readonly passages: readonly CitedPassage[];
}

/** An item of evidence that names its sources by their numbers in the list. */
export interface DossierItem extends Omit<EvidenceItem, 'sources'> {
  readonly sources: readonly number[];
}

export class SourceList {
  private readonly numbered = new Map<string, DossierSource>();

  /** The item with numbers in place of its sources, which are listed where they are new. */
  item({ sources, ...item }: EvidenceItem): DossierItem {
    return { ...item, sources: [...new Set(sources.map((source) => this.numberOf(source)))].sort((a, b) => a - b) };
  }

  readonly items = (items: readonly EvidenceItem[]): DossierItem[] => items.map((item) => this.item(item));

  /** The list so far, by number. */
  all(): DossierSource[] {
    return [...this.numbered.values()];
  }

  private numberOf({ paraphrase, document, paragraph, passageSha256, ...source }: ItemSource): number {
    const passage = { paraphrase, document, paragraph, passageSha256 };
    const key = JSON.stringify([source.reportId, source.pinpoint]);
    const number = this.numbered.get(key);
    if (number && has(number.passages, passage)) return number.number;
    const listed = number
      ? { ...number, passages: [...number.passages, passage] }
      : {
          number: this.numbered.size + 1,
          ...source,
          reliabilityMeaning: RELIABILITY[source.reliability],
          passages: [passage],
        };
    this.numbered.set(key, listed);
    return listed.number;
  }
}

const has = (passages: readonly CitedPassage[], passage: CitedPassage) =>
  passages.some((one) => JSON.stringify(one) === JSON.stringify(passage));
