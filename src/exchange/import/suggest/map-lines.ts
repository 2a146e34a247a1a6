import { plainHeading } from '../words/column-headings.js';
import type { ColumnProfile } from './column-profile.js';

/** The lines of a map as YAML. */

export const indented = (blanks: number, lines: readonly string[]) =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(blanks) + line));

export const record = (template: string, columns: readonly string[], where: readonly string[] = []) => [
  `- template: ${template}`,
  ...indented(2, [...where, 'columns:', ...indented(2, columns)]),
];

export const list = (items: readonly string[]) => `[${items.join(', ')}]`;

/** A text as YAML: bare where nothing in it has a meaning of its own. */
export const scalar = (text: string) =>
  /^[A-Za-z][A-Za-z0-9_ ]*$/.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$|\s$/i.test(text)
    ? text
    : JSON.stringify(text);

/** A text as a part of an id. */
export const slugOf = (text: string) =>
  plainHeading(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** A word in capitals for an identifier or a fact: of a heading in other letters, the word for what it means. */
export function property(text: string, meaning: string): string {
  const word = plainHeading(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+|_+$/g, '')
    .slice(0, 40);
  return word.length > 1 ? word : `${meaning.toUpperCase()}_AS_STATED`;
}

export const examples = ({ values }: ColumnProfile, count: number) =>
  values
    .slice(0, count)
    .map((value) => JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value))
    .join(', ');
