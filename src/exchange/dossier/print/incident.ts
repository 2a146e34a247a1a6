import { groupBy } from '../../../model/group.js';
import { ATTRIBUTION_MODE, PRECISION, words } from '../../../model/vocabulary.js';
import { inWords } from '../../../model/words.js';
import type { LinkMark } from '../../../questions/case-file/linked-incidents.rules.js';
import type { DossierAttribution, DossierNamed } from '../chains.rules.js';
import type { Dossier } from '../dossier.rules.js';
import {
  type Block,
  type Cell,
  field,
  type LabelledLines,
  type Line,
  line,
  type Row,
  strong,
  table,
  text,
} from './block.js';
import { datesInWords, incidentDates } from './dates.js';
import { noteSpans } from './person.js';
import { capital, caveatSpans, type citing, plain, withoutDot } from './wording.js';

/** What happened, where and when, by which means, to how many, and whom the sources name for it. */

type Cite = ReturnType<typeof citing>;

export function incidentSection(dossier: Dossier, cite: Cite): Block[] {
  return [
    { is: 'HEADING', depth: 1, text: 'The incident', anchor: 'incident' },
    { is: 'FIELDS', fields: incidentFields(dossier, cite) },
    { is: 'HEADING', depth: 2, text: 'Who is named, by whom', anchor: 'named' },
    ...namedBlocks(dossier, cite),
  ];
}

function incidentFields({ incident }: Dossier, cite: Cite): LabelledLines[] {
  const { summary, kinds, places, precision, range, casualties, facts, item } = incident;
  const exact = PRECISION[precision as keyof typeof PRECISION];
  return [
    {
      name: 'What',
      lines: [
        line(
          plain(summary ?? incident.title),
          ...cite(item.sources),
          ...caveatSpans(item),
          ...noteSpans(incident.note),
        ),
      ],
    },
    field('When', incidentDates(range), ...otherDates(facts, cite)),
    field(
      'Where',
      places.length === 0
        ? 'This graph names no place.'
        : `${places.map(({ name }) => name).join(', ')} (${withoutDot(exact ?? '').toLowerCase()})`,
    ),
    ...(kinds.length > 0
      ? [field('Kind', `${capital(kinds.map(inWords).join(', '))} (our labels, not legal qualifications)`)]
      : []),
    field('Means', ...meansLines(incident, cite)),
    {
      name: 'Casualties',
      lines:
        casualties.length === 0
          ? [line('This graph has no figures.')]
          : casualties.map(({ property, value, by, note, sources }) =>
              line(
                `${capital(inWords(property))}: ${value}${by ? `, by the count of ${by}` : ''}`,
                ...cite(sources),
                ...noteSpans(note),
              ),
            ),
    },
    ...linkedFields(incident, cite),
    ...facts.filter(isOfItsOwn).map(({ property, value, note, sources }) => ({
      name: capital(inWords(property)),
      lines: [line(plain(value), ...cite(sources), ...noteSpans(note))],
    })),
  ];
}

const LINKED: Readonly<Record<LinkMark, string>> = {
  FROM_THE_WHOLE: 'Part of',
  FROM_A_PART: 'Its parts',
  FROM_SAME_EVENT: 'Other accounts of the event',
  FROM_ANOTHER_PART: 'Other parts of the same',
};

function linkedFields({ linked }: Dossier['incident'], cite: Cite): LabelledLines[] {
  return Object.entries(LINKED).flatMap(([mark, name]) => {
    const some = linked.filter((one) => one.mark === mark);
    const lines = some.map(({ incident, links }) =>
      line(incident.name, ...cite(links.flatMap(({ sources }) => sources))),
    );
    return lines.length > 0 ? [{ name, lines }] : [];
  });
}

const DATES = ['FIRST', 'LAST'];
const isOfItsOwn = ({ property }: StatedFact) => property !== 'MEANS' && !DATES.includes(property);

/** Dates that reports give beside those of the incident, a line for each report. */
function otherDates(facts: readonly StatedFact[], cite: Cite): Line[] {
  const dates = facts.filter(({ property }) => DATES.includes(property));
  return [...groupBy(dates, ({ sources }) => JSON.stringify(sources)).values()].flatMap((some) => {
    const [first] = some;
    const ends = some.map(({ value }) => value.split(' '));
    const isOneDay = new Set(ends.map(([day]) => day)).size === 1 && ends.length > 1;
    const words = isOneDay
      ? (ends[0]?.[0] ?? '')
      : ends.map(([day, bound]) => `${BOUND_WORDS[bound ?? ''] ?? ''}${day}`).join(', ');
    return first
      ? [line(`By another account ${datesInWords(words)}`, ...cite(first.sources), ...noteSpans(first.note))]
      : [];
  });
}

const BOUND_WORDS: Readonly<Record<string, string>> = {
  START: 'from ',
  FIRST_CITED: 'first named for ',
  END: 'until ',
  LAST_CITED: 'last named for ',
};

function meansLines({ means, facts }: Dossier['incident'], cite: Cite): Line[] {
  const others = facts.filter(({ property }) => property === 'MEANS');
  const lines = [
    ...(means.length > 0 ? [line(capital(means.join(', ')))] : []),
    ...others.map(({ value, note, sources }) => line(plain(value), ...cite(sources), ...noteSpans(note))),
  ];
  return lines.length > 0 ? lines : [line('This graph names no means.')];
}

type StatedFact = Dossier['incident']['facts'][number];

function namedBlocks({ named }: Dossier, cite: Cite): Block[] {
  if (named.length === 0) return [text('No source in this graph names a unit or person for the incident.')];
  return [
    text('Each line is an allegation of the body that makes it.'),
    ...table(
      [
        ['Named', 20],
        ['By whom', 20],
        ['For what part', 60],
      ],
      namedRows(named.flatMap((one) => allegationsOn(one, cite))),
    ),
  ];
}

/** What one body alleges of one subject. */
interface Allegation {
  readonly subject: string;
  readonly by: string;
  readonly lines: Cell;
}

/** Those of whom a body alleges the same, such as the suspects of two warrants of one day, stand together. */
function namedRows(allegations: readonly Allegation[]): Row[] {
  const alike = groupBy(allegations, ({ by, lines }) => JSON.stringify([by, lines]));
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    return [{ cells: [some.map(({ subject }) => line(strong(subject))), [line(first.by)], first.lines] }];
  });
}

/** The parts that each body alleges of a subject, in the order of the vocabulary. */
function allegationsOn({ subject, attributions }: DossierNamed, cite: Cite): Allegation[] {
  const modes = words(ATTRIBUTION_MODE);
  const inOrder = [...attributions].sort((a, b) => modes.indexOf(a.mode) - modes.indexOf(b.mode));
  return [...groupBy(inOrder, ({ by, item }) => JSON.stringify([by.id, item.sources, item.marks])).values()].flatMap(
    (some) => {
      const [first] = some;
      if (!first) return [];
      const caveats = caveatSpans(first.item);
      const parts = [...groupBy(some, ({ item }) => item.note ?? '').values()].map((alike) => partLine(alike, cite));
      return [
        {
          subject: subject.name,
          by: first.by.name,
          lines: [...parts, ...(caveats.length > 0 ? [line(...caveats)] : [])],
        },
      ];
    },
  );
}

/** Parts of which the same is noted stand in one line. */
function partLine(alike: readonly DossierAttribution[], cite: Cite): Line {
  const [first] = alike;
  const parts = alike.map(({ mode }) => withoutDot(ATTRIBUTION_MODE[mode]));
  return line(`${parts.join('; ')}.`, ...(first ? [...cite(first.item.sources), ...noteSpans(first.item.note)] : []));
}
