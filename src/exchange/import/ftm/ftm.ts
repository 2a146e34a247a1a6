import { basename } from 'node:path';
import { unreadable } from '../reading/read-errors.js';
import { Conversion, type ConversionOptions } from '../record/conversion.js';
import { emitFileAsReport } from '../record/file-as-report.js';
import type { ImportedRecord, RecordStream, RecordType } from '../record/imported-record.js';
import { ImportReport } from '../report/import-report.js';
import { Edition, type FtmFiles } from './delta.js';
import { countDocuments, documentsOf } from './document-citations.js';
import { reportIn } from './documents.js';
import { emitRecord } from './emit.js';
import { incidentIn } from './events.js';
import { findingIn } from './findings.js';
import { Deletion, FtmEntity } from './ftm-entity.js';
import { type FtmEntry, FtmIndex } from './ftm-index.js';
import type { FtmWork } from './ftm-work.js';
import { linkIn } from './links.js';
import { bodyIn, unitIn } from './organizations.js';
import { locationIn } from './places.js';
import { POSITION_WORDS } from './property-words.js';
import { isOurs, type Kind } from './schemata.js';
import { personIn } from './things.js';

/** Entities of FollowTheMoney, one on each line, as records of our own format. */

export const FTM_ROLES = ['entities', 'delta'] as const;

type Mapping = (work: FtmWork, entity: FtmEntity, id: string) => Record<string, unknown> | undefined;

const MAPPINGS: Readonly<Partial<Record<RecordType, Mapping>>> = {
  people: personIn,
  units: unitIn,
  bodies: bodyIn,
  locations: locationIn,
  incidents: incidentIn,
  findings: findingIn,
  reports: reportIn,
};

/**
 * Turns entities into records. The files are read twice, line by line: first to learn which entities there are, then to
 * give the records. What finds no place here is a WARNING; what is wrong in the file is an ERROR.
 */
export function convertFtm(files: FtmFiles, options: ConversionOptions): RecordStream {
  const conversion = new Conversion(options, new ImportReport(files));
  return { records: recordsOf(conversion, files), report: conversion.report };
}

async function* recordsOf(conversion: Conversion, files: FtmFiles): AsyncGenerator<ImportedRecord> {
  if (!areWhole(conversion, files)) return;
  const work = { conversion, index: new FtmIndex(conversion) };
  try {
    const edition = await Edition.of(files);
    for await (const entity of edition.entities()) if (entity instanceof FtmEntity) work.index.remember(entity);
    work.index.settle();
    emitFileAsReport(conversion);
    yield* conversion.drain();
    for await (const entity of edition.entities()) {
      if (entity instanceof Deletion) edition.reportDeletion(conversion.report, entity);
      else if (!(entity instanceof FtmEntity))
        conversion.report.error(
          entity.origin,
          entity.expected,
          entity.got,
          entity.message ?? 'This line is not imported.',
        );
      else yield* recordsOfEntity(work, entity);
    }
  } catch (error) {
    const problem = unreadable(error, basename(files.entities ?? ''), 1);
    if (!problem) throw error;
    conversion.report.add(problem);
  }
}

/** Whether there is a whole file. */
function areWhole({ report }: Conversion, files: FtmFiles): boolean {
  for (const [name, path] of Object.entries(files)) {
    if (!(FTM_ROLES as readonly string[]).includes(name))
      report.error({ file: basename(path), row: 1 }, FTM_ROLES.join(' or '), name, 'There is no such role.');
    else if (files.entities === undefined)
      report.error(
        { file: basename(path), row: 1 },
        'the whole file too, as entities=FILE',
        '',
        'A delta changes a whole file.',
      );
  }
  return files.entities !== undefined;
}

/** The records of an entity. What it cites and links is counted when it comes, and again when it leaves as a record. */
function* recordsOfEntity(work: FtmWork, entity: FtmEntity): Generator<ImportedRecord> {
  const { conversion, index } = work;
  const entry = index.get(entity.id);
  if (entity.isNested && !isFirst(conversion, entity, entry)) return;
  reportMembers(conversion, entity);
  if (entry?.line !== entity.origin.row) {
    const message = `This id is already used on line ${entry?.line}; put the fragments of an entity together first.`;
    conversion.report.error(entity.at('id'), 'each id once', entity.id, message);
    return;
  }
  const says = entry.kind === 'link' || entry.kind in MAPPINGS;
  const citations = says ? documentsOf(index, entity).length : 0;
  conversion.report.citations.arrives(citations);
  if (entry.kind === 'link') conversion.report.links.arrives();
  if (entity.schema === 'Sanction' && !conversion.isNew('sanction', entry.id)) {
    conversion.report.citations.repeats(citations);
    return;
  }
  convert(work, entity, entry);
  const records = conversion.drain();
  if (records.length === 0) return;
  conversion.report.citations.leaves(says ? countDocuments(index, entity) : 0);
  if (entry.kind === 'link') conversion.report.links.leaves();
  entity.reportDropped(conversion.report);
  yield* records;
}

/** An entity that stands inside of others is read once, and not at all where it has a line of its own. */
const isFirst = (conversion: Conversion, { id, origin }: FtmEntity, entry: FtmEntry | undefined): boolean =>
  entry?.isNested === true && entry.line === origin.row && conversion.isNew('nested', id);

function convert(work: FtmWork, entity: FtmEntity, { kind, id }: { readonly kind: string; readonly id: string }): void {
  const { conversion } = work;
  const mapping = MAPPINGS[kind as RecordType];
  if (mapping) {
    const record = mapping(work, entity, id);
    if (record) emitRecord(work, entity, kind as RecordType, record);
  } else if (kind === 'link') linkIn(work, entity);
  else if (kind === 'position') checkPosition(work, entity);
  else if (kind === 'part') checkPart(work, entity);
  else if (kind === 'none')
    conversion.report.warning(
      entity.at('schema'),
      'an entity of a kind that is imported',
      entity.schema,
      `A ${entity.schema} is not imported.`,
    );
  else
    conversion.report.warning(
      entity.at('schema'),
      'a schema of FollowTheMoney',
      entity.schema,
      'This schema is unknown, so the entity is not imported.',
    );
}

/** A position is read with who holds it; in our export it has the same proof. */
function checkPosition({ conversion, index }: FtmWork, entity: FtmEntity): void {
  const ours = index.get(entity.id.replace(/-position$/, ''))?.kind === 'link' ? ['proof'] : [];
  for (const name of ['name', 'organization', ...Object.keys(POSITION_WORDS), ...ours]) entity.values(name);
  if (index.isOccupied(entity.id)) entity.reportDropped(conversion.report);
  else
    conversion.report.warning(
      entity.at('id'),
      'an Occupancy of this position',
      entity.id,
      'A position that nobody holds is not imported.',
    );
}

const RECORD_TYPES = Object.keys(MAPPINGS) as Kind[];

/** A part is read with what it belongs to, which must be there. */
function checkPart({ conversion, index }: FtmWork, entity: FtmEntity): void {
  const ends = entity.schema === 'Documentation' ? ['document', 'entity'] : ['case', 'party'];
  const more = entity.schema === 'Documentation' ? ['role'] : ['role', 'date', 'startDate', 'endDate', 'proof'];
  for (const name of ends) {
    const ids = entity.values(name);
    const missingId = ids.find((id) => !index.get(id) && !isOurs(id, ...RECORD_TYPES));
    if (ids.length === 0 || missingId !== undefined)
      conversion.report.error(
        entity.at(name),
        'an entity of this file',
        missingId ?? '',
        `Without it, a ${entity.schema} says nothing.`,
      );
  }
  for (const name of more) entity.values(name);
  entity.reportDropped(conversion.report);
}

/** What a tool says of its own work is no statement about the world. */
function reportMembers(conversion: Conversion, entity: FtmEntity): void {
  for (const name of entity.cleaned)
    conversion.report.warning(
      entity.at(name),
      'text without control characters',
      '',
      'Control characters are removed.',
    );
  for (const member of entity.members)
    if (conversion.isNew('member', member))
      conversion.report.warning(
        entity.at(member),
        'nothing for the graph',
        member,
        'This member is not imported, on no line.',
      );
}
