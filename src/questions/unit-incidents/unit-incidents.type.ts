import { Field, Int, ObjectType } from 'type-graphql';
import { IncidentKind } from '../../graphql/enums.js';
import { Answer, EvidenceItem, Reference } from '../case-file/answer.type.js';

@ObjectType({
  description: 'An incident and a unit that sources name for it. Always an allegation of those who name the unit.',
})
export class NamedIncident {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => [IncidentKind], { description: 'Its kinds.' })
  kinds!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      'The date, EDTF level 1; or the first and last date with a slash between them; null where no source dates the incident.',
  })
  on!: string | null;

  @Field(() => Reference, { description: 'The unit that sources name.' })
  unit!: Reference;

  @Field(() => Boolean, {
    description:
      'Whether a source says that the unit carried out the incident, alone or with others. If not, `attributions` show which other part is alleged.',
  })
  isCarriedOut!: boolean;

  @Field(() => Boolean, { description: 'Whether the named unit is the requested unit itself, not a unit under it.' })
  isOwn!: boolean;

  @Field(() => Int, {
    description:
      'Distance in command links on the first possible day of the incident; 0 is the unit itself. Context, not a measure of control.',
  })
  links!: number;

  @Field(() => [EvidenceItem], { description: 'Who names the unit, and for what part.' })
  attributions!: readonly EvidenceItem[];

  @Field(() => [EvidenceItem], {
    description: 'The command links between the two units on that day, from the named unit upward; none at distance 0.',
  })
  path!: readonly EvidenceItem[];
}

@ObjectType({
  description: 'An incident by a unit that was under a post of command of the person on the day of the incident.',
})
export class CommandedIncident extends NamedIncident {
  @Field(() => Reference, { description: 'The unit that the person commanded or headed.' })
  at!: Reference;

  @Field(() => [EvidenceItem], { description: 'The claims that the person held that post on the day.' })
  postings!: readonly EvidenceItem[];
}

@ObjectType({ description: 'A kind of incident that sources attribute to one unit more than once.' })
export class RecurringKind {
  @Field(() => Reference, { description: 'The unit that sources name.' })
  unit!: Reference;

  @Field(() => IncidentKind, { description: 'The kind.' })
  kind!: string;

  @Field(() => [Reference], { description: 'The incidents, the earliest first.' })
  incidents!: readonly Reference[];

  @Field(() => [Int], {
    description: 'Days from the first possible day of each incident to that of the next; one fewer than the incidents.',
  })
  intervalsInDays!: readonly number[];
}

@ObjectType({
  description: 'Incidents for which sources name a unit, or a unit that was under it on the day of the incident.',
})
export class UnitIncidents extends Answer {
  @Field(() => Reference, { description: 'The unit.' })
  unit!: Reference;

  @Field(() => [NamedIncident], { description: 'One entry for each incident and named unit, earliest first.' })
  incidents!: readonly NamedIncident[];

  @Field(() => [RecurringKind], { description: 'Kinds that recur for one named unit.' })
  recurring!: readonly RecurringKind[];
}

@ObjectType({
  description:
    'Incidents that sources say were carried out by units under a post of command that a person held on the day. It does not show what the person knew, did or could have done.',
})
export class IncidentsUnderCommand extends Answer {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => [CommandedIncident], {
    description: 'One entry for each incident, named unit and held post, earliest first.',
  })
  incidents!: readonly CommandedIncident[];

  @Field(() => [RecurringKind], { description: 'Kinds that recur for one named unit.' })
  recurring!: readonly RecurringKind[];
}
