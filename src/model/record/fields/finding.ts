import {
  CERTAINTY,
  FINDING_TYPE,
  INDICATOR_CODE,
  INDICATOR_GROUP,
  MEASURE_KIND,
  POLARITY,
  PROOF_DOMAIN,
  RESPONSIBILITY_ELEMENT,
  STANDARD_OF_PROOF,
} from '../../vocabulary.js';
import {
  date,
  defaulting,
  flag,
  optional,
  parts,
  prose,
  reference,
  references,
  someReferences,
  text,
  texts,
  word,
  wordsIfAny,
} from './field.js';

/** What bodies find, and what bears on the responsibility of a superior. */

export const CLASSIFICATION = {
  code: text(
    'Legal code: `8(2)(a)(vii)-1` of the Rome Statute, or a category such as WAR_CRIMES where the source names no article.',
  ),
  asStated: optional(text('The legal words of the body.', { column: 'codes_as_stated' })),
  certainty: defaulting(word(CERTAINTY, 'How firmly the body says so.', { column: 'certainties' }), 'STATED'),
  modes: defaulting(texts('Modes of liability, as stated: `25(3)(a)`, `28(b)`, or in words.'), []),
};

const earlier = (link: string, about: string) => defaulting(references(['finding'], link, about), []);

export const FINDING = {
  type: word(FINDING_TYPE, 'What kind of statement it is.', { example: 'ALLEGATION' }),
  title: text("A short title, in the editors' words.", { example: 'Killings at Brack Ford by the brigade' }),
  summary: optional(
    prose("What it says, in the editors' words.", { example: 'The archive says that soldiers shot villagers.' }),
  ),
  by: reference(['body', 'org'], 'BY', 'The body whose statement it is.', { example: 'body-vm-archive' }),
  standard: defaulting(
    word(STANDARD_OF_PROOF, 'The standard of proof, in common terms.', { example: 'NOT_STATED' }),
    'NOT_STATED',
  ),
  standardAsStated: optional(text('The standard in the words of the body, where it states one.')),
  proofDomain: word(PROOF_DOMAIN, 'The kind of proceedings. Compare standards only within one kind.', {
    example: 'FACT_FINDING',
  }),
  inAbsentia: optional(flag('Whether the person was tried in absentia, where the source says.')),
  decidedOn: optional(date('When it was decided, EDTF level 1.', { property: 'decided', column: 'decided' })),
  publishedOn: optional(
    date('When it was published, EDTF level 1.', { property: 'published', column: 'published', example: '2023-05-01' }),
  ),
  conductFrom: optional(date('When the conduct began, EDTF level 1.', { example: '2022-03-05' })),
  conductTo: optional(date('When the conduct ended, EDTF level 1.', { example: '2022-03-05' })),
  about: defaulting(
    references(['person', 'unit', 'org'], 'ABOUT', 'The people and units that it is about.', {
      example: 'unit-vm-2-brigade',
    }),
    [],
  ),
  concerns: defaulting(
    references(['incident'], 'CONCERNS', 'The incidents that it concerns.', { example: 'incident-vm-ford' }),
    [],
  ),
  conductOf: defaulting(
    references(
      ['incident'],
      'CONDUCT_OF',
      'The incidents of which this decision is itself the conduct complained of; each is one of those that it concerns.',
    ),
    [],
  ),
  places: defaulting(
    references(
      ['location'],
      'AT',
      'The places that it speaks of itself, beside those of the incidents that it concerns.',
      {
        example: 'location-vm-ostra',
      },
    ),
    [],
  ),
  classifies: defaulting(
    parts(CLASSIFICATION, 'CLASSIFIES', 'The rules of law that it applies, by their codes.', { column: 'codes' }),
    [],
  ),
  turnedOn: defaulting(
    wordsIfAny(
      RESPONSIBILITY_ELEMENT,
      'The elements on which an acquittal or a reversal turned, where the source says. It weighs against these and no others.',
    ),
    [],
  ),
  affirms: earlier('AFFIRMS', 'The findings that it affirms.'),
  reverses: earlier('REVERSES', 'The findings that it reverses.'),
  replaces: earlier('REPLACES', 'The findings that it replaces.'),
  follows: earlier('FOLLOWS', 'The findings that it follows.'),
};

const concerns = someReferences(
  ['person', 'unit', 'org', 'incident'],
  'CONCERNS',
  'The people, units and incidents that it concerns; at least one.',
  { example: 'person-vm-ander ; unit-vm-2-brigade' },
);

export const INDICATOR = {
  code: word(INDICATOR_CODE, 'What it says.', { example: 'ORDERS_ISSUED_AND_FOLLOWED' }),
  group: word(INDICATOR_GROUP, 'Which element it bears on.', { example: 'CONTROL' }),
  polarity: defaulting(word(POLARITY, 'Whether it speaks for or against.', { example: 'SUPPORTS' }), 'SUPPORTS'),
  on: date('When, EDTF level 1.', { example: '2022-03-05' }),
  concerns,
};

export const MEASURE = {
  kind: word(MEASURE_KIND, 'What was done.', { example: 'INQUIRY_OPENED' }),
  on: date('When, EDTF level 1.', { example: '2022-03-05' }),
  effect: optional(text('Its effect, as stated.', { example: 'Closed without a result.', nullInIdentity: true })),
  concerns,
};
