import { words } from '../../../model/vocabulary.js';
import { scriptOf } from '../reading/script.js';
import type { Run } from '../record/conversion.js';
import { datesIn } from './dates.js';
import type { FtmEntity } from './entity.js';
import { isOurs, type Kind } from './schemata.js';
import { citesOf, gradingOf, itselfAt, type Work } from './sources.js';

/** What people, units, bodies and places have in common: names, identifiers and facts. */

export type Draft = Record<string, unknown>;
type Claim = Readonly<Record<string, unknown>>;

/** Properties that are facts of ours. */
const FACTS: Readonly<Record<string, string>> = {
  gender: 'GENDER',
  nationality: 'NATIONALITY',
  citizenship: 'CITIZENSHIP',
  country: 'COUNTRY',
  position: 'POSITION',
  classification: 'CLASSIFICATION',
};
const DATED_FACTS: Readonly<Record<string, string>> = {
  birthDate: 'BORN',
  deathDate: 'DIED',
  incorporationDate: 'FOUNDED',
  dissolutionDate: 'DISBANDED',
};
const IDENTIFIERS: Readonly<Record<string, string>> = {
  wikidataId: 'WIKIDATA',
  osmId: 'OSM',
  territoryCode: 'ISO_3166',
};
const COUNTRIES = ['nationality', 'citizenship', 'country'];

/** What an entity is and is called, by whom; nothing, with an error, where it has no name or something in it is wrong. */
export function entityIn(work: Work, entity: FtmEntity, id: string, kind: Kind, instead?: string): Draft | undefined {
  const { run } = work;
  const cites = citesOf(work, entity);
  const names = namesIn(run, entity, instead);
  const facts = factsIn(run, entity);
  if (names.length === 0) {
    run.report.error(entity.at('name'), 'a name', '', `A ${entity.schema} without a name is not imported.`);
    return undefined;
  }
  if (!cites || !facts) return undefined;
  return { id, names, identifiers: identifiersIn(run, entity, kind), facts, cites };
}

/** The country as a code, and the facts without it: on our own entities, and on places, it is no fact of its own. */
export function countryCode(entity: FtmEntity, facts: unknown, kind: Kind): Draft {
  const code = entity
    .peek('country')
    .find((one) => /^[a-z]{2}$/i.test(one))
    ?.toUpperCase();
  const repeated = kind === 'locations' || isOurs(entity.id, kind);
  const rest = (facts as readonly Claim[]).filter(({ property, value }) => property !== 'COUNTRY' || value !== code);
  return { ...(code === undefined ? {} : { country: code }), facts: repeated ? rest : facts };
}

/** The first name, or the caption, is the one by which it is listed; others in other scripts are the same name there. */
function namesIn(run: Run, entity: FtmEntity, instead?: string): Claim[] {
  const given = entity.values('name');
  const preferred = given.find((name) => name === entity.caption) ?? given[0] ?? instead;
  if (preferred === undefined) return [];
  const script = scriptOf(preferred);
  const others = given.filter((name) => name !== preferred);
  const named = (kind: string) => (value: string) => ({
    value,
    kind,
    lang: 'und',
    script: scriptOf(value),
    ...gradingOf(run),
  });
  return [
    named('PREFERRED')(preferred),
    ...others.map((name) => named(scriptOf(name) === script ? 'ALIAS' : 'TRANSLITERATION')(name)),
    ...[...entity.values('alias'), ...entity.values('weakAlias')].map(named('ALIAS')),
    ...entity.values('previousName').map(named('FORMER')),
  ];
}

function factsIn(run: Run, entity: FtmEntity): Claim[] | undefined {
  const claim = (property: string, value: string) => ({ property, value, ...gradingOf(run) });
  const facts = Object.entries(FACTS).flatMap(([name, property]) =>
    entity
      .values(name)
      .map((value) => claim(property, COUNTRIES.includes(name) ? countryIn(run, entity, name, value) : value)),
  );
  for (const [name, property] of Object.entries(DATED_FACTS)) {
    const dates = datesIn(run.report, entity, name);
    if (!dates) return undefined;
    facts.push(...dates.map((date) => claim(property, date)));
  }
  return facts;
}

function countryIn(run: Run, entity: FtmEntity, name: string, value: string): string {
  if (/^[a-z]{2}$/i.test(value)) return value.toUpperCase();
  run.report.warning(entity.at(name), 'a country code of two letters', value, 'The country is kept as text only.');
  return value;
}

/** Its id there, and those that it had before it was merged: the file itself says so. */
function identifiersIn(run: Run, entity: FtmEntity, kind: Kind): Claim[] {
  const cites = [itselfAt(run, entity)];
  const ids = [entity.id, ...entity.referents].filter((id) => !isOurs(id, kind));
  const known = Object.entries(IDENTIFIERS).flatMap(([name, scheme]) =>
    entity.values(name).map((value) => ({ scheme, value, ...gradingOf(run) })),
  );
  return [...known, ...ids.map((value) => ({ scheme: 'FTM', value, ...gradingOf(run), cites }))];
}

export const personIn = (work: Work, entity: FtmEntity, id: string) => entityIn(work, entity, id, 'people');

/** The first of these texts that is a word of a vocabulary. */
export const worded = (of: object, texts: readonly string[]) =>
  texts.find((text) => (words(of) as string[]).includes(text));
