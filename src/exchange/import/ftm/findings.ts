import { FINDING_TYPE, PROOF_DOMAIN } from '../../../model/vocabulary.js';
import { withoutUndefined } from '../../../model/without.js';
import { datesIn } from './dates.js';
import { bodyOf, citesOf, type FtmWork, gradingOf, knowing } from './document-citations.js';
import { endsIn, leaveOut, needed, textIn } from './emit.js';
import type { FtmEntity } from './ftm-entity.js';
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
  readonly dates: readonly string[];
  readonly conduct: { readonly conductFrom?: string; readonly conductTo?: string };
}

export function findingIn(work: FtmWork, entity: FtmEntity, id: string): Draft | undefined {
  const cites = citesOf(work, entity);
  const mappedFinding = MAPPINGS[entity.schema as keyof typeof MAPPINGS](work, entity);
  if (!mappedFinding || !cites) return undefined;
  const { type, proofDomain, title, summary, by, about, concerns, conduct } = mappedFinding;
  const [column, kind] = by;
  const name = entity.first(column);
  if (name === undefined || title === undefined)
    return leaveOut(work, entity, name === undefined ? column : 'name', 'who made it, and a title', title ?? '');
  const sources =
    mappedFinding.dates.length === 0 ? [...cites] : knowing(work, entity, cites, mappedFinding.dates[0] ?? '');
  if (!sources) return undefined;
  const message =
    'FollowTheMoney has no standard of proof, and does not say whether a later decision changed this one.';
  work.conversion.report.warning(entity.at('standard'), 'a standard of proof', 'NOT_STATED', message);
  const body = bodyOf(work, entity, column, name, kind, sources);
  const words = { summary, note: mappedFinding.note };
  return {
    ...{ id, type, title, by: body, proofDomain, about, concerns, cites: sources, ...gradingOf(work.conversion) },
    ...withoutUndefined({ ...words, ...datesOf(type, mappedFinding.dates), ...conduct }),
  };
}

const DECISIONS =
  'SUSPICION_NOTICE SANCTION WARRANT CHARGE CONFIRMATION CONVICTION ACQUITTAL STATE_RESPONSIBILITY DISCONTINUANCE'.split(
    ' ',
  );

/** Of two dates, one is of the decision and one of its publication; one alone is what such a finding always has. */
function datesOf(type: string, dates: readonly string[]): Draft {
  const [first, second] = [dates[0], dates.at(-1)];
  if (first === undefined) return {};
  if (second !== first) return { decidedOn: first, publishedOn: second };
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
  const [conductFrom] = unique(parties.flatMap(({ from }) => from));
  const [conductTo] = unique(parties.flatMap(({ to }) => to));
  const dates = unique(parties.flatMap((party) => party.dates)).sort();
  return (
    about && {
      ...{ type, proofDomain, about, concerns: [], dates, by: ['court', 'COURT'] },
      title: entity.first('name'),
      summary: textIn(entity, 'summary'),
      note: textIn(entity, 'notes'),
      conduct: { ...(conductFrom ? { conductFrom } : {}), ...(conductTo ? { conductTo } : {}) },
    }
  );
}

/** A listing; our export writes one for each who is listed. */
function sanction(work: FtmWork, entity: FtmEntity): MappedFinding | undefined {
  const { index, conversion } = work;
  if (!needed(work, entity, 'entity', 'people', 'units')) return undefined;
  const about = endsIn(
    work,
    entity,
    'entity',
    unique(index.listed.get(index.sanctionOf(entity)) ?? []),
    'people',
    'units',
  );
  const [listed, started] = [
    datesIn(conversion.report, entity, 'listingDate'),
    datesIn(conversion.report, entity, 'startDate'),
  ];
  if (!about || !listed || !started) return undefined;
  if (listed.length > 0) entity.leave('startDate');
  return {
    ...{ type: 'SANCTION', proofDomain: 'ADMINISTRATIVE', about, concerns: [], by: ['authority', 'AUTHORITY'] },
    title: entity.first('summary', 'program'),
    summary: textIn(entity, 'reason'),
    note: textIn(entity, 'description'),
    dates: listed.length > 0 ? listed : started,
    conduct: {},
  };
}

/** A note of our export: its keywords say what it is. */
function note(work: FtmWork, entity: FtmEntity): MappedFinding | undefined {
  const keywords = entity.values('keywords');
  const [type, proofDomain] = [worded(FINDING_TYPE, keywords), worded(PROOF_DOMAIN, keywords)];
  if (type === undefined || proofDomain === undefined)
    return leaveOut(work, entity, 'keywords', ENOUGH, keywords.join(', '));
  const dates = datesIn(work.conversion.report, entity, 'createdAt');
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
    concerns &&
    dates && {
      ...{ type, proofDomain, about, concerns, dates, by: ['publisher', 'NGO'], conduct: {} },
      title: entity.first('name'),
      summary: textIn(entity, 'description'),
      note: textIn(entity, 'notes'),
    }
  );
}

const MAPPINGS = { CourtCase: courtCase, Sanction: sanction, Note: note };

const unique = (values: readonly string[]): string[] => [...new Set(values)];
