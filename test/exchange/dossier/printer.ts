import { afterAll, beforeAll } from '@jest/globals';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/** A real browser with one page as wide as A4: gives what reads the page. Its other pages would share its process. */
export function usePage(): () => Page {
  let browser: Browser | undefined;
  let page: Page | undefined;
  beforeAll(async () => {
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: [...chromium.args, '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
      headless: true,
    });
    page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: 'print' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (!page) throw new Error('Call usePage() at the top of the test file.');
    return page;
  };
}

/** The page on A4 as it would be printed, and how many sheets it takes. */
export async function printedOn(page: Page): Promise<{ pdf: Buffer; sheets: number }> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return { pdf, sheets: pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0 };
}

/** Runs in the page: elements wider or higher than their frame, and drawn words beyond their drawing. */
const MISFITS = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const wide = all('html, body, table, td, th, dl, dd, .unit, .row, .band, p, li').filter(
    (element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1,
  );
  const cut = all('.unit, td, th').filter((element) => element.scrollHeight > element.clientHeight + 1);
  const beyond = all('svg text').filter((text) => {
    const [inner, outer] = [text.getBoundingClientRect(), text.closest('svg').getBoundingClientRect()];
    return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1;
  });
  return [...wide, ...cut, ...beyond].map((element) => element.tagName + ' ' + element.textContent.slice(0, 60));
})()`;

/** What does not fit on the page, by its first words. */
export const misfitsOn = (page: Page): Promise<string[]> => page.evaluate(MISFITS);

/** How many pairs of the elements that a selector finds lie over one another. */
export const overlapsOn = (page: Page, selector: string): Promise<number> =>
  page.evaluate(`(() => {
    const frames = [...document.querySelectorAll('${selector}')].map((element) => element.getBoundingClientRect());
    const apart = (one, other) =>
      one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
    return frames.flatMap((one, at) => frames.slice(at + 1).filter((other) => !apart(one, other))).length;
  })()`);
