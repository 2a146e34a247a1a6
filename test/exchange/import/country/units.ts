import {
  beginning,
  type Cells,
  type Counts,
  citationsIn,
  cited,
  fieldColumns,
  range,
  rangeColumns,
  type World,
} from './cells.js';
import { adjoiningSpans, LAST_FACT, type SpanOfDays, vagueSpan } from './days.js';
import { aliasesOf, isJoint, jointForce, nameOf, parentOf, referenceTo } from './forces.js';
import { placeOf } from './names.js';

/** The rows of the sheet of units: each packs a parent, a site, an area and a membership side by side. */

const [PARENT, SITE, AREA, MEMBER] = [
  'OrganizationOrganization:',
  'Site:',
  'Area of Operations ',
  'OrganizationMembership:',
];
const BRANCHES = [
  'Army',
  'Army; Infantry',
  'Army; Military; Engineers',
  'Navy',
  'Police; Gendarmerie',
  'Air Force',
  'Logistics',
];
const CLASSES = ['Command', 'Command', 'Command', 'Command', 'Administrative', 'Operational', 'Informal'];

export function* unitRows(world: World, counts: Counts): Generator<Cells> {
  for (let number = 0; number < world.units; number += 1) {
    counts.units += 1;
    for (const row of rowsOf(world, counts, number)) {
      counts.unitRows += 1;
      counts.citations += citationsIn(row);
      counts.links += LINKS.filter((column) => (row[column] ?? '') !== '').length;
      yield row;
    }
  }
}

function rowsOf(world: World, counts: Counts, number: number): Cells[] {
  const { dice } = world;
  const name = cited(world, 'Organization:Name', nameOf(world, number));
  const parents = parentsOf(world, counts, number);
  const places = dice.chance(0.1) ? 2 : 1;
  const rows = Array.from({ length: Math.max(1, parents.length, places) }, (_none, at) => ({
    ...name,
    ...(at === 0 ? about(world, number) : {}),
    ...parents[at],
    ...(at < places ? placesOf(world, number) : {}),
    ...(at === 0 && !isJoint(world, number) && number > 0 ? membership(world) : {}),
  }));
  // Sheets repeat themselves: the same row again, or all but one of its facts.
  const [first] = rows;
  if (first && dice.chance(0.03)) rows.push(first);
  if (first && dice.chance(0.03)) rows.push({ ...first, ...placesOf(world, number) });
  return rows;
}

function about(world: World, number: number): Cells {
  const aliases = aliasesOf(world, number);
  return {
    ...(aliases.length > 0 ? cited(world, 'Organization:Aliases', aliases.join('; ')) : {}),
    ...cited(world, 'Organization:Classification', BRANCHES[number % BRANCHES.length] as string),
    ...cited(world, 'Organization:Country', 'xo'),
  };
}

/** The parents of a unit, one after the other: most have one, a fifth two or three, and some one that has no row of its own. */
function parentsOf(world: World, counts: Counts, number: number): Cells[] {
  const { dice } = world;
  if (number === 0 || isJoint(world, number)) return [];
  const usual = parentOf(world, number);
  const others = [usual - 1, usual - 2].filter((other) => other >= 0).slice(0, dice.one([0, 0, 0, 0, 1, 1, 2]));
  const spans = others.length === 0 ? [vagueSpan(dice, 0, LAST_FACT)] : adjoiningSpans(dice, others.length + 1);
  const rows = spans.map((span, at) =>
    parent(world, referenceTo(world, at === 0 ? usual : (others[at - 1] as number)), span),
  );
  if (number % 97 !== 0) return rows;
  counts.stubs += 1;
  const away = number % 2 === 0 ? `Unknown directorate (${number})` : `Directorate ${number} of the General Staff`;
  return [...rows, parent(world, away, vagueSpan(dice, 0, LAST_FACT))];
}

function parent(world: World, name: string, span: SpanOfDays): Cells {
  const day = beginning(span);
  const classed = world.dice.chance(0.93);
  return {
    ...cited(world, `${PARENT}parent_id`, name, day),
    ...(classed ? cited(world, `${PARENT}classification`, world.dice.one(CLASSES), day) : {}),
    ...range(world, PARENT, span),
  };
}

/** Bases lie close together: several units share one, and operate around it. */
function placesOf(world: World, number: number): Cells {
  const { dice } = world;
  const [based, operating] = [vagueSpan(dice, 0, LAST_FACT), vagueSpan(dice, 0, LAST_FACT)];
  const { latin } = placeOf(Math.floor(number / 3) + dice.below(20));
  return {
    ...cited(world, `${SITE}Name`, `Camp ${latin}`, beginning(based)),
    ...range(world, SITE, based),
    ...cited(world, `${AREA}Name`, `${latin} District`, beginning(operating)),
    ...range(world, AREA, operating),
  };
}

function membership(world: World): Cells {
  const span = vagueSpan(world.dice, 0, LAST_FACT);
  return {
    ...cited(world, `${MEMBER}organization_id`, referenceTo(world, jointForce(world)), beginning(span)),
    ...range(world, MEMBER, span),
  };
}

const LINKS = [`${PARENT}parent_id`, `${SITE}Name`, `${AREA}Name`, `${MEMBER}organization_id`];

export const UNIT_COLUMNS = [
  ...['Name', 'Aliases', 'Classification', 'Country'].flatMap((name) => fieldColumns(`Organization:${name}`)),
  ...fieldColumns(`${PARENT}parent_id`),
  ...fieldColumns(`${PARENT}classification`),
  ...rangeColumns(PARENT),
  ...fieldColumns(`${SITE}Name`),
  ...rangeColumns(SITE),
  ...fieldColumns(`${AREA}Name`),
  ...rangeColumns(AREA),
  ...fieldColumns(`${MEMBER}organization_id`),
  ...rangeColumns(MEMBER),
];
