import { isSexualViolence } from '../../../model/record/record.rules.js';
import { INCIDENT_KIND } from '../../../model/vocabulary.js';
import { withoutUndefined } from '../../../model/without.js';
import { doubtFields } from '../record/doubts.js';
import { mayBeSexualViolence } from '../words/sexual-violence.js';
import { isYoungEnough } from './dated-claims.js';
import { type FtmRange, periodIn } from './dates.js';
import { citedSources } from './document-citations.js';
import { endsIn, leaveOut, textIn } from './emit.js';
import type { FtmEntity } from './ftm-entity.js';
import { type Cite, type FtmWork, fileAsReportAt, gradingOf } from './ftm-work.js';
import { bodyOf } from './named-bodies.js';
import { isOurs } from './schemata.js';
import { worded } from './things.js';

/** Events are incidents, where their words tell of what kind. */

type Draft = Record<string, unknown>;

export function incidentIn(work: FtmWork, entity: FtmEntity, id: string): Draft | undefined {
  const { conversion } = work;
  const { range, doubts } = periodIn(conversion.report, entity);
  if (!range) leaveOut(work, entity, 'startDate', 'a start, an end or a date', '');
  const kinds = range && kindsIn(work, entity);
  const title = entity.first('name');
  if (title === undefined)
    conversion.report.error(entity.at('name'), 'a name', '', 'An event without a name is not imported.');
  if (!range || !kinds || title === undefined) return undefined;
  const sources = citedSources(work, entity);
  const cites = knowing(work, entity, sources.cites, range);
  if (!cites) return undefined;
  const attributions = attributionsIn(work, entity, cites);
  const what = isSexualViolence(kinds) ? withheld(work, entity, range) : incidentDraft(work, entity, title, range);
  if (!what || !attributions) return undefined;
  return {
    id,
    kinds,
    ...what,
    cites,
    attributions,
    ...gradingOf(conversion),
    ...doubtFields([...doubts, ...sources.doubts]),
    identifiers: identifiersIn(work, entity),
  };
}

/** The sources that were published late enough to know of the incident. Nothing, with an error, where none was. */
function knowing(work: FtmWork, entity: FtmEntity, cites: readonly Cite[], { start, end }: FtmRange) {
  const able = cites.filter((cite) => isYoungEnough(work, cite, start) && isYoungEnough(work, cite, end));
  const unable = cites.filter((cite) => !able.includes(cite)).map(({ report }) => report);
  if (unable.length === 0) return cites;
  const severity = able.length === 0 ? 'ERROR' : 'WARNING';
  work.conversion.report.sourceTooOld(severity, entity.at('proof'), end.text, unable.join(', '));
  return able.length === 0 ? undefined : able;
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

/** The kinds in our words among the keywords, else those that keywords and name stand for as a whole. */
function kindsIn(work: FtmWork, entity: FtmEntity): string[] | undefined {
  const { conversion } = work;
  const kindsOf = (word: string) => conversion.options.lexicons.INCIDENT_KINDS.allOf(word);
  const keywords = entity.peek('keywords');
  const ours = keywords.filter((word) => worded(INCIDENT_KIND, [word]));
  const words = [...keywords, ...entity.peek('name')];
  const kinds = ours.length > 0 ? ours : words.flatMap(kindsOf);
  for (const word of keywords) if (ours.includes(word) || kindsOf(word).length > 0) entity.take('keywords', word);
  if (words.some(mayBeSexualViolence)) kinds.push('SEXUAL_VIOLENCE');
  if (kinds.length > 0) return [...new Set(kinds)];
  const kind = conversion.options.incidentKind;
  if (kind === undefined)
    return leaveOut(work, entity, 'keywords', 'words that tell the kind of incident', words.join(', '));
  conversion.report.warning(
    entity.at('keywords'),
    'words that tell the kind of incident',
    words.join(', '),
    `The kind of the incident is set to ${kind}.`,
  );
  return [kind];
}

function incidentDraft(work: FtmWork, entity: FtmEntity, title: string, { first, last }: FtmRange): Draft | undefined {
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
  return { title, first, last, ...withoutUndefined({ location, ...words }) };
}

/** Of sexual violence the graph never holds more than the month. */
function withheld({ conversion }: FtmWork, entity: FtmEntity, { first, last }: FtmRange): Draft {
  const month = (end: string) => end.replace(/^(\d{4}(?:-\d{2})?)\S*/, '$1');
  for (const name of ['name', 'summary', 'description', 'notes', 'location', 'addressEntity']) entity.values(name);
  conversion.report.warning(
    entity.at('keywords'),
    'the month and no place',
    'an incident of sexual violence',
    'Day, name, place and description are withheld.',
  );
  return { title: `Sexual violence (${month(first).split(' ')[0]})`, first: month(first), last: month(last) };
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
  for (const cite of cites) {
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
