import { InputType } from 'type-graphql';
import { inputFields } from '../../../graphql/record-fields.js';
import { CLASSIFICATION, FINDING } from '../../../model/record/fields/finding.js';
import { FILE_FIELDS } from '../../../model/record/fields/kinds.js';
import { CitedFields } from './claim-input.args.js';

/** Findings of bodies. */

@inputFields(CLASSIFICATION)
@InputType({ description: 'A legal code that a finding applies.' })
export class ClassificationInput {}

@inputFields({ id: FILE_FIELDS.findings.id, ...FINDING }, { classifies: () => [ClassificationInput] })
@InputType({ description: 'A finding; the id begins with `finding-`.' })
export class FindingInput extends CitedFields {}
