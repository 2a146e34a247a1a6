import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Cited } from '../../graphql/citation.type.js';
import * as enums from '../../graphql/enums.js';
import { type Labelled, Node, Recorded } from '../../graphql/node.type.js';
import { DateRange } from '../../graphql/range.type.js';
import type { Cover } from '../../model/date-range.js';
import type * as vocabulary from '../../model/vocabulary.js';
import type { Word } from '../../model/vocabulary.js';

const resolveType = (row: unknown) => (row as Labelled).label;

@InterfaceType('Claim', {
  resolveType,
  implements: [Node, Recorded, Cited],
  description: 'A statement that somebody could dispute, and the reports that make it.',
})
export abstract class Claim extends Cited {
  @Field(() => enums.ClaimStatus, { description: 'How far its checking has come.' })
  status!: Word<typeof vocabulary.CLAIM_STATUS>;

  /** The claim that it was put in the place of, whoever may know of that one. */
  corrects!: string | null;
}

@InterfaceType('DatedClaim', {
  resolveType,
  implements: [Node, Recorded, Cited, Claim],
  description: 'A claim that holds for a span of time.',
})
export abstract class DatedClaim extends Claim {
  @Field(() => DateRange, { description: 'The span of time, as the sources give it.' })
  range!: DateRange;

  @Field(() => enums.Cover, {
    nullable: true,
    description: 'How the span covers the day that the list was asked for (`on`); null where no day was asked.',
  })
  cover!: Cover | null;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim, DatedClaim],
  description: "A person's tenure of a post at a unit or body.",
})
export class Posting extends DatedClaim {
  personId!: string;
  atId!: string;
  appointedById!: string | null;

  @Field(() => enums.PostRole, { description: 'The role, in common terms.' })
  role!: Word<typeof vocabulary.POST_ROLE>;

  @Field(() => String, { nullable: true, description: 'The title of the post as stated.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'The rank as stated.' })
  rank!: string | null;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim, DatedClaim],
  description: 'A unit stands under, belongs to or works with another.',
})
export class CommandLink extends DatedClaim {
  subordinateId!: string;
  superiorId!: string;

  @Field(() => enums.CommandLinkKind, {
    description: 'What the link means; only COMMAND and OPERATIONAL carry command.',
  })
  kind!: Word<typeof vocabulary.COMMAND_LINK_KIND>;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim, DatedClaim],
  description: 'A unit had a site or operated at a location.',
})
export class Positioning extends DatedClaim {
  unitId!: string;
  locationId!: string;

  @Field(() => enums.PositioningKind, { description: 'A site or an area of operations.' })
  kind!: Word<typeof vocabulary.POSITIONING_KIND>;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim],
  description: 'A body is part of another, or was set up by it.',
})
export class Affiliation extends Claim {
  partId!: string;
  wholeId!: string;

  @Field(() => enums.AffiliationKind, { description: 'How they belong together.' })
  kind!: Word<typeof vocabulary.AFFILIATION_KIND>;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim],
  description:
    'A body alleges that a person or unit had a part in an incident. Always an allegation of that body, never a fact of this graph.',
})
export class Attribution extends Claim {
  incidentId!: string;
  toId!: string;
  byId!: string;

  @Field(() => enums.AttributionMode, { description: 'What the part is alleged to be.' })
  mode!: Word<typeof vocabulary.ATTRIBUTION_MODE>;
}

@ObjectType({ implements: [Node, Recorded, Cited, Claim], description: 'A name of an entity.' })
export class Name extends Claim {
  ofId!: string;

  @Field(() => String, { description: 'The name as written.' })
  value!: string;

  @Field(() => String, { description: 'Language, BCP 47.' })
  lang!: string;

  @Field(() => String, { description: 'Script, ISO 15924: Latn, Cyrl.' })
  script!: string;

  @Field(() => enums.NameKind, { description: 'What kind of name it is.' })
  kind!: Word<typeof vocabulary.NAME_KIND>;

  @Field(() => String, { nullable: true, description: 'The romanisation used, where one is stated.' })
  scheme!: string | null;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim],
  description: "Somebody else's identifier for an entity. A claim, since other people's identifiers get re-used.",
})
export class Identifier extends Claim {
  ofId!: string;

  @Field(() => String, { description: 'Whose identifier it is: GEONAMES, WIKIDATA, SFM, OSM …' })
  scheme!: string;

  @Field(() => String, { description: 'The identifier.' })
  value!: string;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim],
  description:
    'A value of one property of an entity or incident, as a source gives it: a birth date, a number of casualties, a disputed day.',
})
export class Fact extends Claim {
  ofId!: string;
  byId!: string | null;

  @Field(() => String, { description: 'Which property: BORN, OCCURRED_ON, KILLED, INJURED …' })
  property!: string;

  @Field(() => String, { description: 'The value, in words or figures.' })
  value!: string;

  @Field(() => Int, { nullable: true, description: 'Lowest number of persons, for casualties.' })
  low!: number | null;

  @Field(() => Int, { nullable: true, description: 'Best number of persons, for casualties.' })
  best!: number | null;

  @Field(() => Int, { nullable: true, description: 'Highest number of persons, for casualties.' })
  high!: number | null;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim],
  description: 'Something a source says that bears on an element of command responsibility.',
})
export class Indicator extends Claim {
  concernsIds!: string[];

  @Field(() => enums.IndicatorCode, { description: 'What it says.' })
  code!: Word<typeof vocabulary.INDICATOR_CODE>;

  @Field(() => enums.IndicatorGroup, { description: 'Which element it bears on.' })
  group!: Word<typeof vocabulary.INDICATOR_GROUP>;

  @Field(() => enums.Polarity, { description: 'Whether it speaks for or against.' })
  polarity!: Word<typeof vocabulary.POLARITY>;

  @Field(() => String, { description: 'When, EDTF level 1.' })
  on!: string;
}

@ObjectType({
  implements: [Node, Recorded, Cited, Claim],
  description: 'Something done, or said not to have been done, to prevent, stop or punish.',
})
export class Measure extends Claim {
  concernsIds!: string[];

  @Field(() => enums.MeasureKind, { description: 'What was done.' })
  kind!: Word<typeof vocabulary.MEASURE_KIND>;

  @Field(() => String, { description: 'When, EDTF level 1.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'Its effect, as stated.' })
  effect!: string | null;
}
