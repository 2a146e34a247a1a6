import { isSexualViolence } from '../../../model/record/record.rules.js';
import { INCIDENT_KIND } from '../../../model/vocabulary.js';
import { withoutUndefined } from '../../../model/without.js';
import { doubtFields, type RowDoubt, withoutWords, withRangeDoubts } from '../record/doubts.js';
import { mayBeSexualViolence } from '../words/sexual-violence.js';
import { isYoungEnough, tooOld } from './dated-claims.js';
import { type FtmRange, periodIn } from './dates.js';
import { citedSources } from './document-citations.js';
import { endsIn, textIn } from './emit.js';
import type { FtmEntity } from './ftm-entity.js';
import { type Cite, type FtmWork, fileAsReportAt, gradingOf } from './ftm-work.js';
import { bodyOf } from './named-bodies.js';
import { isOurs } from './schemata.js';
import { worded } from './things.js';

/** Events are incidents. */

type Draft = Record<string, unknown>;

export function incidentIn(work: FtmWork, entity: FtmEntity, id: string): Draft | undefined {
  const { conversion } = work;
  const { range, doubts: undated } = periodIn(conversion.report, entity);
  const { kinds, doubts: unclassified } = kindsIn(work, entity);
  const title = entity.first('name');
  if (title === undefined) {
    conversion.report.error(entity.at('name'), 'a name', '', 'An event without a name is not imported.');
    return undefined;
  }
  const sources = citedSources(work, entity);
  const doubts = [...undated, ...unclassified, ...sources.doubts, ...tooOldFor(work, entity, sources.cites, range)];
  const attributions = attributionsIn(work, entity, sources.cites);
  const isCoarse = isSexualViolence(kinds);
  const what = isCoarse ? withheld(work, entity, range) : incidentDraft(work, entity, title, range);
  if (!what || !attributions) return undefined;
  const claim = { cites: sources.cites, ...doubtFields(isCoarse ? doubts.map(withoutWords) : doubts) };
  return {
    id,
    kinds,
    ...what,
    ...withRangeDoubts(claim, fileAsReportAt(conversion, entity)),
    attributions,
    ...gradingOf(conversion),
    identifiers: identifiersIn(work, entity),
  };
}

/** A doubt where a source came out before the incident. Reversed dates tell nothing. */
function tooOldFor(work: FtmWork, entity: FtmEntity, cites: readonly Cite[], range: FtmRange | undefined): RowDoubt[] {
  if (!range || range.start.min > range.end.max) return [];
  const old = cites.filter((cite) => ![range.start, range.end].every((date) => isYoungEnough(work, cite, date)));
  return old.length === 0 ? [] : [tooOld(work, entity, range.end, old)];
}

function identifiersIn({ conversion }: FtmWork, entity: FtmEntity): Draft[] {
  const ids = [entity.id, ...entity.referents].filter((id) => !isOurs(id, 'incidents'));
  return ids.map((value) => ({
    scheme: 'FTM',
    value,
    ...gradingOf(conversion),
    cites: [fileAsReportAt(conversion, entity)],
  }));
}

/**
 * The kinds in our words among the keywords, else those that keywords and name stand for as a whole, else the one that the
 * caller sets. Where there is none, the keywords are kept as a doubt.
 */
function kindsIn(work: FtmWork, entity: FtmEntity): { kinds: readonly string[]; doubts: readonly RowDoubt[] } {
  const { options, report } = work.conversion;
  const keywords = entity.peek('keywords');
  const ours = keywords.filter((word) => worded(INCIDENT_KIND, [word]));
  const words = [...keywords, ...entity.peek('name')];
  const kinds: string[] = ours.length > 0 ? ours : words.flatMap((word) => options.lexicons.INCIDENT_KINDS.allOf(word));
  for (const word of keywords) if (tellsKind(work, word)) entity.take('keywords', word);
  if (words.some(mayBeSexualViolence)) kinds.push('SEXUAL_VIOLENCE');
  if (kinds.length > 0) return { kinds: [...new Set(kinds)], doubts: [] };
  const [kind, text] = [options.incidentKind, words.join(', ')];
  if (kind === undefined) {
    report.unknownWord('INCIDENT_KINDS', entity.at('keywords'), keywords.join(', ') || text);
    return { kinds: [], doubts: [{ doubt: 'KIND_UNKNOWN', text: `keywords: ${keywords.join(', ') || 'empty'}` }] };
  }
  const message = `The kind of the incident is set to ${kind}.`;
  report.warning(entity.at('keywords'), 'words that tell the kind of incident', text, message);
  return { kinds: [kind], doubts: [] };
}

const tellsKind = ({ conversion }: FtmWork, word: string): boolean =>
  worded(INCIDENT_KIND, [word]) !== undefined || conversion.options.lexicons.INCIDENT_KINDS.allOf(word).length > 0;

function incidentDraft(
  work: FtmWork,
  entity: FtmEntity,
  title: string,
  range: FtmRange | undefined,
): Draft | undefined {
  const addresses = entity.values('addressEntity');
  const places = endsIn(work, entity, 'addressEntity', addresses, 'locations');
  if (!places) return undefined;
  const [location, ...others] = places;
  if (others.length > 0)
    work.conversion.report.warning(
      entity.at('addressEntity'),
      'one place',
      others.join(', '),
      'Only the first place is imported.',
    );
  for (const text of entity.peek('location'))
    if (addresses.some((id) => work.index.isNameOfPlace(id, text))) entity.take('location', text);
  const words = { summary: textIn(work, entity, 'summary', 'description'), note: textIn(work, entity, 'notes') };
  const facts = entity.peek('keywords').flatMap((word) => keywordIn(work, entity, word) ?? []);
  return { title, ...endsOf(range), facts, ...withoutUndefined({ location, ...words }) };
}

const endsOf = (range: FtmRange | undefined) => (range ? { first: range.first, last: range.last } : {});

/** A keyword that tells no kind of ours is a fact. */
function keywordIn(work: FtmWork, entity: FtmEntity, value: string): Draft | undefined {
  if (tellsKind(work, value)) return undefined;
  entity.take('keywords', value);
  return { property: 'KEYWORD', value, ...gradingOf(work.conversion) };
}

/** Of sexual violence the graph never holds more than the month. */
function withheld({ conversion }: FtmWork, entity: FtmEntity, range: FtmRange | undefined): Draft {
  const month = (end: string) => end.replace(/^(\d{4}(?:-\d{2})?)\S*/, '$1');
  for (const name of ['name', 'summary', 'description', 'notes', 'location', 'addressEntity']) entity.values(name);
  conversion.report.warning(
    entity.at('keywords'),
    'the month and no place',
    'an incident of sexual violence',
    'Day, name, place and description are withheld.',
  );
  if (!range) return { title: 'Sexual violence (undated)' };
  const [first, last] = [month(range.first), month(range.last)];
  return { title: `Sexual violence (${first.split(' ')[0]})`, first, last };
}

/**
 * Being involved is no accusation. It becomes an attribution, by each body that published a source, only if the
 * importer says what it means in this file.
 */
function attributionsIn(work: FtmWork, entity: FtmEntity, cites: readonly Cite[]): Draft[] | undefined {
  const { conversion } = work;
  const mode = conversion.options.involvedAs;
  const involved = entity.values('involved');
  if (involved.length === 0) return [];
  if (mode === undefined) {
    const message = 'The file does not say how they are involved, so nothing is attributed to anybody.';
    conversion.report.warning(entity.at('involved'), 'nobody', involved.join(', '), message);
    return [];
  }
  const subjects = endsIn(work, entity, 'involved', involved, 'people', 'units');
  if (!subjects) return undefined;
  const bySource = new Map<string, Cite[]>();
  for (const cite of cites.filter(({ secondary }) => !secondary)) {
    const by = publisherOf(work, entity, cite);
    if (by !== undefined) bySource.set(by, [...(bySource.get(by) ?? []), cite]);
  }
  return subjects.flatMap((to) =>
    [...bySource].map(([by, own]) => ({ to, by, mode, cites: own, ...gradingOf(conversion) })),
  );
}

function publisherOf(work: FtmWork, entity: FtmEntity, cite: Cite): string | undefined {
  const { fileAsReport, publisherKind = 'NEWSPAPER' } = work.conversion.options;
  if (cite.report === fileAsReport.id) return fileAsReport.publisher.id;
  const publisher = work.index.publisherOf(cite.report);
  if (publisher !== undefined) return bodyOf(work, entity, 'proof', publisher, publisherKind, [cite]);
  const message = 'The publisher is not in this file, so no attribution is made.';
  work.conversion.report.warning(entity.at('proof'), 'a report of this file', cite.report, message);
  return undefined;
}
