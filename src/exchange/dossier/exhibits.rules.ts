import { RELIABILITY } from '../../model/vocabulary.js';
import type { EvidenceItem, ItemSource } from '../../questions/case-file/answer.type.js';

/** The numbered exhibits: each report once, in the order in which the document first needs it, with every place cited in it. */

/** A place in a report, with what it says in our words and where its text was read. */
type Place = Pick<ItemSource, 'pinpoint' | 'document' | 'paragraph' | 'passageSha256'>;

export interface ExhibitPlace extends Place {
  /** Several where statements read the same place in different ways. */
  readonly paraphrases: readonly string[];
}

export interface Exhibit extends Omit<ItemSource, keyof Place | 'paraphrase' | 'secondary'> {
  readonly number: number;
  readonly reliabilityMeaning: string;
  readonly places: readonly ExhibitPlace[];
}

/** The number of an exhibit and of a place in it, both counted from 1. */
export interface ExhibitRef {
  readonly exhibit: number;
  readonly place: number;
}

/** A statement that names its exhibits by their numbers. */
export type WithExhibits<T extends { readonly sources: readonly ItemSource[] }> = Omit<T, 'sources'> & {
  readonly sources: readonly ExhibitRef[];
};

/** An item of evidence that names its exhibits by their numbers. */
export type DossierItem = WithExhibits<EvidenceItem>;

interface OpenExhibit {
  readonly exhibit: Omit<Exhibit, 'places'>;
  readonly places: (Place & { readonly paraphrases: string[] })[];
}

export class ExhibitList {
  private readonly numbered = new Map<string, OpenExhibit>();

  /** The statement with numbers in place of its sources, which are listed where they are new. */
  item<T extends { readonly sources: readonly ItemSource[] }>({ sources, ...item }: T): WithExhibits<T> {
    const refs = sources.map((source) => this.refOf(source));
    const once = new Map(refs.map((ref) => [`${ref.exhibit} ${ref.place}`, ref]));
    return { ...item, sources: [...once.values()].sort((a, b) => a.exhibit - b.exhibit || a.place - b.place) };
  }

  readonly items = <T extends { readonly sources: readonly ItemSource[] }>(items: readonly T[]): WithExhibits<T>[] =>
    items.map((item) => this.item(item));

  /** The list so far, by number. */
  all(): Exhibit[] {
    return [...this.numbered.values()].map(({ exhibit, places }) => ({ ...exhibit, places }));
  }

  private refOf(source: ItemSource): ExhibitRef {
    const { pinpoint, document, paragraph, passageSha256, paraphrase, secondary: _secondary, ...report } = source;
    const open = this.numbered.get(source.reportId) ?? {
      exhibit: {
        number: this.numbered.size + 1,
        ...report,
        reliabilityMeaning: RELIABILITY[source.reliability],
      },
      places: [],
    };
    this.numbered.set(source.reportId, open);
    return {
      exhibit: open.exhibit.number,
      place: placeIn(open, { pinpoint, document, paragraph, passageSha256 }, paraphrase),
    };
  }
}

/** The number of a place in an exhibit, which it joins where it is new; a new reading of a place joins that. */
function placeIn({ places }: OpenExhibit, place: Place, paraphrase: string | null): number {
  const isSame = (one: Place) => one.pinpoint === place.pinpoint && one.paragraph === place.paragraph;
  const index = places.findIndex(isSame);
  const at = index < 0 ? places.push({ ...place, paraphrases: [] }) : index + 1;
  const listed = places[at - 1];
  if (paraphrase !== null && listed && !listed.paraphrases.includes(paraphrase)) listed.paraphrases.push(paraphrase);
  return at;
}
