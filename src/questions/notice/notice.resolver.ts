import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Incident } from '../../entities/incident/incident.type.js';
import { inSteps, stepsOver } from '../../model/steps.js';
import { DayArgs } from '../case-file/answer.type.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { type OpenCase, openCase, openCaseOf } from '../case-file/open-case.lookup.js';
import { whyNotAssessed } from '../command/assessable.rules.js';
import { peopleThrough } from '../command/people-above.rules.js';
import { earlierBySubordinates, noticeOf } from './notice.rules.js';
import { NoticeAnswer } from './notice.type.js';

async function answerOf(
  { file, incident, days, view }: OpenCase,
  people: readonly string[],
  notAssessed: string | null,
  question: object,
): Promise<NoticeAnswer> {
  const noticesOf = (personId: string) => ({
    person: refOf(file, personId),
    earlierIncidents: earlierBySubordinates(file, incident, personId).map(({ id }) => refOf(file, id)),
    notices: noticeOf(file, incident, personId, days),
  });
  const answer = {
    incident: refOf(file, incident.id),
    people: await inSteps(stepsOver(people, noticesOf)),
    notAssessed,
  };
  return withBasis(file, view, { notice: question }, answer);
}

@Resolver()
export class NoticeResolver {
  @Query(() => NoticeAnswer, {
    nullable: true,
    description:
      'Earlier similar incidents by units then under the person, and when a report on each of them, or on the incident itself, was published or addressed to the person. Null if the reader may not see one of them.',
  })
  async notice(
    @Arg('person', () => ID, { description: 'The person.' }) requestedId: string,
    @Arg('incident', () => ID, { description: 'The incident.' }) incidentId: string,
    @Args() { on, lens }: DayArgs,
    @Ctx() context: Context,
  ): Promise<NoticeAnswer | null> {
    const open = await openCaseOf(context, context.view(lens), requestedId, incidentId, on);
    if (!open) return null;
    const { file, incident, days, personId } = open;
    const notAssessed = whyNotAssessed(file, incident, personId, days);
    return answerOf(open, notAssessed === null ? [personId] : [], notAssessed, {
      person: personId,
      incident: incidentId,
      on: on ?? null,
    });
  }
}

@Resolver(() => Incident)
export class IncidentNoticeResolver {
  @FieldResolver(() => NoticeAnswer, {
    nullable: true,
    description: 'The notice of every person in the chain above those named for the incident.',
  })
  async notice(
    @Root() { id, view }: Incident,
    @Args() { on, lens }: DayArgs,
    @Ctx() context: Context,
  ): Promise<NoticeAnswer | null> {
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    return answerOf(open, peopleThrough(open.file, open.incident, open.days), null, { incident: id, on: on ?? null });
  }
}
