import { visible, wordsOfTwoScripts } from '../../../model/names/letters.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/** Names and titles as a reader sees them: what web pages, Word and PDF put between their letters is no part of them. */

type ImportRecord = Readonly<Record<string, unknown>>;

/** The record without invisible characters in names and titles; says so, and which words mix letters of two scripts. */
export function withVisibleNames(record: ImportRecord, origin: Origin, report: ImportReport): ImportRecord {
  const { names, title } = record;
  const show = (text: string) => visibleText(text, origin, report);
  return {
    ...record,
    ...(Array.isArray(names) && { names: names.map((name) => withVisibleValue(name, show)) }),
    ...(typeof title === 'string' && { title: show(title) }),
  };
}

function withVisibleValue(name: unknown, show: (text: string) => string): unknown {
  if (typeof name === 'string') return show(name);
  const { value } = name as { readonly value?: unknown };
  return typeof value === 'string' ? { ...(name as object), value: show(value) } : name;
}

function visibleText(text: string, origin: Origin, report: ImportReport): string {
  const name = visible(text).trim();
  if (name === '') return text;
  const hidden = [...text.normalize('NFC')].filter((letter) => visible(letter) === '');
  if (hidden.length > 0)
    report.warning(
      origin,
      'a name without invisible characters',
      name,
      `Invisible characters are removed: ${[...new Set(hidden)].map(codePoint).join(', ')}.`,
    );
  const mixed = wordsOfTwoScripts(name);
  if (mixed.length > 0)
    report.warning(
      origin,
      'words of letters from one script',
      mixed.join(', '),
      'Latin and Cyrillic letters that look alike stand in one word. The name is stored as it is stated, and found in either script.',
    );
  return hidden.length > 0 ? name : text;
}

const codePoint = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
