import { scriptOf } from '../reading/script.js';
import { emitEntity } from '../record/entity.js';
import type { Access } from '../record/imported-record.js';
import { idByName, NOT_STATED } from '../record/names.js';
import type { Origin } from '../report/import-report.js';
import type { SfmConversion } from './sfm-conversion.js';

/** Sources that a cell names and the sheet of sources does not have: known by their id only. */

/** One word with a digit in it, such as a UUID; `nan` and `see above` are no ids. */
export const isSourceId = (text: string) => /^\S*\d\S*$/.test(text);

/** What stands for a source that is known by its id only. */
interface SourceStub {
  readonly id: string;
  readonly publisher: string;
}

/**
 * Emits a report that stands for a source, the first time that a cell names it. Its id is not the one that the report of the
 * source itself will have: a stub stands in the way of no later edition, and of no other dataset, that knows more.
 */
export function emitSourceStub(conversion: SfmConversion, key: string, access: Access, origin: Origin): SourceStub {
  const id = idByName(conversion, 'report', key, 'stub');
  const publisher = idByName(conversion, 'body', NOT_STATED);
  if (conversion.isNew('source stub', key)) {
    const title = `Source known by its id only: ${key}`;
    conversion.emit('reports', { id, title, publisher, access, language: 'und' }, origin);
    emitPublisher(conversion, publisher, access, origin);
  }
  return { id, publisher };
}

/** The body of all sources whose publisher is not stated; the sheet gives it that name, once for each level of access. */
function emitPublisher(conversion: SfmConversion, publisher: string, access: Access, origin: Origin): void {
  if (!conversion.isNew('publisher not stated', publisher, access)) return;
  const cites = [{ report: conversion.fileAsReport.id }];
  const words = { value: NOT_STATED, kind: 'PREFERRED' as const, lang: 'und', script: scriptOf(NOT_STATED) };
  const names = [{ ...words, cites, access, credibility: 6 as const }];
  emitEntity(
    conversion,
    'bodies',
    publisher,
    { kind: conversion.options.publisherKind ?? 'NEWSPAPER' },
    { names },
    origin,
  );
}
