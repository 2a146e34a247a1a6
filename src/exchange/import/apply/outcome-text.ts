import { LEXICON, type Word, words } from '../../../model/vocabulary.js';
import type { DifferenceSample, EditionDifference } from '../report/edition-difference.js';
import type { Balance, ReportNote, UnknownWord } from '../report/import-report.js';
import type { ProblemKind } from '../report/problem-sample.js';
import type { ImportOutcome } from './import-files.js';

/** What an import has to say at its end, in lines for a person; `reportPath` is where its complete report is. */
export function reportLines(outcome: ImportOutcome, reportPath: string): string[] {
  const { state, batch, report, effect, retracted } = outcome;
  const { created, unchanged, restored, left, kinds } = effect;
  const ordered = Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...kindLines(report.problemKinds),
    ...report.notes.map(noteLine),
    ...words(LEXICON).flatMap((lexicon) =>
      unknownWordLines(
        lexicon,
        report.unknownWords.filter((one) => one.lexicon === lexicon),
      ),
    ),
    // What is refused was not read as a whole, so its differences say nothing.
    ...(state === 'REFUSED' ? [] : differenceLines(outcome.differences)),
    `Links: ${balance(report.links.balance)}. Citations: ${balance(report.citations.balance)}.`,
    `New: ${created}${created > 0 ? ` (${ordered.map(([kind, count]) => `${kind} ${count}`).join(', ')})` : ''}. Unchanged: ${unchanged}. Restored: ${restored}. Left retracted by an editor: ${left}. Retracted: ${retracted}.`,
    ENDINGS[state](outcome, batch ?? ''),
    `The complete report: ${reportPath}`,
  ];
}

const ENDINGS: Readonly<Record<ImportOutcome['state'], (outcome: ImportOutcome, batch: string) => string>> = {
  CHECKED: () => 'Checked: there are no errors, and nothing was written.',
  REFUSED: ({ report }) =>
    `Refused: ${report.errors} errors, ${report.warnings} warnings. Nothing was written: correct the rows that the complete report names and start again, or leave them out with --skip-faulty. With --whole no row may be left out, because what it stated before would be taken back.`,
  UNCHANGED: () => 'The graph holds all of it already: nothing was changed.',
  WRITTEN: ({ report }, batch) =>
    `Written as ${batch}, with ${report.warnings} warnings${report.errors > 0 ? `, and without the ${report.errors} faulty values that the complete report names` : ''}. To undo it: npm run import -- undo ${batch} --reason "…"`,
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

/** As many kinds of problems as a person reads; the complete report has all. */
const KINDS_SHOWN = 10;

function kindLines(kinds: readonly ProblemKind[]): string[] {
  const more = kinds.slice(KINDS_SHOWN);
  const count = more.reduce((sum, kind) => sum + kind.count, 0);
  return [
    ...kinds.slice(0, KINDS_SHOWN).map(kindLine),
    ...(more.length > 0 ? [`And ${count} problems of ${more.length} further kinds.`] : []),
  ];
}

function kindLine({ severity, message, count, example }: ProblemKind): string {
  const { file, row, column, expected, got } = example;
  const place = `${file}:${row}${column ? ` (${column})` : ''}`;
  const text = `expected ${expected}; got ${got === '' ? 'nothing' : JSON.stringify(got)}.`;
  return `${severity} × ${count}: ${message} ${count === 1 ? 'At' : 'First at'} ${place}: ${text}`;
}

function noteLine({ file, column, message, count, example }: ReportNote): string {
  const cells = example === undefined ? '' : ` ${count} cells, such as ${JSON.stringify(example)}.`;
  return `NOTE ${file}${column ? ` (${column})` : ''}: ${message}${cells}`;
}

function differenceLines({ counts, examples }: DifferenceSample): string[] {
  const { CHANGED, TAKEN_BACK, ADDED, SOURCES_CHANGED } = counts;
  const rest = CHANGED + TAKEN_BACK + ADDED + SOURCES_CHANGED - examples.length;
  if (examples.length === 0) return [];
  return [
    `Of what the graph holds of the dataset: ${CHANGED} changed, ${TAKEN_BACK} taken back, ${ADDED} added, ${SOURCES_CHANGED} the same with other sources.`,
    ...examples.map(differenceLine),
    ...(rest > 0 ? [`And ${rest} more differences.`] : []),
  ];
}

function differenceLine({ change, kind, subject, object, before, after }: EditionDifference): string {
  const text = change === 'CHANGED' || change === 'SOURCES_CHANGED' ? `${before} → ${after}` : `${before}${after}`;
  return `${change} ${subject}: ${kind}${object ? ` (${object})` : ''} ${text}`;
}

const balance = ({ in: arrived, out, repeated, refused }: Balance) =>
  `${arrived} in, ${out} out, ${repeated} repeated, ${refused} refused`;
