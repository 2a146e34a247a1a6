import { END_HARDNESS, START_HARDNESS } from '../../date-range.js';
import { ACCESS, CLAIM_STATUS, DOUBT, LEGACY_CONFIDENCE } from '../../vocabulary.js';
import {
  citations,
  count,
  defaulting,
  flag,
  grade,
  LONGEST_PROSE,
  optional,
  prose,
  rangeEnd,
  reference,
  text,
  texts,
  word,
  wordList,
} from './field.js';

/** What every claim says of itself, and where its sources say it. */

export const CITATION = {
  report: reference(['report'], 'CITES', 'The report.'),
  document: optional(text('The text in which the passage was read, if it is not the report itself.')),
  paragraph: optional(count('The paragraph of that text, counted from 1.', { from: 1 })),
  pinpoint: optional(text('The place in the report: a paragraph, page or "whole page".')),
  paraphrase: optional(prose("What the passage says, in the editors' words; sentences of sources are not stored.")),
  secondary: optional(
    flag(
      'True where the report only passes on what the other citations say, as the spreadsheet of a researcher does, or is known by its id only. It is no evidence of what was so on a day.',
    ),
  ),
  suffices: optional(
    flag(
      "True where this report alone gives every word, date and number that stands in the record's own fields. They are then shown wherever it counts; else only where all reports do that say so themselves.",
    ),
  ),
};

export const CLAIM = {
  status: defaulting(word(CLAIM_STATUS, 'How far its checking has come.', { example: 'ACCEPTED' }), 'ACCEPTED'),
  credibility: defaulting(
    grade(1, 6, 'Admiralty credibility, 1 (confirmed) to 5 (improbable); 6 means that it cannot be judged.', {
      example: '2',
    }),
    6,
  ),
  legacyConfidence: optional(
    word(LEGACY_CONFIDENCE, 'The confidence that an imported record stated.', { tables: 'EXPORT' }),
  ),
  doubts: optional(wordList(DOUBT, 'What is doubtful about it. A statement with a doubt is never firm.')),
  doubtsAsStated: optional(texts('The words of the source behind each doubt, in the same order.', {}, LONGEST_PROSE)),
  access: defaulting(word(ACCESS, 'Who may see it.', { example: 'PUBLIC', tables: 'TEMPLATE' }), 'PUBLIC'),
  note: optional(
    prose('A note by those who entered it, for all who may see it.', {
      example: 'Checked against the list of the year before.',
    }),
  ),
};

const cites = citations(CITATION, 'The reports that say so; at least one.');

/** A claim that stands for itself. */
export const CITED = { ...CLAIM, cites };
/** A claim inside an entity: where it cites nothing, the citations of the entity stand for its own. */
export const INNER = {
  ...CLAIM,
  cites: optional({ ...cites, about: 'The reports that say so; those of the entity where there are none.' }),
};

/** The range of a claim: it has both ends, or none where sources leave it undated. */
export const RANGE = {
  first: optional(rangeEnd(START_HARDNESS, 'First date, EDTF level 1; whether it began then or is first cited then.')),
  last: optional(
    rangeEnd(
      END_HARDNESS,
      'Last date, EDTF level 1; whether it ended then, is last cited then, or was assumed to go on.',
    ),
  ),
};
