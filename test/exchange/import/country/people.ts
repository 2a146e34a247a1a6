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
import { referenceTo } from './forces.js';
import { personOf } from './names.js';

/** The rows of the sheet of people: one posting each. */

const ROLES = ['Commander', 'Commander', 'Deputy Commander', 'Chief of Staff', 'Member', 'Quartermaster'];
const RANKS = ['General', 'Colonel', 'Major', 'Captain', 'Lieutenant'];

export function* peopleRows(world: World, counts: Counts): Generator<Cells> {
  for (let number = 0; counts.postings < world.postings; number += 1) {
    const rows = postingsOf(world, number).slice(0, world.postings - counts.postings);
    counts.postings += rows.length;
    const [first] = rows;
    for (const row of [...rows, ...(first && world.dice.chance(0.03) ? [first] : [])]) {
      counts.postingRows += 1;
      counts.links += 1;
      counts.citations += citationsIn(row);
      yield row;
    }
  }
}

/** Most people have one posting; some have two at one unit, one after the other, and some have posts in two units. */
function postingsOf(world: World, number: number): Cells[] {
  const { dice } = world;
  const who = personIn(world, number);
  const unit = () => dice.below(world.units);
  const draw = dice.next();
  if (draw < 0.07) {
    const one = unit();
    const [deputy, commander] = adjoiningSpans(dice, 2) as [SpanOfDays, SpanOfDays];
    return [posting(world, who, one, 'Deputy Commander', deputy), posting(world, who, one, 'Commander', commander)];
  }
  const count = draw < 0.14 ? 2 : 1;
  return Array.from({ length: count }, () =>
    posting(world, who, unit(), dice.one(ROLES), vagueSpan(dice, 0, LAST_FACT)),
  );
}

function personIn(world: World, number: number): Cells {
  const { name, initial } = personOf(number);
  return {
    ...cited(world, 'Name', name),
    ...(number % 5 === 0 ? cited(world, ALIASES, initial, 0, 'Aliases or alternative spellings') : {}),
  };
}

function posting(world: World, who: Cells, unit: number, role: string, span: SpanOfDays): Cells {
  const { dice } = world;
  const day = beginning(span);
  return {
    ...who,
    ...cited(world, 'Organization', referenceTo(world, unit), day),
    ...cited(world, 'Role', role, day),
    ...cited(world, 'Title (official title)', `${role} of unit ${unit + 1}`, day, 'Title'),
    ...cited(world, 'Rank', dice.one(RANKS), day),
    ...range(world, '', span),
    ...(dice.chance(0.1) ? cited(world, 'Context for start date', 'Named in a decree of appointment', day) : {}),
  };
}

const ALIASES = 'Aliases or alternative spellings (semi-colon separated)';

export const PEOPLE_COLUMNS = [
  ...fieldColumns('Name'),
  ...fieldColumns(ALIASES, 'Aliases or alternative spellings'),
  ...fieldColumns('Organization'),
  ...fieldColumns('Role'),
  ...fieldColumns('Title (official title)', 'Title'),
  ...fieldColumns('Rank'),
  ...rangeColumns(''),
  ...fieldColumns('Context for start date'),
  ...fieldColumns('Context for end date'),
];
