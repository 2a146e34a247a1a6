import { registerEnumType } from 'type-graphql';
import { COVERS, END_HARDNESS, START_HARDNESS } from '../model/date-range.js';
import { ROLES } from '../model/permissions.rules.js';
import * as vocabulary from '../model/vocabulary.js';

/** The vocabularies as GraphQL enums, under the names and with the descriptions of the schema. */

type Words<T extends object> = { readonly [K in Extract<keyof T, string>]: K };

const ENUMS = new Map<object, object>();

/** The enum of the schema that a vocabulary has. */
export function enumOf(vocabularyOf: object): object {
  const found = ENUMS.get(vocabularyOf);
  if (!found) throw new Error(`The schema has no enum of ${Object.keys(vocabularyOf).join(', ')}.`);
  return found;
}

/** An enum of the schema from words and what each means. */
export function graphqlEnum<T extends Readonly<Record<string, string>>>(
  vocabularyOf: T,
  name: string,
  description: string,
): Words<T> {
  const values = Object.fromEntries(Object.keys(vocabularyOf).map((word) => [word, word])) as Words<T>;
  const valuesConfig = Object.fromEntries(
    Object.entries(vocabularyOf).map(([word, meaning]) => [word, { description: meaning }]),
  );
  ENUMS.set(vocabularyOf, values);
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}

const withMeanings = <T extends string>(_words: readonly T[], meanings: { readonly [K in T]: string }) => meanings;

export const Access = graphqlEnum(vocabulary.ACCESS, 'Access', 'Who may see a claim or a report.');
export const Doubt = graphqlEnum(vocabulary.DOUBT, 'Doubt', 'Why a statement was entered with a doubt.');
export const ClaimStatus = graphqlEnum(vocabulary.CLAIM_STATUS, 'ClaimStatus', 'How far a claim has been checked.');
export const LegacyConfidence = graphqlEnum(
  vocabulary.LEGACY_CONFIDENCE,
  'LegacyConfidence',
  'The confidence that an imported record stated.',
);
export const Reliability = graphqlEnum(
  vocabulary.RELIABILITY,
  'Reliability',
  'Reliability of a report, Admiralty scale.',
);
export const UnitKind = graphqlEnum(vocabulary.UNIT_KIND, 'UnitKind', 'What kind of unit it is.');
export const BodyKind = graphqlEnum(vocabulary.BODY_KIND, 'BodyKind', 'What kind of body judges or publishes.');
export const PostRole = graphqlEnum(
  vocabulary.POST_ROLE,
  'PostRole',
  'The role of a post. The title as stated is a separate field.',
);
export const CommandLinkKind = graphqlEnum(
  vocabulary.COMMAND_LINK_KIND,
  'CommandLinkKind',
  'What a link between two units means; only COMMAND and OPERATIONAL carry command.',
);
export const PositioningKind = graphqlEnum(
  vocabulary.POSITIONING_KIND,
  'PositioningKind',
  'The kind of relation between a unit and a location.',
);
export const AffiliationKind = graphqlEnum(
  vocabulary.AFFILIATION_KIND,
  'AffiliationKind',
  'How one body belongs to another.',
);
export const AttributionMode = graphqlEnum(
  vocabulary.ATTRIBUTION_MODE,
  'AttributionMode',
  'What the body alleges that the person or unit did.',
);
export const IncidentLinkKind = graphqlEnum(
  vocabulary.INCIDENT_LINK_KIND,
  'IncidentLinkKind',
  'How one incident belongs to another.',
);
export const IncidentKind = graphqlEnum(
  vocabulary.INCIDENT_KIND,
  'IncidentKind',
  'The kind of incident; a label for search, not a legal qualification.',
);
export const Precision = graphqlEnum(vocabulary.PRECISION, 'Precision', 'How precisely a place is known.');
export const LocationKind = graphqlEnum(vocabulary.LOCATION_KIND, 'LocationKind', 'What kind of place it is.');
export const FindingType = graphqlEnum(vocabulary.FINDING_TYPE, 'FindingType', 'What kind of statement a body made.');
export const ResponsibilityElement = graphqlEnum(
  vocabulary.RESPONSIBILITY_ELEMENT,
  'ResponsibilityElement',
  'One requirement of a legal test of responsibility.',
);
export const FindingStatus = graphqlEnum(
  vocabulary.FINDING_STATUS,
  'FindingStatus',
  'The status of a finding on a day.',
);
export const StandardOfProof = graphqlEnum(
  vocabulary.STANDARD_OF_PROOF,
  'StandardOfProof',
  'The standard of proof, in common terms. The words of the body are a separate field.',
);
export const ProofDomain = graphqlEnum(
  vocabulary.PROOF_DOMAIN,
  'ProofDomain',
  'The kind of proceedings. Compare standards only within one kind.',
);
export const Certainty = graphqlEnum(vocabulary.CERTAINTY, 'Certainty', 'How firmly a body says that a code applies.');
export const NameKind = graphqlEnum(vocabulary.NAME_KIND, 'NameKind', 'What kind of name it is.');
export const IndicatorGroup = graphqlEnum(
  vocabulary.INDICATOR_GROUP,
  'IndicatorGroup',
  'The element that an indicator bears on.',
);
export const IndicatorCode = graphqlEnum(vocabulary.INDICATOR_CODE, 'IndicatorCode', 'What an indicator says.');
export const Polarity = graphqlEnum(
  vocabulary.POLARITY,
  'Polarity',
  'Whether an indicator supports an element or weighs against it.',
);
export const MeasureKind = graphqlEnum(
  vocabulary.MEASURE_KIND,
  'MeasureKind',
  'What was done to prevent, stop or punish.',
);
export const DemandKind = graphqlEnum(vocabulary.DEMAND_KIND, 'DemandKind', 'What a demand asks for.');

export const ProposalState = graphqlEnum(vocabulary.PROPOSAL_STATE, 'ProposalState', 'The state of a proposal.');
export const ProposedAction = graphqlEnum(
  vocabulary.PROPOSED_ACTION,
  'ProposedAction',
  'The action that a proposal requests.',
);

export const Cover = graphqlEnum(
  withMeanings(COVERS, {
    CITED: 'The day is between the first and the last date under every reading of imprecise dates.',
    IMPRECISE: 'The day is inside only under some readings of an imprecise date.',
    ASSUMED: 'The day is after the last citation, and the source assumes continuation.',
    OPEN: 'The day is before a first citation or after a last citation: neither shown nor excluded.',
    NONE: 'The day is outside a stated start or end.',
  }),
  'Cover',
  'How a date range covers one day.',
);
export const StartBound = graphqlEnum(
  withMeanings(START_HARDNESS, {
    START: 'It began then.',
    FIRST_CITED: 'It is first cited then; it may have begun earlier.',
  }),
  'StartBound',
  'The kind of bound at the start of a period.',
);
export const EndBound = graphqlEnum(
  withMeanings(END_HARDNESS, {
    END: 'It ended then.',
    LAST_CITED: 'It is last cited then; it may have continued.',
    ASSUMED_TO_CONTINUE: 'It is last cited then, and the source assumes that it continues.',
  }),
  'EndBound',
  'The kind of bound at the end of a period.',
);

export const Direction = graphqlEnum(
  { UP: 'Towards the superiors.', DOWN: 'Towards the subordinates.' },
  'Direction',
  'The direction in which to follow a chain of command.',
);
export const AccountRole = graphqlEnum(ROLES, 'AccountRole', 'What a sender may do.');
