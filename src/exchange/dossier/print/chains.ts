import type { DossierChain, DossierLink, DossierPost, DossierUnit } from '../chains.rules.js';
import type { Dossier } from '../dossier.rules.js';
import { type Block, type Line, line, quiet, type Row, strong, table, text } from './block.js';
import { datesInWords } from './dates.js';
import { noteSpans } from './person.js';
import { asHeading, caveatSpans, chartLegend, type citing, coverInWords, itemLine, plain } from './wording.js';

/** The chain of command: a chart where there is one, and one table of what the sources say of posts and links. */

type Cite = ReturnType<typeof citing>;

export function chainSection({ about, chains }: Dossier, cite: Cite): Block[] {
  const heading: Block = { is: 'HEADING', depth: 1, text: 'The chain of command', anchor: 'chain' };
  const charts = chains.filter(({ links }) => links.length > 0);
  const alone = chains.filter(({ links }) => links.length === 0);
  const [first] = chains;
  if (!first)
    return [heading, text('No unit is named for the incident, so that there is no chain of command to show.')];
  return [
    heading,
    text(
      `As the sources give it for ${datesInWords(first.on)}. A chain of command alone does not show effective control.`,
      ...(alone.length > 0
        ? [` This graph has no link of command above ${alone.map(({ unit }) => unit.name).join('; ')} on that day.`]
        : []),
    ),
    ...(charts.length > 0 ? [text(quiet(chartLegend(about)))] : []),
    ...charts.flatMap((chain) => chartBlocks(chain, cite)),
    ...table(
      [
        ['Unit without a chain', 30],
        ['Who held which post on the day', 70],
      ],
      alone.flatMap(({ levels }) => levels.flatMap(({ units }) => units.map((unit) => unitRow(unit, cite)))),
    ),
  ];
}

function chartBlocks(chain: DossierChain, cite: Cite): Block[] {
  const units = chain.levels.flatMap((level) => level.units);
  return [
    { is: 'HEADING', depth: 2, text: `Above ${chain.unit.name}`, anchor: `chain-${chain.unit.id}` },
    ...chain.warnings.map((warning) => text(strong('Note. '), plain(warning))),
    { is: 'CHART', chain },
    ...table(
      [
        ['Link or unit', 30],
        ['What the sources say', 70],
      ],
      [...chain.links.map((link) => linkRow(link, cite)), ...units.map((unit) => unitRow(unit, cite))],
    ),
  ];
}

const linkRow = ({ label, items }: DossierLink, cite: Cite): Row => ({
  cells: [[line(strong(label))], items.map((item) => itemLine(item, cite, ...noteSpans(item.note)))],
});

function unitRow({ unit, posts, otherLinks }: DossierUnit, cite: Cite): Row {
  const lines: Line[] = [
    ...posts.flatMap((post) => postLines(post, cite)),
    ...otherLinks.map((item) => itemLine(item, cite, ...noteSpans(item.note))),
    ...(posts.length === 0 ? [line(quiet('This graph names no holder of a post for the day.'))] : []),
  ];
  return { cells: [[line(unit.name)], lines] };
}

/** What is to be known of a statement stands behind its own exhibits. */
const postLines = ({ person, role, cover, items }: DossierPost, cite: Cite): Line[] => [
  line(
    `${asHeading(role)}: `,
    strong(person.name),
    `, ${coverInWords(cover)}`,
    ...items.flatMap((item) => [
      ...cite(item.sources),
      ...caveatSpans({ ...item, cover: null }),
      ...noteSpans(item.note),
    ]),
  ),
];
