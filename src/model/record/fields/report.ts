import { ACCESS, RELIABILITY } from '../../vocabulary.js';
import {
  address,
  date,
  day,
  defaulting,
  flag,
  language,
  optional,
  prose,
  reference,
  references,
  sha256,
  text,
  word,
} from './field.js';

export const REPORT = {
  title: text('Its title.', { example: 'Order of battle of Velmora' }),
  publisher: reference(['body', 'org'], 'PUBLISHED_BY', 'The body that published it.', { example: 'body-vm-archive' }),
  publishedOn: optional(
    date('When it was published, EDTF level 1, where that is known.', {
      property: 'published',
      column: 'published',
      example: '2023-05-01',
    }),
  ),
  url: optional(address('Where it was published.', { example: 'https://example.org/velmora' })),
  archivedUrl: optional(address('Where a copy is archived.', { example: 'https://example.org/archive/velmora' })),
  retrievedAt: optional(
    day('The day on which it was read; an undated report counts from then.', { example: '2023-06-02' }),
  ),
  sha256: optional(sha256('SHA-256 of the file as read, in hexadecimal.')),
  document: optional(text('The text in which its paragraphs are counted.', { tables: 'NONE', hidden: true })),
  language: defaulting(language('Language, BCP 47.', { example: 'en' }), 'en'),
  reliability: defaulting(
    word(RELIABILITY, 'Reliability of the report, Admiralty scale; our grading.', { example: 'B' }),
    'F',
  ),
  access: defaulting(word(ACCESS, 'Who may see it.', { example: 'PUBLIC', tables: 'TEMPLATE' }), 'PUBLIC'),
  partyToConflict: defaulting(flag('Whether its publisher is a party to the conflict.', { example: 'false' }), false),
  derivedFrom: defaulting(references(['report'], 'DERIVED_FROM', 'The reports that it draws on.'), []),
  note: optional(prose('A note by those who entered it, for all who may see it.')),
};
