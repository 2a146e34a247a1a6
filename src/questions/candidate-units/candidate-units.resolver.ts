import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Positioning } from '../../entities/claim/claim.type.js';
import { Incident } from '../../entities/incident/incident.type.js';
import { Unit } from '../../entities/unit/unit.type.js';
import { ApiError } from '../../model/errors.js';
import { CandidatesArgs, CandidateUnit } from './candidate-units.type.js';

@Resolver(() => Incident)
export class IncidentCandidatesResolver {
  @FieldResolver(() => [CandidateUnit], {
    description:
      'Units that sources position near the incident in place and time, nearest first; none where no source dates the incident. Computed for each query, never stored as an attribution.',
  })
  async candidates(
    @Root() incident: Incident,
    @Args() { radius, days }: CandidatesArgs,
    @Ctx() context: Context,
  ): Promise<CandidateUnit[]> {
    if (!(radius > 0 && radius <= 500))
      throw new ApiError('BAD_INPUT', `Expected \`radius\` above 0 and up to 500 kilometres; got ${radius}.`);
    if (days < 0 || days > 365) throw new ApiError('BAD_INPUT', `Expected \`days\` from 0 to 365; got ${days}.`);
    const { candidates } = context.loaders(incident.view);
    const rows = await candidates.near(radius, days).load(incident.id);
    return rows.map(({ positioning, kilometres, daysApart }) => ({
      positioning: candidates.viewed(positioning),
      kilometres: Math.round(kilometres * 10) / 10,
      daysApart,
      reason: reasonOf(positioning, kilometres, daysApart),
    }));
  }
}

function reasonOf({ kind, range }: Pick<Positioning, 'kind' | 'range'>, kilometres: number, daysApart: number): string {
  const place = kind === 'SITE' ? 'had a site' : 'operated';
  const near =
    kilometres === 0 ? 'at the place of the incident' : `${kilometres.toFixed(1)} km from the place of the incident`;
  const when = daysApart === 0 ? 'at the time' : `${daysApart} day${daysApart === 1 ? '' : 's'} apart from it`;
  const dates = range ? ` (${range.first} to ${range.last})` : '';
  return `A source says that it ${place} ${near}, ${when}${dates}.`;
}

@Resolver(() => CandidateUnit)
export class CandidateUnitResolver {
  @FieldResolver(() => Unit, { description: 'The unit.' })
  unit(@Root() { positioning }: CandidateUnit, @Ctx() context: Context) {
    return context.loaders(positioning.view).unit.byId.load(positioning.unitId);
  }

  @FieldResolver(() => Positioning, { description: 'The claim that positions the unit there, with its citations.' })
  positioning(@Root() { positioning }: CandidateUnit) {
    return positioning;
  }
}
