import type { World } from './cells.js';
import { echelonOf, placeOf } from './names.js';

/** The units of the country: a tree of about ten levels by number, and joint forces beside it. */

/** The last units of all are joint forces that others are members of. */
const JOINT = 0.02;

export const isJoint = ({ units }: World, number: number) => number >= units - Math.ceil(units * JOINT);

export function jointForce(world: World): number {
  const count = Math.ceil(world.units * JOINT);
  return world.units - 1 - world.dice.below(count);
}

/** The parent in the tree always has a lower number, so no unit is ever above itself. */
export function parentOf({ units }: World, number: number): number {
  return Math.floor(number / Math.max(1.9, units ** 0.1));
}

function levelOf(world: World, number: number): number {
  return number === 0 ? 0 : 1 + levelOf(world, parentOf(world, number));
}

/** The name by which other rows refer to a unit: no other unit bears it. */
export function nameOf(world: World, number: number): string {
  if (isJoint(world, number)) return `Joint Force ${placeOf(number).latin} ${number + 1}`;
  return `${number + 1} ${placeOf(number * 5).latin} ${echelonOf(levelOf(world, number))[0]}`;
}

/** The name in Cyrillic letters, which every fourth unit has; it leads to one unit only, too. */
export function cyrillicOf(world: World, number: number): string | undefined {
  if (number % 4 !== 1 || isJoint(world, number)) return undefined;
  return `${number + 1} ${placeOf(number * 5).cyrillic} ${echelonOf(levelOf(world, number))[1]}`;
}

/** Other names of a unit. Many units share the short one, and nothing refers to a unit by it. */
export function aliasesOf(world: World, number: number): string[] {
  const short = `${(number % 40) + 1} ${echelonOf(levelOf(world, number))[0]}`;
  const cyrillic = cyrillicOf(world, number);
  return [...(cyrillic ? [cyrillic] : []), ...(number % 3 === 0 && !isJoint(world, number) ? [short] : [])];
}

/** How a row writes the name of another unit: mostly as it is, at times in capitals, with more spaces, or in Cyrillic. */
export function referenceTo(world: World, number: number): string {
  const name = nameOf(world, number);
  const draw = world.dice.next();
  if (draw < 0.03) return name.toUpperCase();
  if (draw < 0.05) return name.replace(' ', '  ');
  return (draw < 0.15 && cyrillicOf(world, number)) || name;
}
