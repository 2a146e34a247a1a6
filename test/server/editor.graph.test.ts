import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { readQuestions } from '../../src/server/query-editor.js';
import { useGraphToRead } from '../support/graph.js';
import { send, useServer } from '../support/server.js';

useGraphToRead('amnesty-ukraine', 'public-record');
const address = useServer();

/** A browser that speaks to nobody of its own accord. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--metrics-recording-only',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

let browser: Browser | undefined;
let page: Page;
const requests: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, ...QUIET],
    headless: true,
  });
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${address()}/`, { waitUntil: 'networkidle' });
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

test('each question of the docs has a unique title', async () => {
  const titles = (await readQuestions()).map(({ title }) => title);
  expect(titles).toHaveLength((await readdir(new URL('../../docs/questions', import.meta.url))).length);
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(title).not.toMatch(/\.graphql$/);
});

test('the query editor has a window for each question of the docs', async () => {
  const titles = (await readQuestions()).map(({ title }) => title);
  await page
    .getByText(titles[0] ?? 'no question')
    .first()
    .waitFor({ timeout: 20_000 });
  const text = await page.locator('body').innerText();
  for (const title of titles) expect(text).toContain(title);
  expect(await page.title()).toContain('accountability-graph');
}, 30_000);

test('the query editor runs the first question and shows its answer', async () => {
  const titles = (await readQuestions()).map(({ title }) => title);
  await page
    .getByText(titles[0] ?? 'no question')
    .first()
    .click();
  await page.getByText('query WhoCommanded').first().waitFor({ timeout: 10_000 });
  const answered = page.waitForResponse(
    (response) => response.url().endsWith('/graphql') && (response.request().postData() ?? '').includes('WhoCommanded'),
  );
  await page
    .locator('button', { hasText: /send request|run query/i })
    .first()
    .click();
  expect((await answered).status()).toBe(200);
  await page.getByText('Sergei Surovikin').first().waitFor({ timeout: 20_000 });
}, 60_000);

test('the query editor sends requests to our own server alone, and logs no error', () => {
  expect(requests.length).toBeGreaterThan(5);
  expect(requests.filter((url) => !url.startsWith(`${address()}/`) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the query editor may run scripts of its own origin only', async () => {
  const policy = (await send(`${address()}/`)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  expect(policy).not.toMatch(/https?:\/\/|\*/);
});
