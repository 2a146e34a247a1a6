import { expect, test } from '@jest/globals';
import { dossierHtml } from '../../../src/exchange/dossier/print/page.html.js';
import { misfitsOn, overlapsOn, printedOn, usePage } from './printer.js';
import { GREAT, madeDossier, WISHES } from './sample-case.js';

const page = usePage();
const dossier = madeDossier(GREAT, 5);

test('the large case has ten levels, forty reports and names of 120 characters in two scripts', () => {
  const names = GREAT.under.map((_units, index) => GREAT.unitName(index));
  expect(names.every((name) => name.length === 120)).toBe(true);
  expect(names.join()).toMatch(/[А-я].*[A-z]/s);
  expect(new Set(dossier.exhibits.map(({ reportId }) => reportId)).size).toBe(40);
  expect(dossier.chains.map(({ levels }) => levels.length)).toEqual([10]);
});

test('the large dossier prints on several sheets of A4, with nothing too wide or cut off', async () => {
  await page().setContent(dossierHtml(dossier));
  expect(await misfitsOn(page())).toEqual([]);
  const { sheets, pdf } = await printedOn(page());
  expect(sheets).toBeGreaterThan(10);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('the chart draws every unit in one box, and no two boxes or labels overlap', async () => {
  await page().setContent(dossierHtml(dossier));
  expect(await page().locator('.unit').count()).toBe(GREAT.under.length);
  expect(await overlapsOn(page(), '.unit')).toBe(0);
  expect(await overlapsOn(page(), 'svg text')).toBe(0);
});

test('the chart draws a unit above its subordinates', async () => {
  await page().setContent(dossierHtml(madeDossier(WISHES)));
  expect(await page().locator('.unit .name').allInnerTexts()).toEqual(['Unit 2', 'Unit 1', 'Unit 0']);
  expect(await page().locator('.unit.subject .name').allInnerTexts()).toEqual(['Unit 1']);
});

test('the page of a dossier contains no script and loads nothing', async () => {
  const requests: string[] = [];
  page().on('request', (request) => requests.push(request.url()));
  await page().setContent(dossierHtml(madeDossier({ ...WISHES, personName: () => '<img src=x onerror=alert(1)>' })));
  expect(await page().locator('script, img, link, iframe, object').count()).toBe(0);
  expect(requests).toEqual([]);
});
