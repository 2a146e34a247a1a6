import type { Run } from './conversion.js';
import { giveEntity } from './entity.js';

/** Gives the files of a run as a report, and who made them: what gives no other source cites it. */
export function giveItself(run: Run): void {
  const { publisher, ...report } = run.options.itself;
  const origin = { file: run.options.dataset, row: 1 };
  const { id, access = 'PUBLIC' } = report;
  run.give('reports', { ...report, access, publisher: publisher.id }, origin);
  const name = { value: publisher.name, kind: 'PREFERRED' as const, lang: 'und', script: 'Zyyy' };
  const names = [{ ...name, cites: [{ report: id }], access, credibility: 6 as const }];
  giveEntity(run, 'bodies', publisher.id, { kind: publisher.kind }, { names }, origin);
}
