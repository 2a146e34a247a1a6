import { groupBy } from '../../../model/group.js';
import type { Dossier } from '../dossier.rules.js';
import type { DossierNotice, DossierPerson } from '../person-part.rules.js';
import { type Block, type Line, line, type Row, span, table, text } from './block.js';
import { datesInWords } from './dates.js';
import { type citing, itemLine, plain } from './wording.js';

/** When word of the incident, or of earlier ones like it, could have reached the person. */

type Cite = ReturnType<typeof citing>;

export function noticeBlocks({ incident }: Dossier, { notices, earlierIncidents }: DossierPerson, cite: Cite): Block[] {
  const earlier = earlierIncidents.map(({ name }) => name).join('; ');
  const alike = groupBy(notices, ({ time, bearsOn }) => [time, bearsOn].join(' '));
  return [
    text(
      earlier === ''
        ? 'This graph has no earlier incident of the same kind by units then under the person.'
        : `Earlier incidents of the same kind by units then under the person: ${earlier}.`,
      notices.length === 0
        ? ' It has no report or other statement by which the person could have learned of this one.'
        : ' By these the person could have learned of what happened; they do not show that the person did.',
    ),
    ...table(
      [
        ['When and what', 60],
        ['What it bears on', 40],
      ],
      [...alike.values()].flatMap((some) => noticeRow(some, incident.id, cite)),
    ),
  ];
}

/** What bears on the same in the same way stands in one row. */
function noticeRow(some: readonly DossierNotice[], incidentId: string, cite: Cite): Row[] {
  const [first] = some;
  if (!first) return [];
  const published = groupBy(
    some.filter(({ kind }) => kind === 'REPORT_PUBLISHED'),
    ({ incident }) => incident.id,
  );
  return [
    {
      cells: [
        [
          ...[...published.values()].map((reports) => publishedLine(reports, incidentId, cite)),
          ...some.filter(({ kind }) => kind !== 'REPORT_PUBLISHED').map(({ item }) => itemLine(item, cite)),
        ],
        [line(`${plain(first.timeMeaning)} ${plain(first.bearsOnMeaning)}`)],
      ],
    },
  ];
}

/** Reports on one incident, day by day. */
function publishedLine(reports: readonly DossierNotice[], incidentId: string, cite: Cite): Line {
  const [first] = reports;
  const on = first ? reportedIncident(first, incidentId) : '';
  const days = [...groupBy(reports, (report) => report.on)];
  return line(
    days.length === 1 ? `A report on ${on} was published:` : `Reports on ${on} were published:`,
    ...days.flatMap(([day, ofDay], index) => [
      span(`${index === 0 ? '' : ';'} ${datesInWords(day)}`),
      ...cite(refsOf(ofDay)),
    ]),
    '.',
  );
}

function reportedIncident({ incident, isEarlier }: DossierNotice, incidentId: string): string {
  if (isEarlier) return `the earlier incident “${incident.name}”`;
  return incident.id === incidentId ? 'the incident' : `“${incident.name}”, which is linked with the incident,`;
}

const refsOf = (some: readonly DossierNotice[]) => [
  ...new Map(some.flatMap(({ item }) => item.sources).map((ref) => [`${ref.exhibit} ${ref.place}`, ref])).values(),
];
