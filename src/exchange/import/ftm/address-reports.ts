import { webAddress } from '../../../model/web-address.js';
import { idByName, NOT_STATED } from '../record/names.js';
import type { FtmEntity } from './ftm-entity.js';
import { type Cite, type FtmWork, fileAsReportAt, gradingOf } from './ftm-work.js';
import { bodyOf } from './named-bodies.js';

/** What stands at an address that the file names as a source, such as the list of an authority. */

const NOTE = 'The imported file names this address as a source. Those who made the file read it; nobody read it again.';

/**
 * A report for an address. Its publisher is the authority or publisher that all who name the address state; the name of
 * the host proves nothing. It was read when those who made the file last saw what stands there.
 */
export function reportAt(work: FtmWork, entity: FtmEntity, url: string): Cite | undefined {
  const { conversion, index } = work;
  const address = webAddress(url);
  if (address === undefined) return undefined;
  entity.take('sourceUrl', url);
  entity.values('publisher');
  const { publisher = NOT_STATED, isAuthority, readOn } = index.address(url);
  const id = idByName(conversion, 'report', url, publisher, readOn ?? '');
  if (!conversion.isNew('report', id)) return { report: id };
  const kind = isAuthority ? 'AUTHORITY' : (conversion.options.publisherKind ?? 'NEWSPAPER');
  const column = isAuthority ? 'authority' : 'publisher';
  const by = bodyOf(work, entity, column, publisher, kind, [fileAsReportAt(conversion, entity)]);
  const record = {
    ...{ id, title: url, publisher: by, language: 'und', url: address, note: NOTE },
    ...(readOn === undefined ? {} : { retrievedAt: readOn }),
    ...gradingOf(conversion),
  };
  conversion.emit('reports', record, entity.origin);
  index.rememberReportAt(id, publisher, readOn);
  return { report: id };
}
