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
  url: optional(address('Where its publisher published it.', { example: 'https://example.org/velmora' })),
  copyUrl: optional(
    address(
      'Where the copy is that was read, if that is not the site of the publisher. Such a report is not graded A.',
    ),
  ),
  archivedUrl: optional(address('Where a copy is archived.', { example: 'https://example.org/archive/velmora' })),
  retrievedAt: optional(
    day('The day on which it was read; an undated report counts from then.', { example: '2023-06-02' }),
  ),
  collectedBy: optional(
    text(
      'The collector: who took the copy that was read. Whoever may see the report sees this; name an organization where a person could come to harm.',
      { example: 'Institute for Records of Velmora' },
    ),
  ),
  collectedAt: optional(date('When the copy that was read was collected, EDTF level 1.', { example: '2023-06-02' })),
  collectedWith: optional(
    text('How it was collected: the method and the program, such as a full-page capture.', {
      example: 'Full-page capture, browser extension',
    }),
  ),
  sha256: optional(sha256('The hash value: SHA-256 of the file as it was collected and read, in hexadecimal.')),
  verification: optional(
    prose('What was checked of its source, its file and its content, how and with what result.', {
      example: 'The copy was compared with the page of the publisher.',
    }),
  ),
  document: optional(text('The text in which its paragraphs are counted.', { tables: 'NONE', hidden: true })),
  language: defaulting(language('Language, BCP 47.', { example: 'en' }), 'en'),
  reliability: defaulting(
    word(RELIABILITY, 'Reliability of the report, Admiralty scale; our grading.', { example: 'B' }),
    'F',
  ),
  access: defaulting(word(ACCESS, 'Who may see it.', { example: 'PUBLIC', tables: 'TEMPLATE' }), 'PUBLIC'),
  partyToConflict: optional(
    flag('Whether its publisher is a party to the conflict; where nothing is said, this was not assessed.', {
      property: 'conflictParty',
    }),
  ),
  derivedFrom: defaulting(references(['report'], 'DERIVED_FROM', 'The reports that it draws on.'), []),
  note: optional(prose('A note by those who entered it, for all who may see it.')),
};
