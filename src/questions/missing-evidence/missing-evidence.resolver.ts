import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Incident } from '../../entities/incident/incident.type.js';
import { inSteps } from '../../model/steps.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { openCase } from '../case-file/open-case.lookup.js';
import { FrameworkArgs } from '../command-responsibility/command-responsibility.type.js';
import { missingEvidence } from './missing-evidence.rules.js';
import { MissingEvidence } from './missing-evidence.type.js';

@Resolver(() => Incident)
export class MissingEvidenceResolver {
  @FieldResolver(() => MissingEvidence, {
    nullable: true,
    description:
      'What the sources do not show: what would raise which grades, gaps in the chains, links that rest on one publisher. Null if the lens excludes the incident.',
  })
  async missingEvidence(
    @Root() { id, view }: Incident,
    @Args() { framework, on = null, lens }: FrameworkArgs,
    @Ctx() context: Context,
  ): Promise<MissingEvidence | null> {
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    const { file, incident, days } = open;
    const missing = await inSteps(missingEvidence(file, incident, framework, days));
    const answer = { incident: refOf(file, id), framework, ...missing };
    return withBasis(file, open.view, { missingEvidence: { incident: id, framework, on } }, answer);
  }
}
