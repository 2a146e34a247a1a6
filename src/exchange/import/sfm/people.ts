import type { Row } from '../reading/table.js';
import { giveEntity } from '../record/entity.js';
import { roleOf } from '../record/kinds.js';
import { type Note, rangeClaims, vouched } from './dated-claims.js';
import { entityIn, factsIn, identifierOf, remember } from './entity.js';
import type { PeopleExtraSheet, PeopleSheet } from './layout.js';
import { referredTo } from './references.js';
import { type End, giveRelation } from './relations.js';
import type { Job } from './sfm-conversion.js';
import { type Stated, statedIn } from './sourced-cell.js';
import { tenureIn } from './tenure.js';
import { countryIn, namesOf } from './units.js';

/** Remembers the person of a row. */
export function rememberPerson(job: Job, sheet: PeopleSheet, row: Row): void {
  const read = entityIn(job, row, sheet, 'person');
  if (read) remember(job.register.people, read);
}

/** Gives the person of a row, and the posting in it. */
export function givePerson(job: Job, sheet: PeopleSheet, row: Row): void {
  const read = entityIn(job, row, sheet, 'person');
  if (!read) {
    job.report.links.arrives(row.get(sheet.unit.name.column) === '' ? 0 : 1);
    return;
  }
  const access = job.register.people.get(read.id)?.access ?? 'PUBLIC';
  const facts = [...countryIn(job, row, sheet, access).facts, ...factsIn(job, row, sheet.facts, access)];
  const claims = { ...namesOf(read), identifiers: identifierOf(job, read.uuid, access), facts };
  giveEntity(job, 'people', read.id, {}, claims, row.at(sheet.name.column));
  givePosting(job, sheet, row, { id: read.id, access });
}

function givePosting(job: Job, sheet: PeopleSheet, row: Row, person: End): void {
  const { unit } = sheet;
  if (row.get(unit.name.column) === '' && row.get(unit.id) === '') return;
  job.report.links.arrives();
  const at = referredTo(job, row, job.register.units, unit);
  const roles = statedIn(job, row, sheet.role);
  const extras = [sheet.title, sheet.rank, ...sheet.contexts].map((field) => statedIn(job, row, field));
  const tenure = tenureIn(job, row, sheet.span);
  const origin = row.at(unit.name.column);
  if (!at || roles === 'refused' || !tenure) return;
  if (at.placeholder) {
    job.report.error(origin, 'a unit that is known', row.get(unit.name.column), 'A placeholder holds no posts.');
    return;
  }
  // A title, rank or context without a source, or with none late enough to know it, is an error of its own; the posting stands without it.
  const parts = extras.map((stated) =>
    stated === 'refused' ? undefined : stated.find((one) => vouched(job, one, tenure)),
  );
  const [title, rank, ...contexts] = parts;
  const role = roleIn(job, row, sheet, roles[0]);
  const notes = [...role.notes, ...contexts.flatMap((one) => (one ? [{ column: one.column, text: one.value }] : []))];
  const given = parts.filter((one) => one !== undefined);
  const claims = rangeClaims(job, tenure, [at.stated, ...roles, ...given], [person.access, at.access], notes);
  const what = (columns: ReadonlySet<string>) => ({
    ...{ person: person.id, at: at.id, role: role.role },
    ...(title && columns.has(title.column) ? { title: title.value } : {}),
    ...(rank && columns.has(rank.column) ? { rank: rank.value } : {}),
  });
  giveRelation(job, 'postings', what, claims, origin);
}

function roleIn(job: Job, row: Row, sheet: PeopleSheet, stated: Stated | undefined): { role: string; notes: Note[] } {
  if (!stated) {
    job.report.warning(row.at(sheet.role.column), 'a role', '', 'No role is given; the person is taken as a MEMBER.');
    return { role: 'MEMBER', notes: [] };
  }
  const role = roleOf(stated.value);
  if (role === undefined)
    job.report.warning(
      stated.origin,
      'a role that we know',
      stated.value,
      'The role is taken as MEMBER, with the words of the sheet in the note.',
    );
  const plain = role === stated.value.toUpperCase().replaceAll(' ', '_');
  return {
    role: role ?? 'MEMBER',
    notes: plain ? [] : [{ column: stated.column, text: `Role as stated: ${stated.value}.` }],
  };
}

/** Gives further facts on a person whose own row stands in the sheet of people. */
export function givePersonExtra(job: Job, sheet: PeopleExtraSheet, row: Row): void {
  const person = referredTo(job, row, job.register.people, sheet.person);
  if (!person) return;
  const facts = factsIn(job, row, sheet.facts, person.access);
  giveEntity(job, 'people', person.id, {}, { facts }, row.at(sheet.person.id));
}
