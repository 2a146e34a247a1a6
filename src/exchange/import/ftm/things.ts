import { fold } from '../../../model/names/letters.js';
import { words } from '../../../model/vocabulary.js';
import { scriptOf } from '../reading/script.js';
import type { Conversion } from '../record/conversion.js';
import { doubtFields, type RowDoubt } from '../record/doubts.js';
import { datesIn, dateText } from './dates.js';
import { citedSources } from './document-citations.js';
import type { FtmEntity } from './ftm-entity.js';
import { type FtmWork, fileAsReportAt, gradingOf } from './ftm-work.js';
import { isOurs, type Kind } from './schemata.js';

/** What people, units, bodies and places have in common: names, identifiers and facts. */

export type FtmDraft = Record<string, unknown>;
type Claim = Readonly<Record<string, unknown>>;

/** Properties that are facts of ours. */
const FACTS: Readonly<Record<string, string>> = {
  gender: 'GENDER',
  nationality: 'NATIONALITY',
  citizenship: 'CITIZENSHIP',
  country: 'COUNTRY',
  position: 'POSITION',
  title: 'TITLE',
  birthPlace: 'BIRTHPLACE',
  programId: 'SANCTION_PROGRAMME',
  sourceUrl: 'SOURCE_ADDRESS',
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
/** Parts of a name, which names hold. */
const NAME_PARTS = ['firstName', 'secondName', 'middleName', 'fatherName', 'motherName', 'lastName'];
const COUNTRIES = ['nationality', 'citizenship', 'country'];

/** What an entity is and is called, by whom; nothing, with an error, where it has no name or something in it is wrong. */
export function entityRecord(
  work: FtmWork,
  entity: FtmEntity,
  id: string,
  kind: Kind,
  instead?: string,
): FtmDraft | undefined {
  const { conversion } = work;
  const { cites, doubts } = citedSources(work, entity);
  const grading = { ...gradingOf(conversion), ...doubtFields(doubts) };
  const names = namesIn(entity, grading, instead);
  if (names.length === 0) {
    conversion.report.error(entity.at('name'), 'a name', '', `A ${entity.schema} without a name is not imported.`);
    return undefined;
  }
  const facts = factsIn(work, entity, doubts);
  return { id, names, identifiers: identifiersIn(conversion, entity, kind), facts, cites };
}

/** What the file calls an entity that has no name. */
const captionOf = ({ caption, schema }: FtmEntity) => (caption === '' || caption === schema ? undefined : caption);

/** The first name, or the caption, is the one by which it is listed; others in other scripts are the same name there. */
function namesIn(entity: FtmEntity, grading: Claim, instead?: string): Claim[] {
  const names = entity.values('name');
  const preferred = names.find((name) => name === entity.caption) ?? names[0] ?? instead ?? captionOf(entity);
  if (preferred === undefined) return [];
  const script = scriptOf(preferred);
  const others = names.filter((name) => name !== preferred);
  const named = (kind: string) => (value: string) => ({
    value,
    kind,
    lang: 'und',
    script: scriptOf(value),
    ...grading,
  });
  for (const part of NAME_PARTS)
    for (const text of entity.peek(part))
      if (names.some((name) => fold(name).includes(fold(text)))) entity.take(part, text);
  return [
    named('PREFERRED')(preferred),
    ...others.map((name) => named(scriptOf(name) === script ? 'ALIAS' : 'TRANSLITERATION')(name)),
    ...[...entity.values('alias'), ...entity.values('weakAlias')].map(named('ALIAS')),
    ...entity.values('previousName').map(named('FORMER')),
  ];
}

function factsIn({ conversion, index }: FtmWork, entity: FtmEntity, doubts: readonly RowDoubt[]): Claim[] {
  const claim = (property: string, value: string, ...further: RowDoubt[]) => ({
    property,
    value,
    ...gradingOf(conversion),
    ...doubtFields([...doubts, ...further]),
  });
  const facts = Object.entries(FACTS).flatMap(([name, property]) => {
    const values = entity.peek(name).filter((value) => name !== 'sourceUrl' || index.documentAt(value) === undefined);
    return values.map((value) => {
      entity.take(name, value);
      if (!COUNTRIES.includes(name)) return claim(property, value);
      const country = countryIn(conversion, entity, name, value);
      return { ...claim(property, country), ...(property === 'COUNTRY' && isCode(country) && { code: country }) };
    });
  });
  const dated = Object.entries(DATED_FACTS).flatMap(([name, property]) => {
    const unread: RowDoubt[] = [];
    const dates = datesIn(conversion.report, entity, name, unread).map((date) => claim(property, date));
    const texts = entity.peek(name).filter((value) => dateText(value) === undefined);
    return [...dates, ...texts.map((text, at) => claim(property, text, ...unread.slice(at, at + 1)))];
  });
  return [...facts, ...dated];
}

const isCode = (text: string) => /^[A-Z]{2}$/.test(text);

function countryIn(conversion: Conversion, entity: FtmEntity, name: string, value: string): string {
  if (isCode(value.toUpperCase())) return value.toUpperCase();
  conversion.report.warning(
    entity.at(name),
    'a country code of two letters',
    value,
    'The country is kept as text only.',
  );
  return value;
}

/** Its id there, and those that it had before it was merged: the file itself says so. */
function identifiersIn(conversion: Conversion, entity: FtmEntity, kind: Kind): Claim[] {
  const cites = [fileAsReportAt(conversion, entity)];
  const ids = [entity.id, ...entity.referents].filter((id) => !isOurs(id, kind));
  const schemes = Object.entries(IDENTIFIERS).flatMap(([name, scheme]) =>
    entity.values(name).map((value) => ({ scheme, value, ...gradingOf(conversion) })),
  );
  return [...schemes, ...ids.map((value) => ({ scheme: 'FTM', value, ...gradingOf(conversion), cites }))];
}

export const personIn = (work: FtmWork, entity: FtmEntity, id: string) => entityRecord(work, entity, id, 'people');

/** The first of these texts that is a word of a vocabulary. */
export const worded = (of: object, texts: readonly string[]) =>
  texts.find((text) => (words(of) as string[]).includes(text));
