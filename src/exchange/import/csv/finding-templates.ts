import {
  CERTAINTY,
  FINDING_TYPE,
  INDICATOR_CODE,
  INDICATOR_GROUP,
  MEASURE_KIND,
  POLARITY,
  PROOF_DOMAIN,
  STANDARD_OF_PROOF,
} from '../../../model/vocabulary.js';
import { inOwnClaims, listOf, may, must, SAID, type Template, to } from './columns.js';
import * as reading from './readings.js';

/** Templates of what was found, and of what bears on the responsibility of a superior. */

const bodyId = reading.id('body', 'org');
const subjectId = reading.id('person', 'unit', 'org');
const concernedId = reading.id('person', 'unit', 'org', 'incident');

const findings: Template = {
  about: 'Findings: what courts, prosecutors, commissions and others state, at their own standard of proof.',
  room: 'findings',
  columns: [
    must('id', 'Id that you choose; it never changes its meaning.', 'finding-vm-ford', reading.id('finding')),
    must('type', 'What kind of statement it is.', 'ALLEGATION', reading.word(FINDING_TYPE)),
    must('title', 'Title.', 'Killings at Brack Ford by the brigade', reading.text),
    may('summary', 'What it says, in your own words.', 'The archive says that soldiers shot villagers.', reading.text),
    must('by_id', 'The body that made it.', 'body-vm-archive', bodyId, to('by')),
    may(
      'standard',
      'Standard of proof, in common terms; NOT_STATED where empty.',
      'NOT_STATED',
      reading.word(STANDARD_OF_PROOF),
    ),
    may('standard_as_stated', 'Standard of proof, in the words of the body.', '', reading.text),
    must('proof_domain', 'Kind of proceedings.', 'FACT_FINDING', reading.word(PROOF_DOMAIN)),
    may('in_absentia', 'true where tried in absentia, false where not.', '', reading.yesNo),
    may('decided', 'When it was decided.', '', reading.date, to('decidedOn')),
    may('published', 'When it was published.', '2023-05-01', reading.date, to('publishedOn')),
    may('conduct_from', 'First date of the conduct.', '2022-03-05', reading.date),
    may('conduct_to', 'Last date of the conduct.', '2022-03-05', reading.date),
    may(
      'about_ids',
      'Each person or unit that it is about.',
      'unit-vm-2-brigade',
      reading.several(subjectId),
      to('about'),
    ),
    may(
      'concerns_ids',
      'Incidents that it is on.',
      'incident-vm-ford',
      reading.several(reading.id('incident')),
      to('concerns'),
    ),
    may(
      'codes',
      'Legal codes, Rome Statute, as in seed/legal-codes.yaml.',
      'WAR_CRIMES',
      reading.several(reading.text),
      {
        field: 'classifies',
        put: (record, value, { codes_as_stated: stated, certainties, modes }) => {
          record.classifies = listOf(value).map((code, at) => {
            const [asStated, certainty] = [listOf(stated)[at], listOf(certainties)[at]];
            const own = listOf(modes)[at];
            return {
              code,
              ...(asStated === undefined ? {} : { asStated }),
              ...(certainty === undefined ? {} : { certainty }),
              ...(own === undefined
                ? {}
                : {
                    modes: String(own)
                      .split(',')
                      .map((mode) => mode.trim()),
                  }),
            };
          });
        },
      },
    ),
    may(
      'codes_as_stated',
      'Each code in the words of the body.',
      'a possible war crime',
      reading.aligned(reading.text, 'codes'),
      {
        field: 'classifies',
        ...inOwnClaims,
      },
    ),
    may(
      'certainties',
      'How certain the body is of each; STATED where empty.',
      'POSSIBLE',
      reading.aligned(reading.word(CERTAINTY), 'codes'),
      {
        field: 'classifies',
        ...inOwnClaims,
      },
    ),
    may(
      'modes',
      'Modes of liability for each code; commas between several.',
      '',
      reading.aligned(reading.text, 'codes'),
      {
        field: 'classifies',
        ...inOwnClaims,
      },
    ),
    ...['affirms', 'reverses', 'replaces', 'follows'].map((relation) =>
      may(`${relation}_ids`, `Findings that it ${relation}.`, '', reading.several(reading.id('finding')), to(relation)),
    ),
    ...SAID,
  ],
};

const on = (meaning: string) => must('on', meaning, '2022-03-05', reading.date);
const concerns = (meaning: string) =>
  must('concerns_ids', meaning, 'person-vm-ander ; unit-vm-2-brigade', reading.several(concernedId), to('concerns'));

const indicators: Template = {
  about: 'Indicators: what bears on control, knowledge, measures or failure of a superior.',
  room: 'indicators',
  columns: [
    must('code', 'What it is.', 'ORDERS_ISSUED_AND_FOLLOWED', reading.word(INDICATOR_CODE)),
    must('group', 'What it bears on.', 'CONTROL', reading.word(INDICATOR_GROUP)),
    may('polarity', 'Which way it speaks; SUPPORTS where empty.', 'SUPPORTS', reading.word(POLARITY)),
    on('When it was so.'),
    concerns('The person, and the units and incidents that it is about.'),
    ...SAID,
  ],
};

const measures: Template = {
  about: 'Measures: what a superior did, or is said not to have done.',
  room: 'measures',
  columns: [
    must('kind', 'What was done.', 'INQUIRY_OPENED', reading.word(MEASURE_KIND)),
    on('When it was done.'),
    may('effect', 'What came of it.', 'Closed without a result.', reading.text),
    concerns('The person who did it, and the units and incidents that it was about.'),
    ...SAID,
  ],
};

export const FINDING_TEMPLATES = { findings, indicators, measures } as const;
