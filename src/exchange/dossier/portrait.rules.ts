import type { CLAIM_STATUS, NAME_KIND, Word } from '../../model/vocabulary.js';
import type { ItemSource, Reference } from '../../questions/case-file/answer.type.js';

/** What a dossier says of its people and its incident beside the case file: read through the loaders of the API. */

/** A name or a fact, with its sources. */
export interface PortraitFact {
  readonly id: string;
  /** What it is: KILLED, BORN … */
  readonly property: string;
  readonly value: string;
  /** Who counted or said it, where that is not the publisher. */
  readonly by: string | null;
  readonly status: Word<typeof CLAIM_STATUS>;
  readonly note: string | null;
  readonly sources: readonly ItemSource[];
}

export interface PortraitName extends PortraitFact {
  readonly kind: Word<typeof NAME_KIND>;
}

export interface PersonPortrait {
  readonly names: readonly PortraitName[];
  readonly facts: readonly PortraitFact[];
}

export interface IncidentPortrait {
  readonly summary: string | null;
  readonly note: string | null;
  readonly kinds: readonly string[];
  readonly means: readonly string[];
  /** The place and those around it, the narrowest first. */
  readonly places: readonly Reference[];
  readonly precision: string;
  readonly casualties: readonly PortraitFact[];
  readonly facts: readonly PortraitFact[];
}

export interface Portraits {
  readonly incident: IncidentPortrait;
  readonly people: ReadonlyMap<string, PersonPortrait>;
  /** The summaries of findings, by id. */
  readonly summaries: ReadonlyMap<string, string | null>;
}
