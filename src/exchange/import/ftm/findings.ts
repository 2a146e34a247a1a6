import { parseDate } from '../../../model/date-range.js';
import { contentHash } from '../../../model/hash.js';
import { DOUBT, FINDING_TYPE, PROOF_DOMAIN } from '../../../model/vocabulary.js';
import { withoutUndefined } from '../../../model/without.js';
import { doubtFields, type RowDoubt, withRangeDoubts } from '../record/doubts.js';
import { idByName } from '../record/names.js';
import { isYoungEnough, tooOld } from './dated-claims.js';
import { addReversal, datesAmong, datesIn } from './dates.js';
import { citedSources } from './document-citations.js';
import { endsIn, fitting, leaveOut, needed, noteOf, textIn } from './emit.js';
import type { FtmEntity } from './ftm-entity.js';
import type { Party } from './ftm-index.js';
import { type FtmWork, fileAsReportAt, gradingOf } from './ftm-work.js';
import { bodyOf } from './named-bodies.js';
import { SANCTION_WORDS, wordsIn } from './property-words.js';
import { isOurs } from './schemata.js';
import { worded } from './things.js';

/** Court cases, sanctions and notes are findings, where enough is said: what kind of finding, by whom, in which proceedings. */

type Draft = Record<string, unknown>;

/** What the schemata have in common, each under names of its own. */
interface MappedFinding {
  readonly type: string;
  readonly proofDomain: string;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly note: string | undefined;
  /** The property that names who made it, and what they are taken for where the file does not know them. */
  readonly by: readonly [column: string, kind: string];
  readonly about: readonly string[];
  readonly concerns: readonly string[];
  /** When it was decided and when it was published. */
  readonly dates: { readonly decidedOn?: string; readonly publishedOn?: string };
  readonly doubts: readonly RowDoubt[];
  readonly conduct: { readonly conductFrom?: string; readonly conductTo?: string };
}

export function findingIn(work: FtmWork, entity: FtmEntity, id: string): Draft | undefined {
  const mappedFinding = MAPPINGS[entity.schema as keyof typeof MAPPINGS](work, entity);
  if (!mappedFinding) return undefined;
  const { type, proofDomain, title, summary, note, about, concerns, dates, conduct } = mappedFinding;
  if (title === undefined) return leaveOut(work, entity, 'name', 'a title', '');
  const { cites, doubts: unsourced } = citedSources(work, entity);
  const doubts = [...mappedFinding.doubts, ...unsourced];
  const date = dates.decidedOn ?? dates.publishedOn;
  const old = date === undefined ? [] : cites.filter((cite) => !isYoungEnough(work, cite, parseDate(date)));
  if (date !== undefined && old.length > 0) doubts.push(tooOld(work, entity, parseDate(date), old));
  const message =
    'FollowTheMoney has no standard of proof, and does not say whether a later decision changed this one.';
  work.conversion.report.warning(entity.at('standard'), 'a standard of proof', 'NOT_STATED', message);
  const by = makerOf(work, entity, mappedFinding.by, cites, doubts);
  const content = {
    ...{ type, title, by, proofDomain, about, concerns, ...gradingOf(work.conversion) },
    ...withoutUndefined({ summary, note, ...dates, ...conduct }),
    ...doubtFields(doubts),
  };
  const finding = withRangeDoubts({ ...content, cites }, fileAsReportAt(work.conversion, entity));
  if (isOurs(id, 'findings') && isOurs(work.index.sanctionOf(entity), 'findings')) return { id, ...finding };
  // What was recorded is never overwritten: where the next edition says something else, that is another finding.
  return { id: idByName(work.conversion, 'finding', entity.id, entity.id, contentHash(finding)), ...finding };
}

/** What those who made a finding are called where the file does not say, by what they are taken for. */
const NOT_STATED_BY: Readonly<Record<string, string>> = {
  COURT: 'Court not stated',
  AUTHORITY: 'Authority not stated',
  NGO: 'Publisher not stated',
};

function makerOf(
  work: FtmWork,
  entity: FtmEntity,
  [column, kind]: MappedFinding['by'],
  cites: Parameters<typeof bodyOf>[5],
  doubts: RowDoubt[],
): string {
  const name = entity.first(column);
  if (name !== undefined) return bodyOf(work, entity, column, name, kind, cites);
  work.conversion.report.warning(entity.at(column), 'who made it', '', DOUBT.AUTHORITY_UNKNOWN);
  doubts.push({ doubt: 'AUTHORITY_UNKNOWN', text: `${column}: empty` });
  return bodyOf(work, entity, column, NOT_STATED_BY[kind] ?? kind, kind, [fileAsReportAt(work.conversion, entity)]);
}

const DECISIONS =
  'SUSPICION_NOTICE SANCTION WARRANT CHARGE CONFIRMATION CONVICTION ACQUITTAL STATE_RESPONSIBILITY DISCONTINUANCE'.split(
    ' ',
  );

/** Of two dates, one is of the decision and one of its publication; one alone is what such a finding always has. */
function datesOf(type: string, dates: readonly string[]): MappedFinding['dates'] {
  const [first, second] = [dates[0], dates.at(-1)];
  if (first === undefined) return {};
  if (second !== undefined && second !== first) return { decidedOn: first, publishedOn: second };
  return DECISIONS.includes(type) ? { decidedOn: first } : { publishedOn: first };
}

const ENOUGH = 'the type and the kind of proceedings in our words';

function courtCase(work: FtmWork, entity: FtmEntity): MappedFinding | undefined {
  const types = entity.values('type');
  const [type, proofDomain] = [worded(FINDING_TYPE, types), worded(PROOF_DOMAIN, entity.values('category'))];
  const parties = work.index.parties.get(entity.id) ?? [];
  if (type === undefined || proofDomain === undefined)
    return leaveOut(
      work,
      entity,
      'type',
      ENOUGH,
      [...types, ...entity.values('category'), ...entity.values('status')].join(', '),
    );
  const about = endsIn(work, entity, 'party', unique(parties.flatMap(({ party }) => party)), 'people', 'units');
  const doubts: RowDoubt[] = [];
  const conduct = conductIn(work, entity, parties, doubts);
  const days = unique(parties.flatMap((party) => party.dates));
  const dates = datesOf(type, datesAmong(work.conversion.report, entity, 'date', days, doubts));
  return (
    about && {
      ...{ type, proofDomain, about, concerns: [], dates, doubts, by: ['court', 'COURT'] },
      title: entity.first('name'),
      summary: textIn(work, entity, 'summary'),
      note: textIn(work, entity, 'notes'),
      conduct,
    }
  );
}

/** The widest range of conduct that the parties give; none where one of them, or all together, end before they start. */
function conductIn(
  { conversion: { report } }: FtmWork,
  entity: FtmEntity,
  parties: readonly Party[],
  doubts: RowDoubt[],
): MappedFinding['conduct'] {
  const all = { from: unique(parties.flatMap(({ from }) => from)), to: unique(parties.flatMap(({ to }) => to)) };
  const [conductFrom] = datesAmong(report, entity, 'startDate', all.from, doubts);
  const conductTo = datesAmong(report, entity, 'endDate', all.to, doubts).at(-1);
  const isReversed = [...parties, all].some(({ from, to }) => addReversal(report, entity, from, to, doubts));
  return isReversed ? {} : withoutUndefined({ conductFrom, conductTo });
}

/** A listing; our export writes one for each who is listed, with its title as the summary. */
function sanction(work: FtmWork, entity: FtmEntity): MappedFinding | undefined {
  const { index, conversion } = work;
  if (!needed(work, entity, 'entity', 'people', 'units')) return undefined;
  const listed = unique(index.listed.get(index.sanctionOf(entity)) ?? []);
  const about = endsIn(work, entity, 'entity', listed, 'people', 'units');
  if (!about) return undefined;
  const doubts: RowDoubt[] = [];
  const [listing, start] = ['listingDate', 'startDate'].map((name) => datesIn(conversion.report, entity, name, doubts));
  const isOurOwn = isOurs(index.sanctionOf(entity), 'findings');
  addReversal(conversion.report, entity, start?.length ? start : (listing ?? []), entity.peek('endDate'), doubts);
  const date = listing?.[0] ?? start?.[0];
  const further = listing?.slice(1).map((other) => `Listed again: ${other}.`) ?? [];
  const words = isOurOwn ? [] : [...summaries(entity), wordsIn(entity, SANCTION_WORDS), ...further];
  return {
    ...{ type: 'SANCTION', proofDomain: 'ADMINISTRATIVE', about: unique(about), concerns: [] },
    by: ['authority', 'AUTHORITY'],
    title: isOurOwn ? entity.first('summary') : fitting(conversion, entity, 'program', titleOfSanction(entity)),
    summary: textIn(work, entity, 'reason'),
    note: noteOf(work, entity, textIn(work, entity, 'description'), ...words),
    dates: isOurOwn ? datesOf('SANCTION', listing ?? []) : withoutUndefined({ decidedOn: date }),
    doubts,
    conduct: {},
  };
}

const summaries = (entity: FtmEntity) => entity.values('summary').map((text) => `Summary: ${text}`);

/** The programme as the file calls it, else by its id, else who listed. */
function titleOfSanction(entity: FtmEntity): string {
  const [programmes, [id], [authority]] = [
    entity.values('program'),
    entity.peek('programId'),
    entity.peek('authority'),
  ];
  if (programmes.length > 0) return programmes.join('; ');
  if (id !== undefined) return `Sanction under ${id}`;
  return authority === undefined ? 'Sanction' : `Sanction by ${authority}`;
}

/** A note of our export: its keywords say what it is. */
function note(work: FtmWork, entity: FtmEntity): MappedFinding | undefined {
  const keywords = entity.values('keywords');
  const [type, proofDomain] = [worded(FINDING_TYPE, keywords), worded(PROOF_DOMAIN, keywords)];
  if (type === undefined || proofDomain === undefined)
    return leaveOut(work, entity, 'keywords', ENOUGH, keywords.join(', '));
  const doubts: RowDoubt[] = [];
  const dates = datesOf(type, datesIn(work.conversion.report, entity, 'createdAt', doubts));
  const ids = entity.values('entity');
  const incidents = ids.filter((id) => work.index.get(id)?.kind === 'incidents' || id.startsWith('incident-'));
  const about = endsIn(
    work,
    entity,
    'entity',
    ids.filter((id) => !incidents.includes(id)),
    'people',
    'units',
  );
  const concerns = endsIn(work, entity, 'entity', incidents, 'incidents');
  return (
    about &&
    concerns && {
      ...{ type, proofDomain, about, concerns, dates, doubts, by: ['publisher', 'NGO'], conduct: {} },
      title: entity.first('name'),
      summary: textIn(work, entity, 'description'),
      note: textIn(work, entity, 'notes'),
    }
  );
}

const MAPPINGS = { CourtCase: courtCase, Sanction: sanction, Note: note };

const unique = (values: readonly string[]): string[] => [...new Set(values)];
