import type { RESPONSIBILITY_ELEMENT, Word } from '../../model/vocabulary.js';
import { type Framework, readFrameworks } from './frameworks/frameworks.table.js';

export type { Framework };

export type ElementName = Word<typeof RESPONSIBILITY_ELEMENT>;

/** The name of a legal test in `seed/frameworks.yaml`. */
export type FrameworkName = string;

/** The legal tests by their names. */
export const FRAMEWORKS: Readonly<Record<FrameworkName, Framework>> = readFrameworks();

export function frameworkOf(name: FrameworkName): Framework {
  const framework = FRAMEWORKS[name];
  if (!framework) throw new Error(`Expected one of ${Object.keys(FRAMEWORKS).join(', ')}; got ${name}.`);
  return framework;
}
