import { beforeAll, describe, expect, test } from '@jest/globals';
import { load } from '../../src/exchange/seed/load-datasets.js';
import { FILES } from '../../src/model/record/record-shapes.js';
import { CASE_QUESTIONS, contentHashOf } from '../support/case-questions.js';
import { gradesOf } from '../support/competency.js';
import { changed } from '../support/fictional.js';
import { answer, graph, RECORDED_AT, useGraph } from '../support/graph.js';

useGraph('fictional');

const LATER = '2026-02-01T00:00:00.000Z';
const ABOUT = {
  incident: 'incident-fx-i2',
  person: 'person-fx-anders',
  unit: 'unit-fx-u3',
  finding: 'finding-fx-d',
  report: 'report-fx-un-2022',
  on: '2022-03-20',
  from: '2021-01-01',
  to: '2024-12-31',
};

/** A step to punish that a source reports later on; and the claim that there was none is withdrawn. */
const DISCIPLINE = FILES.measures.parse({
  kind: 'DISCIPLINE',
  on: '2022-04-01',
  concerns: ['person-fx-anders', 'incident-fx-i2'],
  credibility: 2,
  cites: [{ report: 'report-fx-observer-2023', pinpoint: 'section 5', paraphrase: 'Suspended an officer.' }],
});

const withOtherMeasures = () =>
  changed(({ measures }) => ({
    measures: [
      ...measures.filter(({ record: { kind, on } }) => !(kind === 'NONE_REPORTED' && on.text === '2022-04-14')),
      { record: DISCIPLINE, origin: { file: 'fictional/measures.yaml', line: 1_000 } },
    ],
  }));

/** All questions, each answered under one lens; what is compared with it leaves a report out. */
async function askedAll(lens: { readonly recordedBy: string } | null): Promise<Map<string, unknown>> {
  const other = { ...lens, excludeReports: ['report-fx-archive-2023'] };
  const answers = new Map<string, unknown>();
  for (const [what, source] of CASE_QUESTIONS) answers.set(what, await answer(source, { ...ABOUT, lens, other }));
  return answers;
}

let before: Map<string, unknown>;
let again: Map<string, unknown>;
let now: Map<string, unknown>;

beforeAll(async () => {
  before = await askedAll(null);
  expect(await load(graph(), withOtherMeasures(), LATER)).toMatchObject({ created: 1, retracted: 1 });
  again = await askedAll({ recordedBy: RECORDED_AT });
  now = await askedAll(null);
}, 240_000);

describe('after the graph has changed', () => {
  test.each(CASE_QUESTIONS)('%s has the same bytes under the lens of its first answer', (what) => {
    const first = JSON.stringify(before.get(what));
    expect(first).toContain(`"recordedBy":"${RECORDED_AT}"`);
    expect(JSON.stringify(again.get(what))).toBe(first);
    expect(contentHashOf(again.get(what))).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(CASE_QUESTIONS)('%s has another content hash without that lens', (what) => {
    expect(JSON.stringify(now.get(what))).toContain(`"recordedBy":"${LATER}"`);
    expect(contentHashOf(now.get(what))).not.toBe(contentHashOf(before.get(what)));
  });

  test('the retracted and the added claim change the grade that they count for, and no other', () => {
    const grades = (answers: Map<string, unknown>) => {
      // biome-ignore lint/suspicious/noExplicitAny: an answer has any shape
      const data: any = answers.get('the responsibility of one person');
      return gradesOf(data.answer.matrix);
    };
    expect(grades(before)).toContain('FAILURE_TO_PUNISH_OR_SUBMIT INDICATED');
    expect(grades(now).filter((graded) => !grades(before).includes(graded))).toEqual([
      // The warrant alone alleges it then, and a measure weighs against it.
      'FAILURE_TO_PUNISH_OR_SUBMIT CONTESTED',
    ]);
  });
});
