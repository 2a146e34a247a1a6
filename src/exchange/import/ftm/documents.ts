import { LONGEST_PROSE } from '../../../model/record/fields/field.js';
import { webAddress } from '../../../model/web-address.js';
import { LANGUAGES } from '../../export/ftm/codes.js';
import type { Conversion } from '../record/conversion.js';
import type { RowDoubt } from '../record/doubts.js';
import { NOT_STATED } from '../record/names.js';
import { datesIn } from './dates.js';
import { fitting } from './emit.js';
import type { FtmEntity } from './ftm-entity.js';
import { type FtmWork, fileAsReportAt, gradingOf } from './ftm-work.js';
import { bodyOf } from './named-bodies.js';

/** Documents are reports. */

/** Languages by the three letters of FollowTheMoney; of several codes for one language the first counts. */
const TWO_LETTERS = new Map([...LANGUAGES].reverse().map(([two, three]) => [three, two]));

const HASH = /^SHA-256 of the text as read: ([0-9a-f]{64})$/;

export function reportIn(work: FtmWork, entity: FtmEntity, id: string): Record<string, unknown> | undefined {
  const { conversion } = work;
  const unread: RowDoubt[] = [];
  const dates = (name: string) => datesIn(conversion.report, entity, name, unread);
  const [published, retrieved] = [dates('publishedAt'), dates('retrievedAt')];
  const dated = published.length === 0 ? dates('date') : published;
  const title = titleIn(entity);
  if (title === undefined) {
    conversion.report.error(entity.at('title'), 'a title', '', 'A report without a title is not imported.');
    return undefined;
  }
  const name = entity.first('publisher') ?? NOT_STATED;
  const cites = [entity.has('publisher') ? { report: id } : fileAsReportAt(conversion, entity)];
  return {
    id,
    title,
    publisher: bodyOf(work, entity, 'publisher', name, conversion.options.publisherKind ?? 'NEWSPAPER', cites),
    language: languageIn(entity),
    ...(dated[0] === undefined ? {} : { publishedOn: dated[0] }),
    ...(retrieved[0]?.length === 10 ? { retrievedAt: retrieved[0] } : {}),
    ...addressIn(entity),
    ...hashIn(entity),
    ...noteIn(conversion, entity, unread),
    ...gradingOf(conversion),
  };
}

/** Our export writes the id as the name of the file. What has no title is known by its address. */
function titleIn(entity: FtmEntity): string | undefined {
  const title = entity.first('title', 'name');
  const file = entity.first('fileName');
  if (title !== undefined && file !== entity.id) entity.leave('fileName');
  return title ?? file ?? entity.first('sourceUrl');
}

function languageIn(entity: FtmEntity): string {
  const language = entity.first('language');
  return language === undefined ? 'und' : (TWO_LETTERS.get(language) ?? language);
}

function addressIn(entity: FtmEntity) {
  const text = entity.first('sourceUrl');
  if (text === undefined) return {};
  const url = webAddress(text);
  if (url === undefined) entity.leave('sourceUrl');
  return url === undefined ? {} : { url };
}

function hashIn(entity: FtmEntity) {
  const found = entity.values('contentHash').find((hash) => /^[0-9a-f]{64}$/.test(hash));
  if (found === undefined) entity.leave('contentHash');
  const hash = entity.values('description').flatMap((text) => HASH.exec(text)?.[1] ?? [])[0];
  if (hash === undefined) entity.leave('description');
  const sha256 = found ?? hash;
  return sha256 === undefined ? {} : { sha256 };
}

/** Its summary, and the words of dates that cannot be read. */
function noteIn(conversion: Conversion, entity: FtmEntity, unread: readonly RowDoubt[]) {
  const words = unread.map(({ text }) => `Date that cannot be read: ${text}.`);
  const note = [entity.first('summary') ?? '', ...words].filter((text) => text !== '').join(' ');
  return note === '' ? {} : { note: fitting(conversion, entity, 'summary', note, LONGEST_PROSE) };
}
