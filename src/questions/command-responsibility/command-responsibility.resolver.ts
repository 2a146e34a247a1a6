import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Incident } from '../../entities/incident/incident.type.js';
import { onlyDayOf } from '../../model/date-range.js';
import { inSteps, stepsOver } from '../../model/steps.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { openCase, openCaseOf } from '../case-file/open-case.lookup.js';
import { peopleThrough } from '../command/people-above.rules.js';
import { assessmentOf, notAssessedOn, responsibilityOver } from './command-responsibility.rules.js';
import { ChainResponsibility, CommandResponsibility, FrameworkArgs } from './command-responsibility.type.js';

@Resolver()
export class CommandResponsibilityResolver {
  @Query(() => CommandResponsibility, {
    nullable: true,
    description:
      'What sources show about a person and an incident, element by element of a legal test, with what weighs against it and what is missing; or why the person is not assessed. Null if the reader may not see one of them, or the lens excludes the incident.',
  })
  async commandResponsibility(
    @Arg('person', () => ID, { description: 'The person.' }) requestedId: string,
    @Arg('incident', () => ID, { description: 'The incident.' }) incidentId: string,
    @Args() { framework, on, lens }: FrameworkArgs,
    @Ctx() context: Context,
  ): Promise<CommandResponsibility | null> {
    const open = await openCaseOf(context, context.view(lens), requestedId, incidentId, on);
    if (!open) return null;
    const { file, incident, days, view, warnings, personId } = open;
    const answer = { ...assessmentOf(file, incident, personId, framework, days), warnings };
    const question = { commandResponsibility: { person: personId, incident: incidentId, framework, on: on ?? null } };
    return withBasis(file, view, question, answer);
  }
}

@Resolver(() => Incident)
export class IncidentResponsibilityResolver {
  @FieldResolver(() => ChainResponsibility, {
    nullable: true,
    description:
      'The matrix of every person in the chain above those named for the incident, ordered by place in the chain. Null if the lens excludes the incident.',
  })
  async commandResponsibility(
    @Root() { id, view }: Incident,
    @Args() { framework, on, lens }: FrameworkArgs,
    @Ctx() context: Context,
  ): Promise<ChainResponsibility | null> {
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    const { file, incident, days, warnings } = open;
    const people = await inSteps(
      stepsOver(peopleThrough(file, incident, days), (person) =>
        responsibilityOver(file, incident, person, framework, days),
      ),
    );
    const notAssessed = notAssessedOn(file, incident, days);
    const answer = { incident: refOf(file, id), on: onlyDayOf(days), framework, people, notAssessed, warnings };
    const question = { commandResponsibility: { incident: id, framework, on: on ?? null } };
    return withBasis(file, open.view, question, answer);
  }
}
