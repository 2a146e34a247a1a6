/** What FollowTheMoney has no place for. Whoever needs it takes `records.jsonl`. A test holds this list against the properties that an export may show. */

export interface Loss {
  /** A kind of record, or `*` for all. */
  readonly kind: string;
  /** Properties and links of ours that are not in the export. */
  readonly of: readonly string[];
  readonly why: string;
}

export const LOSSES: readonly Loss[] = [
  {
    kind: '*',
    of: ['status', 'credibility', 'legacyConfidence', 'access', 'recordedAt'],
    why: 'There is no grade of a statement and no record time.',
  },
  {
    kind: '*',
    of: ['CITES.pinpoint', 'CITES.paraphrase', 'CITES.document', 'CITES.paragraph', 'CITES.passageSha256'],
    why: '`proof` names the report alone; citations of a name stand on its person, unit or place.',
  },
  {
    kind: '*',
    of: ['first~', 'last~', 'published~', 'decided~', 'conductFrom~', 'conductTo~'],
    why: 'Dates have no marks of doubt. A first or last citation is a `date`; only a real start or end is a `startDate` or `endDate`.',
  },
  { kind: 'Name', of: ['lang', 'script', 'scheme', 'note'], why: 'A name is a text on its entity.' },
  {
    kind: 'Unit',
    of: ['placeholder', 'bodyKind'],
    why: 'A supposed unit cannot be told from a known one but by its name.',
  },
  {
    kind: 'Location',
    of: ['precision', 'COORDINATES_FROM', 'WITHIN'],
    why: 'An address has coordinates without their precision and source.',
  },
  { kind: 'Incident', of: ['precision', 'means'], why: 'An event has no such properties; `keywords` has its kinds.' },
  { kind: 'Attribution', of: ['mode', 'BY', 'note'], why: 'An event has `involved` and no role in it.' },
  {
    kind: 'Finding',
    of: [
      'standard',
      'standardAsStated',
      'inAbsentia',
      'CONCERNS',
      'CLASSIFIES',
      'AFFIRMS',
      'REVERSES',
      'REPLACES',
      'FOLLOWS',
    ],
    why: 'A court case has no standard of proof, codes or history. A reversed finding looks like one that stands.',
  },
  {
    kind: 'Report',
    of: ['reliability', 'partyToConflict', 'archivedUrl', 'DERIVED_FROM'],
    why: 'A document has no grade and no origin.',
  },
  { kind: 'Report', of: ['language~'], why: 'The languages of `schemata.ts` alone, without script or region.' },
  { kind: 'Affiliation', of: ['*'], why: 'Not in the export.' },
  { kind: 'Identifier', of: ['*'], why: 'Not in the export: identifiers there are of fixed registers.' },
  {
    kind: 'Fact',
    of: ['*'],
    why: 'Not in the export: there are no counts with bounds, and no facts with sources of their own.',
  },
  { kind: 'Indicator', of: ['*'], why: 'Not in the export.' },
  { kind: 'Measure', of: ['*'], why: 'Not in the export.' },
];
