import { expect, test } from '@jest/globals';
import { isWebAddress } from '../../src/exchange/dossier/html.js';
import { ABOUT_FILES } from '../../src/exchange/import/import-request.js';
import { issuesOf } from '../../src/exchange/import/record/validate-record.js';
import { REPORT } from '../../src/model/record/fields/report.js';
import { webAddress } from '../../src/model/web-address.js';

const REFUSED = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ftp://example.org/a',
  'blob:https://example.org/1',
  'mailto:a@example.org',
  '//example.org/a',
  'example.org/a',
  'https:example.org',
  'https:/example.org',
  'https:\\\\example.org',
  'https://example.org\\@evil.example/',
  'https://user:word@example.org/',
  'https://user@example.org/',
  'https://:word@example.org/',
  'https://example.org/"onmouseover=alert(1)',
  'https://example.org/<script>',
  'https://example.org/a>b',
  'https://example.org/`a`',
  'https://example.org/a b',
  'https://example.org/\u202Egnp.exe',
  'https://example.org/\u0000',
  'https://exa\tmple.org/',
  'https://',
  'https:///a',
  'https://[::1/',
  'https://example.org:99999/',
  'view-source:https://example.org/',
  '',
];

test.each(REFUSED)('%j is refused, with what was expected, and never a link', (text) => {
  expect(webAddress(text)).toBeUndefined();
  expect(isWebAddress(text)).toBe(false);
  for (const name of ['url', 'copyUrl', 'archivedUrl'] as const)
    expect(REPORT[name].shape.safeParse(text).error?.issues).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^expected an address such as https:\/\/example\.org\/page:/),
      }),
    ]);
  const about = ABOUT_FILES.safeParse({ sourceTitle: 'A', publisher: 'B', url: text });
  expect(about.error?.issues.map(({ path }) => path)).toEqual([['url']]);
});

test.each([
  ['https://example.org', 'https://example.org/'],
  ['HTTPS://Example.ORG/Path', 'https://example.org/Path'],
  ['  http://example.org:80/a  ', 'http://example.org/a'],
  ['https://example.org/a/../b', 'https://example.org/b'],
  ["https://example.org/d'Ivoire", 'https://example.org/d%27Ivoire'],
  ['https://uk.example.org/Маріуполь', 'https://uk.example.org/%D0%9C%D0%B0%D1%80%D1%96%D1%83%D0%BF%D0%BE%D0%BB%D1%8C'],
  ['https://пример.example/', 'https://xn--e1afmkfd.example/'],
  ['https://example.org/a?b=c&d=e#f', 'https://example.org/a?b=c&d=e#f'],
  ['https://web.archive.org/web/2022/http://example.org/a', 'https://web.archive.org/web/2022/http://example.org/a'],
  ['https://example.org/a_(b),c;d@e', 'https://example.org/a_(b),c;d@e'],
])('%j is stored as %j, and that as itself', (text, stored) => {
  expect(webAddress(text)).toBe(stored);
  expect(webAddress(stored)).toBe(stored);
  expect(REPORT.url.shape.parse(text)).toBe(stored);
});

test('a report of an import says which address does not fit, and what was expected', () => {
  const report = { id: 'report-x', title: 'X', publisher: 'body-x', language: 'en', reliability: 'B' };
  const [issue] = issuesOf('reports', { ...report, url: 'javascript:alert(1)' }).filter(({ field }) => field === 'url');
  expect(issue).toMatchObject({ got: 'javascript:alert(1)', expected: expect.stringMatching(/^an address such as/) });
});
