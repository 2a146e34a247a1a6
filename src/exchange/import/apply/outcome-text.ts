import { LEXICON, type Word, words } from '../../../model/vocabulary.js';
import type { Balance, ImportIssue, ReportNote, UnknownWord } from '../report/import-report.js';
import type { ImportOutcome } from './import-files.js';

/** What an import has to say at its end, in lines for a person. */
export function reportLines(outcome: ImportOutcome): string[] {
  const { state, batch, report, effect, retracted } = outcome;
  const { created, unchanged, restored, left, kinds } = effect;
  const ordered = Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...report.problems.map(lineOf),
    ...report.notes.map(noteLine),
    ...report.omitted.map(({ severity, message, count }) => `${severity} … and ${count} more: ${message}`),
    ...words(LEXICON).flatMap((lexicon) =>
      unknownWordLines(
        lexicon,
        report.unknownWords.filter((one) => one.lexicon === lexicon),
      ),
    ),
    `Links: ${balance(report.links.balance)}. Citations: ${balance(report.citations.balance)}.`,
    `New: ${created}${created > 0 ? ` (${ordered.map(([kind, count]) => `${kind} ${count}`).join(', ')})` : ''}. Unchanged: ${unchanged}. Restored: ${restored}. Left retracted by an editor: ${left}. Retracted: ${retracted}.`,
    ENDINGS[state](outcome, batch ?? ''),
  ];
}

const ENDINGS: Readonly<Record<ImportOutcome['state'], (outcome: ImportOutcome, batch: string) => string>> = {
  CHECKED: () => 'Checked: there are no errors, and nothing was written.',
  REFUSED: ({ report }) =>
    `Refused: ${report.errors} errors, ${report.warnings} warnings. Nothing was written: correct the rows named above and start again, or leave them out with --skip-faulty.`,
  UNCHANGED: () => 'The graph holds all of it already: nothing was changed.',
  WRITTEN: ({ report }, batch) =>
    `Written as ${batch}, with ${report.warnings} warnings${report.errors > 0 ? `, and without the ${report.errors} faulty values named above` : ''}. To undo it: npm run import -- undo ${batch} --reason "…"`,
};

/** As many as a person reads; the report as data has all. */
const WORDS_SHOWN = 20;

const CONSEQUENCES: Readonly<Record<Word<typeof LEXICON>, { readonly about: string; readonly message: string }>> = {
  ROLES: {
    about: 'Roles that are not among the words for roles',
    message: 'They command nothing; --roles FILE adds words.',
  },
  UNIT_KINDS: {
    about: 'Kinds of units that are not among the words for them',
    message: 'They are kept as the files state them; --unit-kinds FILE adds words.',
  },
  INCIDENT_KINDS: {
    about: 'Kinds of incidents that are not among the words for them',
    message: 'They are kept as the files state them; --incident-kinds FILE adds words.',
  },
};

function unknownWordLines(lexicon: Word<typeof LEXICON>, unknown: readonly UnknownWord[]): string[] {
  if (unknown.length === 0) return [];
  const frequent = unknown.slice(0, WORDS_SHOWN).map(({ asStated, count }) => `${JSON.stringify(asStated)} ${count}`);
  const more = unknown.length > WORDS_SHOWN ? [`and ${unknown.length - WORDS_SHOWN} more`] : [];
  const { about, message } = CONSEQUENCES[lexicon];
  return [`${about}: ${[...frequent, ...more].join(', ')}. ${message}`];
}

function lineOf({ severity, file, row, column, expected, got, message }: ImportIssue): string {
  const place = `${file}:${row}${column ? ` (${column})` : ''}`;
  return `${severity} ${place}: ${message} Expected ${expected}; got ${got === '' ? 'nothing' : JSON.stringify(got)}.`;
}

function noteLine({ file, column, message, count, example }: ReportNote): string {
  const cells = example === undefined ? '' : ` ${count} cells, such as ${JSON.stringify(example)}.`;
  return `NOTE ${file}${column ? ` (${column})` : ''}: ${message}${cells}`;
}

const balance = ({ in: arrived, out, repeated, refused }: Balance) =>
  `${arrived} in, ${out} out, ${repeated} repeated, ${refused} refused`;
