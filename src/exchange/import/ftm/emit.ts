import { LONGEST_PROSE, LONGEST_TEXT } from '../../../model/record/fields/field.js';
import type { RecordType } from '../record/imported-record.js';
import { issuesOf } from '../record/validate-record.js';
import type { FtmEntity } from './ftm-entity.js';
import type { FtmWork } from './ftm-work.js';
import { isOurs, type Kind } from './schemata.js';

/** What all mappings do with other entities, and with the records that they have made. */

/** Emits a record where it fits its record type; else its issues are errors of the line. */
export function emitRecord(
  { conversion }: FtmWork,
  entity: FtmEntity,
  recordType: RecordType,
  record: Readonly<Record<string, unknown>>,
): void {
  const issues = issuesOf(recordType, record);
  for (const { field, expected, got, message } of issues)
    conversion.report.error(entity.at(field), expected, got, `${message} The whole entity is not imported.`);
  if (issues.length === 0) conversion.emit(recordType, record, entity.origin);
}

/** Reports why an entity is not imported. */
export function leaveOut(
  { conversion }: FtmWork,
  entity: FtmEntity,
  column: string,
  expected: string,
  got: string,
): undefined {
  conversion.report.warning(entity.at(column), expected, got, `This ${entity.schema} is not imported.`);
  return undefined;
}

/**
 * Our ids of the entities that a property names, if they are of these kinds; an entity of another kind gives a warning.
 * Undefined, with an error, if an entity does not exist.
 */
export function endsIn(
  work: FtmWork,
  entity: FtmEntity,
  column: string,
  ids: readonly string[],
  ...kinds: readonly Kind[]
): string[] | undefined {
  const ends: string[] = [];
  for (const id of ids) {
    const entry = work.index.get(id);
    if (!entry && !isOurs(id, ...kinds)) {
      work.conversion.report.error(entity.at(column), 'an entity of this file', id, 'This entity is not there.');
      return undefined;
    }
    if (!entry || (kinds.includes(entry.kind) && !work.index.isHome(id))) ends.push(entry?.id ?? id);
    else
      work.conversion.report.warning(
        entity.at(column),
        `one of our ${kinds.join(' or ')}`,
        id,
        'It is not allowed there.',
      );
  }
  return ends;
}

/** As `endsIn`, for a property without which the entity says nothing. */
export function needed(
  work: FtmWork,
  entity: FtmEntity,
  column: string,
  ...kinds: readonly Kind[]
): string[] | undefined {
  const ids = entity.values(column);
  if (ids.length === 0) {
    work.conversion.report.error(
      entity.at(column),
      'an entity of this file',
      '',
      `Without it, a ${entity.schema} says nothing.`,
    );
    return undefined;
  }
  const ends = endsIn(work, entity, column, ids, ...kinds);
  return ends && ends.length === 0
    ? leaveOut(work, entity, column, `one of our ${kinds.join(' or ')}`, ids.join(', '))
    : ends;
}

/** The values of the first of these properties that has any, as one text. */
export function textIn({ conversion }: FtmWork, entity: FtmEntity, ...names: readonly string[]): string | undefined {
  const name = names.find((one) => entity.has(one));
  return name === undefined
    ? undefined
    : fitting(conversion, entity, name, entity.values(name).join(' / '), LONGEST_PROSE);
}

/** A text as far as a field holds it; the rest is told. */
export function fitting(
  { report }: FtmWork['conversion'],
  entity: FtmEntity,
  column: string,
  text: string,
  longest = LONGEST_TEXT,
): string {
  if (text.length <= longest) return text;
  const message = `The text is cut; ${text.length - longest + 1} characters are left out.`;
  report.warning(entity.at(column), `at most ${longest} characters`, text, message);
  return `${text.slice(0, longest - 1)}…`;
}

/** Parts of a note as one text; undefined where there are none. */
export function noteOf(
  work: FtmWork,
  entity: FtmEntity,
  ...parts: readonly (string | undefined)[]
): string | undefined {
  const text = parts.filter((part) => part !== undefined).join(' ');
  return text === '' ? undefined : fitting(work.conversion, entity, 'description', text, LONGEST_PROSE);
}
