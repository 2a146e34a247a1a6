import { ATTRIBUTION_MODE, CASUALTY_KIND, INCIDENT_KIND, PRECISION } from '../../../model/vocabulary.js';
import { inOwnClaims, may, must, RANGE, SAID, type Template, to } from './columns.js';
import { propertiesWith } from './entity-columns.js';
import * as reading from './readings.js';

/** Templates of what happened: incidents, to whom they are attributed, and numbers of those who came to harm. */

const bodyId = reading.id('body', 'org');
const subjectId = reading.id('person', 'unit', 'org');

const incidents: Template = {
  about: 'Incidents. Of sexual violence give no more than month and region.',
  room: 'incidents',
  columns: [
    must('id', 'Id that you choose; it never changes its meaning.', 'incident-vm-ford', reading.id('incident')),
    must('title', 'Title.', 'Killings at Brack Ford', reading.text),
    may('summary', 'What happened, in your own words.', 'Villagers were shot at the ford.', reading.text),
    must(
      'kinds',
      'Kinds of incident; labels, not legal qualifications.',
      'KILLING',
      reading.several(reading.word(INCIDENT_KIND)),
    ),
    may('means', 'Means used.', 'small arms', reading.severalTexts(reading.text)),
    ...RANGE.map((column) => {
      const example = { first: '2022-03-05', last: '2022-03-05', last_hardness: 'END' }[column.name];
      return example === undefined ? column : { ...column, example };
    }),
    may('location_id', 'The place.', 'location-vm-ostra', reading.id('location'), to('location')),
    may('precision', 'How precisely the place is known; UNKNOWN where empty.', 'ADMIN2', reading.word(PRECISION)),
    ...propertiesWith('UCDP=000000', 'DAY=Saturday'),
    ...SAID,
  ],
};

const INCIDENT = must(
  'incident_id',
  'The incident; it stands in incidents.csv.',
  'incident-vm-ford',
  reading.id('incident'),
  {
    ...inOwnClaims,
  },
);

const attributions: Template = {
  about: 'To whom bodies attribute incidents: one row for each body, person or unit, and mode.',
  room: 'incidents',
  part: 'attributions',
  columns: [
    INCIDENT,
    must('to_id', 'The person or unit to whom it is attributed.', 'unit-vm-2-brigade', subjectId, to('to')),
    must('by_id', 'The body that attributes it.', 'body-vm-archive', bodyId, to('by')),
    must('mode', 'What the body alleges.', 'PERPETRATOR', reading.word(ATTRIBUTION_MODE)),
    ...SAID,
  ],
};

const number = reading.whole(0, Number.MAX_SAFE_INTEGER);

const casualties: Template = {
  about: 'How many people came to harm in incidents, as numbers alone: one row for each body and kind of harm.',
  room: 'incidents',
  part: 'casualties',
  columns: [
    INCIDENT,
    must('kind', 'What was done to them.', 'KILLED', reading.word(CASUALTY_KIND)),
    may('low', 'The lowest number that the source gives.', '4', number),
    may('best', 'The number that the source holds for the best.', '5', number),
    may('high', 'The highest number that the source gives.', '7', number),
    may('by_id', 'The body that gives the number.', 'body-vm-archive', bodyId, to('by')),
    ...SAID,
  ],
};

export const INCIDENT_TEMPLATES = { incidents, attributions, casualties } as const;
