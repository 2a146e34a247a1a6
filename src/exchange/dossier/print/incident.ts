import { groupBy } from '../../../model/group.js';
import { ATTRIBUTION_MODE, PRECISION } from '../../../model/vocabulary.js';
import { inWords } from '../../../model/words.js';
import type { LinkMark } from '../../../questions/case-file/linked-incidents.rules.js';
import type { DossierNamed } from '../chains.rules.js';
import type { Dossier } from '../dossier.rules.js';
import { type Block, field, type LabelledLines, line, type Row, strong, table, text } from './block.js';
import { incidentDates } from './dates.js';
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
  const { summary, kinds, means, places, precision, range, casualties, facts, item } = incident;
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
    field('When', incidentDates(range)),
    field(
      'Where',
      places.length === 0
        ? 'This graph names no place.'
        : `${places.map(({ name }) => name).join(', ')} (${withoutDot(exact ?? '').toLowerCase()})`,
    ),
    ...(kinds.length > 0
      ? [field('Kind', `${capital(kinds.map(inWords).join(', '))} (our labels, not legal qualifications)`)]
      : []),
    field('Means', means.length === 0 ? 'This graph names no means.' : capital(means.join(', '))),
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
    ...facts.map(({ property, value, note, sources }) => ({
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

function namedBlocks({ named }: Dossier, cite: Cite): Block[] {
  if (named.length === 0) return [text('No source in this graph names a unit or person for the incident.')];
  return [
    text('Each line is an allegation of the body that makes it.'),
    ...table(
      [
        ['Named', 26],
        ['By whom', 26],
        ['For what part', 48],
      ],
      named.flatMap((one) => namedRows(one, cite)),
    ),
  ];
}

/** A row for each body: parts that it alleges in the same places stand together. */
function namedRows({ subject, attributions }: DossierNamed, cite: Cite): Row[] {
  const alike = groupBy(attributions, ({ by, item }) => JSON.stringify([by.id, item.sources, item.note, item.marks]));
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const modes = Object.entries(ATTRIBUTION_MODE).filter(([mode]) => some.some((one) => one.mode === mode));
    const parts = modes.map(([, meaning]) => withoutDot(meaning));
    return [
      {
        cells: [
          [line(strong(subject.name))],
          [line(first.by.name)],
          [
            line(
              `${parts.join('; ')}.`,
              ...cite(first.item.sources),
              ...caveatSpans(first.item),
              ...noteSpans(first.item.note),
            ),
          ],
        ],
      },
    ];
  });
}
