import { visible, withoutInvisible, wordsOfTwoScripts } from '../../../model/names/letters.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/** Names and titles as a reader sees them: what web pages, Word and PDF put between their letters is no part of them. */

type ImportRecord = Readonly<Record<string, unknown>>;

/** The record without invisible characters in names and titles; says so, and which words mix letters of two scripts. */
export function withVisibleNames(record: ImportRecord, origin: Origin, report: ImportReport): ImportRecord {
  const { names, title } = record;
  const show = (text: string) => visibleText(text, visible, origin, report);
  return {
    ...record,
    ...(Array.isArray(names) && { names: visibleOnes(names.map((name) => withVisibleValue(name, show))) }),
    ...(typeof title === 'string' && { title: visibleText(title, withoutInvisible, origin, report) }),
  };
}

const valueIn = (name: unknown) => (typeof name === 'string' ? name : (name as { readonly value?: unknown }).value);

/** Names without those of which nothing is left; all of them where nothing is left of any, so that the record is refused. */
function visibleOnes(names: readonly unknown[]): readonly unknown[] {
  const left = names.filter((name) => valueIn(name) !== '');
  return left.length > 0 ? left : names;
}

function withVisibleValue(name: unknown, show: (text: string) => string): unknown {
  if (typeof name === 'string') return show(name);
  const value = valueIn(name);
  return typeof value === 'string' ? { ...(name as object), value: show(value) } : name;
}

/** A title may have lines. */
function visibleText(text: string, clean: (text: string) => string, origin: Origin, report: ImportReport): string {
  const name = clean(text).trim();
  const changed = [...new Set([...text.normalize('NFC')].filter((letter) => clean(letter) !== letter))];
  const [removed, breaks] = [changed.filter(isInvisible), changed.filter((letter) => !isInvisible(letter))];
  const changes = [
    ...(removed.length > 0 ? [`Invisible characters are removed: ${codePoints(removed)}.`] : []),
    ...(breaks.length > 0 ? [`Line breaks and tabs are spaces: ${codePoints(breaks)}.`] : []),
  ];
  if (changes.length > 0) report.warning(origin, 'a name without invisible characters', name, changes.join(' '));
  const mixed = wordsOfTwoScripts(name);
  if (mixed.length > 0)
    report.warning(
      origin,
      'words of letters from one script',
      mixed.join(', '),
      'Latin and Cyrillic letters that look alike stand in one word. The name is stored as it is stated, and found in either script.',
    );
  return changes.length > 0 ? name : text;
}

const isInvisible = (letter: string) => visible(letter) === '';
const codePoints = (letters: readonly string[]) => letters.map(codePoint).join(', ');
const codePoint = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
