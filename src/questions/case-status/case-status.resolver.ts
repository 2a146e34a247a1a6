import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Person } from '../../entities/person/person.type.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { caseStatusOn } from './case-status.rules.js';
import { CaseStatus, CaseStatusArgs } from './case-status.type.js';

@Resolver(() => Person)
export class CaseStatusResolver {
  @FieldResolver(() => CaseStatus, {
    nullable: true,
    description:
      'How far proceedings against the person had come by a day, from findings of courts and prosecutors that name the person. Null if `incident` names an incident that the reader may not see or that the lens excludes.',
  })
  async caseStatus(
    @Root() person: Person,
    @Args() { on, incident, lens }: CaseStatusArgs,
    @Ctx() context: Context,
  ): Promise<CaseStatus | null> {
    const { id, view } = context.entityUnder(person, lens);
    const incidentId = incident ?? null;
    if (incidentId !== null && !(await context.loaders(view).incident.byId.load(incidentId))) return null;
    const days = { from: on, to: on };
    const file = await context.caseFile({ of: 'BELOW', unitIds: [], personIds: [id], below: false, ...days }, view);
    const answer = { person: refOf(file, id), on, ...caseStatusOn(file, id, on, incidentId) };
    return withBasis(file, view, { caseStatus: { person: id, on, incident: incidentId } }, answer);
  }
}
