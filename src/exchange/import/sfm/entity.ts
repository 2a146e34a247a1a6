import { scriptOf } from '../reading/script.js';
import type { Row } from '../reading/table.js';
import { withCitations } from '../record/entity.js';
import { idByName } from '../record/names.js';
import type { Access, FactClaim, IdentifierClaim, NameClaim } from '../record/record.js';
import { idOf, uuidOf } from './ids.js';
import type { EntitySheet, FactField } from './layout.js';
import type { Entities } from './registry.js';
import type { Job } from './sfm-conversion.js';
import { accessOf, citationsIn, type Stated, said, statedIn } from './sourced-cell.js';
import { dateIn } from './tenure.js';

/** What a row says of the unit or person it is about: who that is, and under which names. */
export interface EntityRow {
  readonly id: string;
  readonly uuid: string | undefined;
  readonly names: readonly Stated[];
  readonly aliases: readonly Stated[];
}

/** Reads id and names; undefined, with an error, where there is no id or no sourced name. */
export function entityIn(job: Job, row: Row, sheet: EntitySheet, prefix: 'unit' | 'person'): EntityRow | undefined {
  const text = row.get(sheet.id);
  const uuid = uuidOf(text);
  if (sheet.id !== undefined && uuid === undefined) {
    job.report.error(row.at(sheet.id), 'a UUID', text, 'Without its id the row is about nobody.');
    row.refuse();
    return undefined;
  }
  const names = statedIn(job, row, sheet.name);
  const aliases = sheet.otherNames ? statedIn(job, row, sheet.otherNames) : [];
  if (names === 'refused') {
    row.refuse();
    return undefined;
  }
  const [name] = names;
  if (!name) {
    job.report.error(row.at(sheet.name.column), 'a name', '', 'Without a name the row is not imported.');
    row.refuse();
    return undefined;
  }
  const id = uuid === undefined ? idByName(job, prefix, name.value) : idOf(prefix, uuid);
  return { id, uuid, names, aliases: aliases === 'refused' ? [] : aliases };
}

/** Remembers the names of a row, so that other rows can refer to it. */
export function remember(entities: Entities, { id, names, aliases }: EntityRow, kind?: string): void {
  for (const { value, cites } of [...names, ...aliases]) entities.add(id, value, accessOf(cites), kind);
}

/** A name as a claim. */
export function nameClaim(stated: Stated, kind: 'PREFERRED' | 'ALIAS'): NameClaim {
  return { value: stated.value, kind, lang: 'und', script: scriptOf(stated.value), ...said([stated]) };
}

/** A value as a fact on something that only `end` may see. */
export function factClaim(property: string, stated: Stated, end: Access, value = stated.value): FactClaim {
  return { property, value, ...said([stated], [end]) };
}

/** The facts that stand in columns of their own; dates are read and written our way. */
export function factsIn(job: Job, row: Row, fields: readonly FactField[], end: Access): FactClaim[] {
  return fields.flatMap(({ property, field, date }) => {
    if (date) {
      const found = dateIn(job, row, date);
      if (!found || found === 'refused') return [];
      return [counted(factClaim(property, found.stated, end, found.date.text), found.stated)];
    }
    const stated = statedIn(job, row, field);
    if (stated === 'refused') return [];
    return stated.map((one) => counted(factClaim(property, one, end), one));
  });
}

/** Keeps how many citations of the sheets stand in a claim, until it is given. */
export const counted = <T extends object>(claim: T, ...parts: readonly Stated[]): T =>
  withCitations(claim, citationsIn(parts));

/** Other people's id: the sheet itself says so. */
export function identifierOf(job: Job, uuid: string | undefined, end: Access): IdentifierClaim[] {
  if (uuid === undefined) return [];
  const { id, access } = job.itself;
  const level = access === 'CONFIDENTIAL' ? access : end;
  return [{ scheme: 'SFM', value: uuid, cites: [{ report: id }], access: level, credibility: 6 }];
}
