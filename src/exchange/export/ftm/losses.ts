import { CLAIM } from '../../../model/record/fields/claim.js';
import type { Fields } from '../../../model/record/fields/field.js';
import { OWN_FIELDS } from '../../../model/record/fields/kinds.js';
import { propertyNames } from '../../../model/record/fields/stored.js';

/**
 * What FollowTheMoney has no place for: every field that the mappings do not carry over. Whoever needs it takes
 * `records.jsonl`. Tests hold this list against what an export shows, and against what FollowTheMoney keeps of it.
 */

export interface Loss {
  /** A kind of record, or `*` for all. */
  readonly kind: string;
  /** Properties and links of ours that are not in the export; with `~` behind, those that are there in part. */
  readonly of: readonly string[];
  readonly why: string;
}

/** Losses for which there is a reason to give. */
export const REASONS: readonly Loss[] = [
  {
    kind: '*',
    of: ['status', 'credibility', 'legacyConfidence', 'access'],
    why: 'There is no grade of a statement.',
  },
  {
    kind: '*',
    of: ['recordedAt~'],
    why: '`first_seen` is to the second, and of an entity that of its earliest value. There is no `last_change`: what was taken back leaves no mark on what remains.',
  },
  {
    kind: '*',
    of: [
      'CITES.pinpoint',
      'CITES.paraphrase',
      'CITES.document',
      'CITES.paragraph',
      'CITES.passageSha256',
      'CITES.suffices',
    ],
    why: '`proof` names the report alone; citations of a name stand on its person, unit or place, and those of an attribution on its incident. In `profile=compat`, links have the addresses and publishers of the reports.',
  },
  {
    kind: '*',
    of: ['first~', 'last~', 'firstHardness~', 'lastHardness~', 'published~', 'decided~', 'conductFrom~', 'conductTo~'],
    why: 'Dates have no marks of doubt. A first or last citation is a `date`; only a real start or end is a `startDate` or `endDate`. That a source assumes a continuation is not said.',
  },
  { kind: 'Name', of: ['kind~'], why: 'A former name is told apart, no other kind.' },
  { kind: 'Name', of: ['lang~'], why: 'The language is in the statements, where FollowTheMoney knows it.' },
  { kind: 'Name', of: ['script', 'scheme', 'note'], why: 'A name is a text on its entity.' },
  {
    kind: 'Unit',
    of: ['placeholder', 'bodyKind'],
    why: 'A supposed unit cannot be told from a known one but by its name.',
  },
  { kind: 'Location', of: ['precision', 'WITHIN'], why: 'An address has coordinates without their precision.' },
  { kind: 'Incident', of: ['precision', 'means'], why: 'An event has no such properties; `keywords` has its kinds.' },
  { kind: 'Attribution', of: ['mode', 'BY', 'note'], why: 'An event has `involved` and no role in it.' },
  { kind: 'IncidentLink', of: ['*'], why: 'Not in the export: an event has no parts there.' },
  {
    kind: 'Finding',
    of: [
      'standard',
      'standardAsStated',
      'inAbsentia',
      'CONDUCT_OF',
      'turnedOn',
      'CLASSIFIES',
      'AFFIRMS',
      'REVERSES',
      'REPLACES',
      'FOLLOWS',
    ],
    why: 'There is no standard of proof, code or history. A reversed finding looks like one that stands, and a decision that is itself the conduct complained of like any other.',
  },
  {
    kind: 'Finding',
    of: ['CONCERNS~', 'decided~', 'published~', 'conductFrom~', 'conductTo~', 'proofDomain~'],
    why: 'A case has its dates on its parties and knows no incidents. A note names the incidents and has no dates of conduct. A sanction has no incidents, no dates of conduct and no domain.',
  },
  {
    kind: 'Report',
    of: [
      ...['reliability', 'conflictParty', 'archivedUrl', 'copyUrl', 'document', 'DERIVED_FROM'],
      ...['collectedBy', 'collectedAt', 'collectedWith', 'verification'],
    ],
    why: 'A document has no grade, no origin and no custody. One that was read in a copy has no address.',
  },
  { kind: 'Report', of: ['language~'], why: 'Languages that FollowTheMoney knows, without script or region.' },
  { kind: 'Posting', of: ['APPOINTED_BY'], why: 'Nobody appoints to a position there.' },
  { kind: 'Affiliation', of: ['*'], why: 'Not in the export.' },
  { kind: 'Identifier', of: ['*'], why: 'Not in the export: identifiers there are of fixed registers.' },
  {
    kind: 'Fact',
    of: ['*'],
    why: 'Only what a fact stands for: the kinds of a unit and its countries and those of a place, as far as FollowTheMoney knows them; a code for private use would be that of another country. There are no counts with bounds, and no facts with sources of their own.',
  },
  { kind: 'Indicator', of: ['*'], why: 'Not in the export.' },
  { kind: 'Measure', of: ['*'], why: 'Not in the export.' },
  { kind: 'Demand', of: ['*'], why: 'Not in the export.' },
];

/** What the mappings carry over as a whole, by kind: properties and links. */
const CARRIED: Readonly<Record<string, string>> = {
  '*': 'note',
  Person: '',
  Unit: '',
  Body: 'bodyKind',
  Location: 'kind latitude longitude COORDINATES_FROM',
  Report: 'title published url retrievedAt sha256 note PUBLISHED_BY',
  Posting: 'role title rank OF AT',
  CommandLink: 'kind SUBORDINATE SUPERIOR',
  Positioning: 'kind OF AT',
  Incident: 'title summary kinds AT',
  Finding: 'type title summary BY ABOUT',
  Name: 'value',
  Attribution: 'TO',
};

/** The readings of a date follow from the date. */
const READING = /(Min|Max)$/;

/** The properties and links of a record, as an export names them. */
const namesIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    ...propertyNames(name, field).filter((property) => !READING.test(property)),
    ...(field.link ? [field.link] : []),
  ]);

/** The fields of a kind that are neither carried over nor lost for a reason. */
function unmapped([kind, carried]: [string, string]): Loss[] {
  const reasons = REASONS.filter((loss) => loss.kind === '*' || loss.kind === kind).flatMap(({ of }) => of);
  const exported = [...carried.split(' '), ...reasons.map((name) => name.replace('~', ''))];
  const fields: Fields = kind === '*' ? CLAIM : OWN_FIELDS[kind as keyof typeof OWN_FIELDS];
  const of = namesIn(fields).filter((name) => !exported.includes(name));
  return of.length === 0 ? [] : [{ kind, of, why: 'FollowTheMoney has no property for it.' }];
}

export const LOSSES: readonly Loss[] = [...REASONS, ...Object.entries(CARRIED).flatMap(unmapped)];
