import { basename } from 'node:path';
import { LONGEST_LINE, linesOf } from '../reading/lines.js';
import { unreadable } from '../reading/read-errors.js';
import { type Options, Run } from '../record/conversion.js';
import { giveItself } from '../record/file-as-report.js';
import type { Conversion, Imported, Room } from '../record/record.js';
import { reportIn } from './documents.js';
import { entityIn, FtmEntity } from './entity.js';
import { incidentIn } from './events.js';
import { findingIn } from './findings.js';
import { give } from './giving.js';
import { linkIn } from './links.js';
import { bodyIn, unitIn } from './organizations.js';
import { locationIn } from './places.js';
import { Register } from './register.js';
import { isOurs, type Kind } from './schemata.js';
import { documentsOf, type Work } from './sources.js';
import { personIn } from './things.js';

/** Entities of FollowTheMoney, one on each line, as records of our own format. */

export const FTM_ROLES = ['entities'] as const;

type Mapping = (work: Work, entity: FtmEntity, id: string) => Record<string, unknown> | undefined;

const MAPPINGS: Readonly<Partial<Record<Room, Mapping>>> = {
  people: personIn,
  units: unitIn,
  bodies: bodyIn,
  locations: locationIn,
  incidents: incidentIn,
  findings: findingIn,
  reports: reportIn,
};

/**
 * Turns entities into records. The file is read twice, line by line: first to learn which entities there are, then to
 * give the records. What finds no place here is a WARNING; what is wrong in the file is an ERROR.
 */
export function convertFtm(files: { readonly entities?: string }, options: Options): Conversion {
  const run = new Run(options);
  return { records: recordsOf(run, files), report: run.report };
}

async function* recordsOf(run: Run, files: { readonly entities?: string }): AsyncGenerator<Imported> {
  const path = files.entities;
  for (const [name, other] of Object.entries(files).filter(([role]) => role !== 'entities'))
    run.report.error({ file: basename(other), row: 1 }, 'entities', name, 'There is no such role.');
  if (path === undefined) return;
  const work = { run, register: new Register(run) };
  try {
    for await (const entity of entitiesOf(path)) if (entity instanceof FtmEntity) work.register.remember(entity);
    giveItself(run);
    yield* run.taken();
    for await (const entity of entitiesOf(path)) {
      if (!(entity instanceof FtmEntity))
        run.report.error(entity.origin, entity.expected, entity.got, 'This line is not imported.');
      else yield* given(work, entity);
    }
  } catch (error) {
    const problem = unreadable(error, basename(path), 1);
    if (!problem) throw error;
    run.report.tell(problem);
  }
}

async function* entitiesOf(path: string) {
  const file = basename(path);
  for await (const { number, text } of linesOf(path)) {
    const origin = { file, row: number };
    if (text === undefined)
      yield { origin, expected: `a line of at most ${LONGEST_LINE} characters`, got: 'a longer one' };
    else if (text.trim() !== '') {
      const read = entityIn(file, number, text);
      yield read instanceof FtmEntity ? read : { origin, ...read };
    }
  }
}

/** The records of an entity. What it cites and links is counted when it comes, and again when it leaves as a record. */
function* given(work: Work, entity: FtmEntity): Generator<Imported> {
  const { run, register } = work;
  tellMembers(run, entity);
  const known = register.get(entity.id);
  if (known?.line !== entity.origin.row) {
    const message = `This id stands already on line ${known?.line}; put the fragments of an entity together first.`;
    run.report.error(entity.at('id'), 'each id once', entity.id, message);
    return;
  }
  const says = known.kind === 'link' || known.kind in MAPPINGS;
  const citations = says ? documentsOf(register, entity).length : 0;
  run.report.citations.arrives(citations);
  if (known.kind === 'link') run.report.links.arrives();
  if (entity.schema === 'Sanction' && !run.isNew('sanction', known.id)) {
    run.report.citations.repeats(citations);
    return;
  }
  convert(work, entity, known);
  const records = run.taken();
  if (records.length === 0) return;
  run.report.citations.leaves(citations);
  if (known.kind === 'link') run.report.links.leaves();
  entity.tellDropped(run.report);
  yield* records;
}

function convert(work: Work, entity: FtmEntity, { kind, id }: { readonly kind: string; readonly id: string }): void {
  const { run } = work;
  const mapping = MAPPINGS[kind as Room];
  if (mapping) {
    const record = mapping(work, entity, id);
    if (record) give(work, entity, kind as Room, record);
  } else if (kind === 'link') linkIn(work, entity);
  else if (kind === 'position') judgePosition(work, entity);
  else if (kind === 'part') judgePart(work, entity);
  else if (kind === 'none')
    run.report.warning(
      entity.at('schema'),
      'an entity that we have a place for',
      entity.schema,
      `A ${entity.schema} is not imported.`,
    );
  else run.report.error(entity.at('schema'), 'a schema of FollowTheMoney', entity.schema, 'This schema is unknown.');
}

/** A position is read with who holds it; in our export it has the same proof. */
function judgePosition({ run, register }: Work, entity: FtmEntity): void {
  const ours = register.get(entity.id.replace(/-position$/, ''))?.kind === 'link' ? ['proof'] : [];
  for (const name of ['name', 'organization', ...ours]) entity.values(name);
  if (register.held.has(entity.id)) entity.tellDropped(run.report);
  else
    run.report.warning(
      entity.at('id'),
      'an Occupancy of this position',
      entity.id,
      'A position that nobody holds is not imported.',
    );
}

const ROOMS = Object.keys(MAPPINGS) as Kind[];

/** A part is read with what it belongs to, which must be there. */
function judgePart({ run, register }: Work, entity: FtmEntity): void {
  const ends = entity.schema === 'Documentation' ? ['document', 'entity'] : ['case', 'party'];
  const more = entity.schema === 'Documentation' ? ['role'] : ['role', 'date', 'startDate', 'endDate', 'proof'];
  for (const name of ends) {
    const ids = entity.values(name);
    const away = ids.find((id) => !register.get(id) && !isOurs(id, ...ROOMS));
    if (ids.length === 0 || away !== undefined)
      run.report.error(
        entity.at(name),
        'an entity of this file',
        away ?? '',
        `Without it, a ${entity.schema} says nothing.`,
      );
  }
  for (const name of more) entity.values(name);
  entity.tellDropped(run.report);
}

/** What a tool says of its own work is no statement about the world. */
function tellMembers(run: Run, entity: FtmEntity): void {
  for (const name of entity.cleaned)
    run.report.warning(entity.at(name), 'text without control characters', '', 'Control characters are taken out.');
  for (const member of entity.members)
    if (run.isNew('member', member))
      run.report.warning(
        entity.at(member),
        'nothing for the graph',
        member,
        'This member is not imported, on no line.',
      );
}
