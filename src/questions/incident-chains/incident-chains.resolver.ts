import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { withBasis } from '../../evidence/basis.rules.js';
import type { CaseFile, IncidentFile } from '../../evidence/evidence.rules.js';
import { DayArgs } from '../../evidence/evidence.type.js';
import { refOf } from '../../evidence/item.rules.js';
import { Incident } from '../../incident/incident.type.js';
import { Fault } from '../../shared/fault.js';
import type { View } from '../../shared/lens.js';
import { dayOf, incidentChains, isDayOf } from './incident-chains.rules.js';
import { IncidentChains } from './incident-chains.type.js';

/** An incident with its case file under a view, and the day that it is judged on. */
export interface OpenCase {
  readonly view: View;
  readonly file: CaseFile;
  readonly incident: IncidentFile;
  readonly day: string;
  readonly warnings: string[];
}

/** Opens the case of an incident; null where there is none that the view shows. A day outside it is a `BAD_INPUT` fault. */
export async function openCase(
  context: Context,
  view: View,
  incidentId: string,
  on: string | null | undefined,
  personIds: readonly string[] = [],
): Promise<OpenCase | null> {
  const file = await context.caseFile({ of: 'INCIDENT', incidentId, personIds }, view);
  const incident = file.incidents.find(({ id }) => id === incidentId);
  if (!incident) return null;
  if (on && !isDayOf(incident, on)) {
    const { first, last } = incident.range;
    throw new Fault(
      'BAD_INPUT',
      `Expected \`on\` from ${first.min} to ${last.max}, the days of the incident; got ${on}.`,
    );
  }
  return { view, file, incident, ...dayOf(incident, on ?? null) };
}

@Resolver(() => Incident)
export class IncidentChainsResolver {
  @FieldResolver(() => IncidentChains, {
    nullable: true,
    description:
      'For each unit or person whom sources name: every superior on the day of the incident, level by level, each link and post with cover, sources and conflicts, gaps named. Null where the lens takes the incident away.',
  })
  async chainsOfCommand(
    @Root() { id, view }: Incident,
    @Args() { on, lens }: DayArgs,
    @Ctx() context: Context,
  ): Promise<IncidentChains | null> {
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    const { file, incident, day, warnings } = open;
    const answer = { incident: refOf(file, id), on: day, named: incidentChains(file, incident, day), warnings };
    return withBasis(file, open.view, { chainsOfCommand: { incident: id, on: on ?? null } }, answer);
  }
}
