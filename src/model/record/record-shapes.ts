import { z } from 'zod';
import { DATE_EXPECTED, END_HARDNESS, parseDate, START_HARDNESS } from '../date-range.js';
import * as vocabulary from '../vocabulary.js';

/** The shape of records as they are written down: one schema per file of a dataset folder. `seed/README.md` explains them to authors. */

const { words } = vocabulary;
const word = <T extends object>(of: T) => z.enum(words(of));

export const text = z.string().trim().min(1).max(2_000);
const id = (prefix: string) =>
  z
    .string()
    .regex(
      new RegExp(`^(${prefix})-[a-z0-9][a-z0-9-]{0,90}$`),
      `expected an id such as ${prefix.split('|')[0]}-some-name`,
    );

export const personId = id('person');
export const unitId = id('unit|org');
export const bodyId = id('body|org');
export const organisationId = id('unit|body|org');
export const locationId = id('location');
export const incidentId = id('incident');
export const findingId = id('finding');
export const reportId = id('report');
const subjectId = id('person|unit|org');

/** YAML reads a bare year as a number. */
const date = z.union([z.string(), z.int().transform(String)]).transform((value, context) => {
  try {
    return parseDate(value);
  } catch {
    context.addIssue({ code: 'custom', message: `expected ${DATE_EXPECTED}` });
    return z.NEVER;
  }
});

/** One end of a range, written `2023-01-11 END`. */
const end = <T extends string>(hardness: readonly T[]) =>
  z.string().transform((value, context) => {
    const [when = '', how = '', ...rest] = value.trim().split(/\s+/);
    const parsed = date.safeParse(when);
    if (!parsed.success || rest.length > 0 || !(hardness as readonly string[]).includes(how)) {
      context.addIssue({
        code: 'custom',
        message: `expected a date and one of ${hardness.join(', ')}, such as "2022-03-14 ${hardness[0]}"`,
      });
      return z.NEVER;
    }
    return { date: parsed.data, hardness: how as T };
  });

const range = { first: end(START_HARDNESS), last: end(END_HARDNESS) };

const citation = z.strictObject({
  report: reportId,
  document: text.optional(),
  paragraph: z.int().positive().optional(),
  pinpoint: text.optional(),
  paraphrase: text.optional(),
});
const cites = z.array(citation).min(1);
/** The citations of a claim. */
export const CITES = cites;

const claim = {
  status: word(vocabulary.CLAIM_STATUS).default('ACCEPTED'),
  credibility: z.int().min(1).max(6).default(6),
  legacyConfidence: word(vocabulary.LEGACY_CONFIDENCE).optional(),
  access: word(vocabulary.ACCESS).default('PUBLIC'),
  note: text.optional(),
};
const citedClaim = { ...claim, cites };
/** Claims inside an entity may leave `cites` out: the entity's own then stand for them. */
const innerClaim = { ...claim, cites: cites.optional() };

const name = z
  .union([
    text.transform((value) => ({ value })),
    z.strictObject({
      value: text,
      lang: z.string().min(2).max(12).optional(),
      script: z.string().length(4).optional(),
      kind: word(vocabulary.NAME_KIND).optional(),
      scheme: text.optional(),
      status: word(vocabulary.CLAIM_STATUS).optional(),
      credibility: z.int().min(1).max(6).optional(),
      legacyConfidence: word(vocabulary.LEGACY_CONFIDENCE).optional(),
      access: word(vocabulary.ACCESS).optional(),
      note: text.optional(),
      cites: cites.optional(),
    }),
  ])
  .pipe(
    z.strictObject({
      value: text,
      lang: z.string().default('en'),
      script: z.string().default('Latn'),
      kind: word(vocabulary.NAME_KIND).default('PREFERRED'),
      scheme: text.optional(),
      ...innerClaim,
    }),
  );

const count = z.int().nonnegative().optional();

const entity = {
  extends: z.boolean().default(false),
  names: z.array(name).default([]),
  identifiers: z
    .array(z.strictObject({ scheme: z.string().regex(/^[A-Z][A-Z0-9_]+$/), value: text, ...innerClaim }))
    .default([]),
  facts: z
    .array(z.strictObject({ property: z.string().regex(/^[A-Z][A-Z0-9_]+$/), value: text, ...innerClaim }))
    .default([]),
  cites: cites.optional(),
};

const person = z.strictObject({ id: personId, ...entity });

const unit = z.strictObject({
  id: unitId,
  kind: word(vocabulary.UNIT_KIND).optional(),
  country: z.string().length(2).optional(),
  placeholder: z.boolean().default(false),
  body: z.strictObject({ kind: word(vocabulary.BODY_KIND) }).optional(),
  ...entity,
});

const body = z.strictObject({ id: bodyId, kind: word(vocabulary.BODY_KIND).optional(), ...entity });

const location = z.strictObject({
  id: locationId,
  kind: word(vocabulary.LOCATION_KIND).optional(),
  country: z.string().length(2).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  precision: word(vocabulary.PRECISION).default('UNKNOWN'),
  coordinatesFrom: reportId.optional(),
  within: locationId.optional(),
  ...entity,
});

const report = z.strictObject({
  id: reportId,
  title: text,
  publisher: bodyId,
  publishedOn: date.optional(),
  url: z.url().optional(),
  archivedUrl: z.url().optional(),
  retrievedAt: z.iso.date().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  document: text.optional(),
  language: z.string().min(2).max(12).default('en'),
  reliability: word(vocabulary.RELIABILITY).default('F'),
  access: word(vocabulary.ACCESS).default('PUBLIC'),
  partyToConflict: z.boolean().default(false),
  derivedFrom: z.array(reportId).default([]),
  note: text.optional(),
});

const posting = z.strictObject({
  person: personId,
  at: organisationId,
  role: word(vocabulary.POST_ROLE),
  title: text.optional(),
  rank: text.optional(),
  appointedBy: personId.optional(),
  ...range,
  ...citedClaim,
});

const commandLink = z.strictObject({
  subordinate: unitId,
  superior: unitId,
  kind: word(vocabulary.COMMAND_LINK_KIND),
  ...range,
  ...citedClaim,
});

const positioning = z.strictObject({
  unit: unitId,
  location: locationId,
  kind: word(vocabulary.POSITIONING_KIND),
  ...range,
  ...citedClaim,
});

const affiliation = z.strictObject({
  part: bodyId,
  whole: bodyId,
  kind: word(vocabulary.AFFILIATION_KIND),
  ...citedClaim,
});

const attribution = z.strictObject({
  to: subjectId,
  by: bodyId,
  mode: word(vocabulary.ATTRIBUTION_MODE).default('PERPETRATOR'),
  ...citedClaim,
});

const casualties = z.strictObject({
  kind: word(vocabulary.CASUALTY_KIND),
  low: count,
  best: count,
  high: count,
  by: bodyId.optional(),
  ...citedClaim,
});

const incident = z.strictObject({
  id: incidentId,
  title: text,
  summary: text.optional(),
  kinds: z.array(word(vocabulary.INCIDENT_KIND)).min(1),
  means: z.array(text).default([]),
  ...range,
  location: locationId.optional(),
  precision: word(vocabulary.PRECISION).default('UNKNOWN'),
  attributions: z.array(attribution).default([]),
  casualties: z.array(casualties).default([]),
  facts: entity.facts,
  identifiers: entity.identifiers,
  ...citedClaim,
});

/** What is said of an incident beside the incident itself. */
export const INCIDENT_CLAIMS = incident.pick({
  id: true,
  attributions: true,
  casualties: true,
  facts: true,
  identifiers: true,
});

const finding = z.strictObject({
  id: findingId,
  type: word(vocabulary.FINDING_TYPE),
  title: text,
  summary: text.optional(),
  by: bodyId,
  standard: word(vocabulary.STANDARD_OF_PROOF).default('NOT_STATED'),
  standardAsStated: text.optional(),
  proofDomain: word(vocabulary.PROOF_DOMAIN),
  decidedOn: date.optional(),
  publishedOn: date.optional(),
  conductFrom: date.optional(),
  conductTo: date.optional(),
  about: z.array(subjectId).default([]),
  concerns: z.array(incidentId).default([]),
  classifies: z
    .array(
      z.strictObject({
        code: text,
        asStated: text.optional(),
        certainty: word(vocabulary.CERTAINTY).default('STATED'),
        modes: z.array(text).default([]),
      }),
    )
    .default([]),
  affirms: z.array(findingId).default([]),
  reverses: z.array(findingId).default([]),
  replaces: z.array(findingId).default([]),
  follows: z.array(findingId).default([]),
  inAbsentia: z.boolean().optional(),
  ...citedClaim,
});

const concerns = z.array(id('person|unit|org|incident')).min(1);

const indicator = z.strictObject({
  code: word(vocabulary.INDICATOR_CODE),
  group: word(vocabulary.INDICATOR_GROUP),
  polarity: word(vocabulary.POLARITY).default('SUPPORTS'),
  on: date,
  concerns,
  ...citedClaim,
});

const measure = z.strictObject({
  kind: word(vocabulary.MEASURE_KIND),
  on: date,
  effect: text.optional(),
  concerns,
  ...citedClaim,
});

export const DATASET = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/),
  title: text,
  description: text,
  licence: text,
  attribution: text,
  redistribute: z.boolean(),
  requires: z.array(z.string()).default([]),
});

/** The files of a dataset folder, in reading order, each a YAML list of one kind of record. All but `dataset.yaml` may be left out. */
export const FILES = {
  reports: report,
  bodies: body,
  people: person,
  units: unit,
  locations: location,
  postings: posting,
  'command-links': commandLink,
  positionings: positioning,
  affiliations: affiliation,
  incidents: incident,
  findings: finding,
  indicators: indicator,
  measures: measure,
} as const;

export const LEGAL_CODE = z.strictObject({
  code: z.string(),
  title: text,
  within: z.string().optional(),
});

export type FileName = keyof typeof FILES;
export type RecordOf<F extends FileName> = z.output<(typeof FILES)[F]>;
export type IncidentClaims = z.output<typeof INCIDENT_CLAIMS>;
export type Dataset = z.output<typeof DATASET>;
export type LegalCode = z.output<typeof LEGAL_CODE>;
export type Citation = z.output<typeof citation>;
