import { ID, InputType } from 'type-graphql';
import { optional, required } from '../../graphql/input-fields.js';

@InputType({ description: 'Records to redact, and texts that must stand nowhere.' })
export class RecordRedactInput {
  @required(
    () => [ID],
    'The ids of records of any kind, at most 1,000. It may be empty where `words` are to be taken out of the journal and of proposals alone.',
  )
  ids!: string[];

  @required(() => String, 'The reason, for the journal. It must hold nothing of what is redacted.')
  reason!: string;

  @optional(
    () => Boolean,
    'Whether to redact only what the records said before corrections, and to leave what they say now. Default: no.',
  )
  former?: boolean | null;

  @optional(
    () => Boolean,
    'Whether to redact also what cannot be without these records: the claims about an entity or incident, and the statements that cite no other report. Default: no, and such a redaction is refused.',
  )
  withDependents?: boolean | null;

  @optional(
    () => [String],
    'Texts of at least 4 characters, at most 20, that are taken out of the journal, proposals, and the reasons of merges and imports, wherever they stand. Case, kinds of spaces and apostrophes, and characters that nobody sees do not count. They are not stored.',
  )
  words?: string[] | null;
}
