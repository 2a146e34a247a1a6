import { ID, InputType } from 'type-graphql';
import { Certainty, FindingType, ProofDomain, StandardOfProof } from '../../../graphql/enums.js';
import { EDTF, optional, required } from '../../../graphql/input-fields.js';
import { CitedFields } from './claim-input.args.js';

/** Findings of bodies. */

@InputType({ description: 'A legal code that a finding applies.' })
export class ClassificationInput {
  @required(() => String, 'The code: `8(2)(b)(ii)`, WAR_CRIMES.')
  code!: string;

  @optional(() => String, "The body's own words.")
  asStated?: string | null;

  @optional(() => Certainty, 'How firmly the body says that it applies; left out, STATED.')
  certainty?: string | null;

  @optional(() => [String], 'Modes of liability: `28(a)`, `25(3)(b)`.')
  modes?: string[] | null;
}

@InputType({ description: 'A finding; the id begins with `finding-`.' })
export class FindingInput extends CitedFields {
  @required(() => ID, 'Its id, which never changes its meaning.')
  id!: string;

  @required(() => FindingType, 'What kind of statement it is.')
  type!: string;

  @required(() => String, 'A short title, in your words.')
  title!: string;

  @optional(() => String, 'What it says, in your words.')
  summary?: string | null;

  @required(() => ID, 'The body that made it.')
  by!: string;

  @optional(() => StandardOfProof, 'The standard of proof; left out, NOT_STATED.')
  standard?: string | null;

  @optional(() => String, "The body's own words for the standard.")
  standardAsStated?: string | null;

  @required(() => ProofDomain, 'The kind of proceedings.')
  proofDomain!: string;

  @optional(() => String, `When it was decided, ${EDTF}.`)
  decidedOn?: string | null;

  @optional(() => String, `When it was published, ${EDTF}.`)
  publishedOn?: string | null;

  @optional(() => String, `When the conduct began, ${EDTF}.`)
  conductFrom?: string | null;

  @optional(() => String, `When the conduct ended, ${EDTF}.`)
  conductTo?: string | null;

  @optional(() => [ID], 'The people and units that it is about.')
  about?: string[] | null;

  @optional(() => [ID], 'The incidents that it concerns.')
  concerns?: string[] | null;

  @optional(() => [ClassificationInput], 'The legal codes that it applies.')
  classifies?: ClassificationInput[] | null;

  @optional(() => [ID], 'The findings that it affirms.')
  affirms?: string[] | null;

  @optional(() => [ID], 'The findings that it reverses.')
  reverses?: string[] | null;

  @optional(() => [ID], 'The findings that it replaces.')
  replaces?: string[] | null;

  @optional(() => [ID], 'The findings that it follows.')
  follows?: string[] | null;

  @optional(() => Boolean, 'Whether the person was absent from the trial.')
  inAbsentia?: boolean | null;
}
