import type { Cover, Days } from '../../../model/date-range.js';
import type { NAME_KIND, Word } from '../../../model/vocabulary.js';
import { inWords } from '../../../model/words.js';
import type { Dossier } from '../dossier.rules.js';
import type { DossierPerson, DossierTenure } from '../person-part.rules.js';
import {
  type Block,
  field,
  type LabelledLines,
  type Line,
  line,
  quiet,
  type Row,
  strong,
  type TextSpan,
  table,
  text,
} from './block.js';
import { datesInWords, daysInWords, isAllOf, periodInWords } from './dates.js';
import { asHeading, capital, caveatSpans, type citing, itemLine, plain, withoutDot } from './wording.js';

/** Who a person is, which posts sources give them, and how the case against them stands. */

type Cite = ReturnType<typeof citing>;

export function personFacts(dossier: Dossier, part: DossierPerson, cite: Cite): Block[] {
  return [
    { is: 'FIELDS', fields: [...identity(part, cite), ...status(dossier, part, cite), ...place(dossier, part)] },
    ...table(
      [
        ['No.', 6],
        ['Post', 36],
        ['When', 26],
        ['Exhibits and caveats', 32],
      ],
      part.posts.map((post, index) => postRow(dossier, post, index + 1, cite)),
    ),
    ...(part.posts.length === 0 ? [text('This graph has no post of the person.')] : []),
  ];
}

const OTHER_NAMES: readonly Word<typeof NAME_KIND>[] = ['ALIAS', 'TRANSLITERATION', 'FORMER'];

function identity({ person, names, facts, posts }: DossierPerson, cite: Cite): LabelledLines[] {
  const own = names.filter(({ value }) => value === person.name);
  const others = names.filter(({ kind, value }) => OTHER_NAMES.includes(kind) && value !== person.name);
  const born = facts.filter(({ property }) => property === 'BORN');
  const rest = facts.filter(({ property }) => property !== 'BORN');
  const ranks = posts.filter(({ rank }) => rank !== null);
  return [
    field('Name', line(person.name, ...own.flatMap(({ sources }) => cite(sources)))),
    ...fieldOf(
      'Other names',
      others.map(({ value, kind, sources }) =>
        line(value, ...(kind === 'FORMER' ? [quiet(' (former)')] : []), ...cite(sources)),
      ),
    ),
    ...fieldOf(
      'Born',
      born.map(({ value, note, sources }) => line(datesInWords(value), ...cite(sources), ...noteSpans(note))),
    ),
    ...fieldOf(
      'Rank',
      ranks.map(({ rank, range, item }) => line(`${rank} (${periodInWords(range)})`, ...cite(item.sources))),
    ),
    ...rest.map(({ property, value, note, sources }) => ({
      name: asHeading(property),
      lines: [line(plain(value), ...cite(sources), ...noteSpans(note))],
    })),
  ];
}

const fieldOf = (name: string, lines: readonly Line[]): LabelledLines[] =>
  lines.length === 0 ? [] : [{ name, lines }];

export const noteSpans = (note: string | null | undefined): TextSpan[] =>
  note ? [quiet(` Note: ${plain(note)}`)] : [];

function status({ about, findings }: Dossier, { presumption, caseStatus }: DossierPerson, cite: Cite): LabelledLines[] {
  const { on, meaning, since, elsewhere } = caseStatus;
  const when = since === null ? '' : `Since ${datesInWords(since)}; `;
  const numberOf = (id: string) => findings.find((finding) => finding.id === id)?.number;
  return [
    field(
      'Status of the case',
      `${withoutDot(meaning)}. ${capital(`${when}as of ${datesInWords(on)}.`)}`,
      ...(about === 'PERSON' ? [] : [presumption]),
    ),
    ...fieldOf(
      'Other proceedings',
      elsewhere.map((item) => {
        const number = numberOf(item.id);
        return itemLine(item, cite, ...(number === undefined ? [] : [quiet(` Decision ${number}.`)]));
      }),
    ),
  ];
}

function place(
  { days }: Dossier,
  { place: { on, links, kilometres, otherSuperiors } }: DossierPerson,
): LabelledLines[] {
  const steps = links === 1 ? '1 link' : `${links} links`;
  return [
    field(
      'Place in the chain',
      links === null
        ? 'No chain of command in this graph leads from a unit named for the incident to the person.'
        : `${links === 0 ? 'In command of a unit named for the incident' : `${capital(steps)} above a unit named for the incident`}${days.from === days.to ? '' : `, on ${datesInWords(on)}`}.`,
      ...(kilometres === null ? [] : [`${kilometres} km from the incident to the nearest site of the unit.`]),
      ...(otherSuperiors.length === 0
        ? []
        : [`Others in command of the chain: ${otherSuperiors.map(({ name }) => name).join('; ')}.`]),
    ),
  ];
}

export const postAnchor = (id: string) => `post-${id}`;

/** A post by its title and unit; a title that names the unit already is enough. */
export function postInWords({ title, role, unit }: DossierTenure): string {
  const name = capital(title ?? inWords(role));
  return name.toLowerCase().includes(unit.name.toLowerCase()) ? name : `${name}, ${unit.name}`;
}

function postRow({ days }: Dossier, tenure: DossierTenure, number: number, cite: Cite): Row {
  const { appointedBy, range, heldFor, cover, item } = tenure;
  const post = postInWords(tenure);
  return {
    anchors: [postAnchor(item.id)],
    cells: [
      [line(String(number))],
      [
        line(heldFor.length > 0 ? strong(post) : post),
        ...(appointedBy ? [line(quiet(`Appointed by ${appointedBy.name}`))] : []),
      ],
      [
        line(capital(periodInWords(range))),
        ...(heldFor.length > 0 ? [line(quiet(`${heldInWords(days, heldFor)}${byAssumption(cover)}`))] : []),
      ],
      [line(...cite(item.sources), ...caveatSpans({ ...item, cover: null }), ...noteSpans(item.note))],
    ],
  };
}

const heldInWords = (days: Days, heldFor: readonly Days[]): string => {
  if (days.from === days.to) return 'Held on the day of the assessment';
  return isAllOf(days, heldFor)
    ? 'Held on all days of the assessment'
    : `Held for ${heldFor.map(daysInWords).join('; ')}`;
};

const byAssumption = (cover: Cover) =>
  cover === 'ASSUMED' ? ', by assumption' : cover === 'IMPRECISE' ? ', by some readings of the dates' : '';
