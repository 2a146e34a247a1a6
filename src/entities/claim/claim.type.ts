import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { Statement } from '../../graphql/citation.type.js';
import { type Labelled, Node, Recorded } from '../../graphql/node.type.js';
import { DateRange } from '../../graphql/range.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import type { Cover } from '../../model/date-range.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import { DEMAND } from '../../model/record/fields/demand.js';
import { INDICATOR, MEASURE } from '../../model/record/fields/finding.js';
import {
  ATTRIBUTION,
  FACT_OWNER,
  IDENTIFIER,
  IDENTIFIER_OWNER,
  INCIDENT_OWNER,
  NAME,
  NAME_OWNER,
} from '../../model/record/fields/inner-claims.js';
import { FACT_OR_COUNT } from '../../model/record/fields/kinds.js';
import { AFFILIATION, COMMAND_LINK, INCIDENT_LINK, POSITIONING, POSTING } from '../../model/record/fields/link.js';

const resolveType = (row: unknown) => (row as Labelled).label;

/** What a claim says, with the record that it is about where that one may hold it inside. */
const ATTRIBUTION_ANSWER = { ...ATTRIBUTION, ...INCIDENT_OWNER };
const NAME_ANSWER = { ...NAME, ...NAME_OWNER };
const IDENTIFIER_ANSWER = { ...IDENTIFIER, ...IDENTIFIER_OWNER };
const FACT_ANSWER = { ...FACT_OR_COUNT, ...FACT_OWNER };
const STATUS = { status: CLAIM.status };

@answerFields(STATUS)
@InterfaceType('Claim', {
  resolveType,
  implements: [Node, Recorded, Statement],
  description: 'A statement that somebody could dispute, with the reports that make it.',
})
export abstract class Claim extends withRow(Statement, STATUS) {
  /** The claim that this claim replaced, for readers who may know of it. */
  corrects!: string | null;
}

@InterfaceType('DatedClaim', {
  resolveType,
  implements: [Node, Recorded, Statement, Claim],
  description: 'A claim that holds for a span of time.',
})
export abstract class DatedClaim extends Claim {
  @Field(() => DateRange, {
    nullable: true,
    description: 'The period, as the sources give it; null if they give no date. The cover of every day is then OPEN.',
  })
  range!: DateRange | null;

  /** How the period covers the day of the question that read the claim; null if it was about no day. */
  cover!: Cover | null;

  /** The last day on which a report may have come out that counts and says so itself. */
  knownThrough!: string;
}

@answerFields(POSTING)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim, DatedClaim],
  description: "A person's tenure of a post at a unit or body.",
})
export class Posting extends withRow(DatedClaim, POSTING) {}

@answerFields(COMMAND_LINK)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim, DatedClaim],
  description: 'A unit stands under, belongs to or works with another.',
})
export class CommandLink extends withRow(DatedClaim, COMMAND_LINK) {}

@answerFields(POSITIONING)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim, DatedClaim],
  description: 'A unit had a site or operated at a location.',
})
export class Positioning extends withRow(DatedClaim, POSITIONING) {}

@answerFields(AFFILIATION)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim],
  description: 'A body is part of another, or was set up by it.',
})
export class Affiliation extends withRow(Claim, AFFILIATION) {}

@answerFields(INCIDENT_LINK)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim],
  description: 'An incident is a part of another, or both are accounts of one event. They are linked, never merged.',
})
export class IncidentLink extends withRow(Claim, INCIDENT_LINK) {}

@answerFields(ATTRIBUTION_ANSWER)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim],
  description:
    'A body alleges that a person or unit had a part in an incident. Always an allegation of that body, never a fact of this graph.',
})
export class Attribution extends withRow(Claim, ATTRIBUTION_ANSWER) {}

@answerFields(NAME_ANSWER)
@ObjectType({ implements: [Node, Recorded, Statement, Claim], description: 'A name of an entity.' })
export class Name extends withRow(Claim, NAME_ANSWER) {}

@answerFields(IDENTIFIER_ANSWER)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim],
  description:
    'An identifier that another organization uses for an entity. It is a claim, because such identifiers get re-used.',
})
export class Identifier extends withRow(Claim, IDENTIFIER_ANSWER) {}

@answerFields(FACT_ANSWER)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim],
  description:
    'A value of one property of an entity or incident, as a source gives it: a date of birth, a number of casualties, a disputed day.',
})
export class Fact extends withRow(Claim, FACT_ANSWER) {}

@answerFields(INDICATOR)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim],
  description: 'A statement of a source that bears on an element of command responsibility.',
})
export class Indicator extends withRow(Claim, INDICATOR) {}

@answerFields(MEASURE)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim],
  description: 'An act to prevent, stop or punish, or the absence of one, as a source reports it.',
})
export class Measure extends withRow(Claim, MEASURE) {}

@answerFields(DEMAND)
@ObjectType({
  implements: [Node, Recorded, Statement, Claim],
  description: 'What a body asks of others, and where it says so. It is no finding that anything happened.',
})
export class Demand extends withRow(Claim, DEMAND) {}
