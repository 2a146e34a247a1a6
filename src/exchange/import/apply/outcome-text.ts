import type { Balance, ImportIssue, UnknownRole } from '../report/import-report.js';
import type { ImportOutcome } from './import-files.js';

/** What an import has to say at its end, in lines for a person. */
export function reportLines(outcome: ImportOutcome): string[] {
  const { state, batch, report, effect, retracted } = outcome;
  const { created, unchanged, restored, left, kinds } = effect;
  const ordered = Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...report.problems.map(lineOf),
    ...report.omitted.map(({ severity, message, count }) => `${severity} … and ${count} more: ${message}`),
    ...unknownRoleLines(report.unknownRoles),
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
const ROLES_SHOWN = 20;

function unknownRoleLines(roles: readonly UnknownRole[]): string[] {
  if (roles.length === 0) return [];
  const frequent = roles.slice(0, ROLES_SHOWN).map(({ asStated, count }) => `${JSON.stringify(asStated)} ${count}`);
  const more = roles.length > ROLES_SHOWN ? [`and ${roles.length - ROLES_SHOWN} more`] : [];
  return [
    `Roles that are not among the words for roles: ${[...frequent, ...more].join(', ')}. They command nothing; --roles FILE adds words.`,
  ];
}

function lineOf({ severity, file, row, column, expected, got, message }: ImportIssue): string {
  const place = `${file}:${row}${column ? ` (${column})` : ''}`;
  return `${severity} ${place}: ${message} Expected ${expected}; got ${got === '' ? 'nothing' : JSON.stringify(got)}.`;
}

const balance = ({ in: arrived, out, repeated, refused }: Balance) =>
  `${arrived} in, ${out} out, ${repeated} repeated, ${refused} refused`;
