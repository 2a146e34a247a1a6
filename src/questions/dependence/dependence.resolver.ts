import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Finding } from '../../entities/finding/finding.type.js';
import { Incident } from '../../entities/incident/incident.type.js';
import { Report } from '../../entities/report/report.type.js';
import type { View } from '../../model/lens.js';
import { inSteps } from '../../model/steps.js';
import { withBasis } from '../case-file/basis.rules.js';
import { assumedOn } from '../case-file/incident-day.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { without } from '../case-file/narrow.rules.js';
import { openCase } from '../case-file/open-case.lookup.js';
import { FrameworkArgs } from '../command-responsibility/command-responsibility.type.js';
import type { FrameworkName } from '../command-responsibility/frameworks.rules.js';
import { dependenceOn, differenceBetween, differencesFor } from './dependence.rules.js';
import { CompareArgs, Comparison, Dependence, Dependents } from './dependence.type.js';

@Resolver(() => Incident)
export class IncidentDependenceResolver {
  @FieldResolver(() => Dependence, {
    nullable: true,
    description:
      'For each finding and report: which grades of whom, and which links and posts, change if it is excluded. Null if the lens excludes the incident.',
  })
  async dependence(
    @Root() { id, view }: Incident,
    @Args() { framework, on = null, lens }: FrameworkArgs,
    @Ctx() context: Context,
  ): Promise<Dependence | null> {
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    const { file, incident } = open;
    const sources = await inSteps(dependenceOn(file, incident, framework, on));
    const answer = { incident: refOf(file, id), framework, sources };
    return withBasis(file, open.view, { dependence: { incident: id, framework, on } }, answer);
  }

  @FieldResolver(() => Comparison, {
    nullable: true,
    description:
      'Which grades, links and posts differ from one lens to another. Null if the first lens excludes the incident.',
  })
  async compare(
    @Root() { id, view }: Incident,
    @Args() { framework, on = null, lens, other }: CompareArgs,
    @Ctx() context: Context,
  ): Promise<Comparison | null> {
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    const otherView = context.view(other);
    const found = await context.caseFile({ of: 'INCIDENTS', incidentIds: [id], personIds: [] }, otherView);
    // A lens that takes the dates of the incident away changes no day: both are asked about the same one.
    const otherFile = assumedOn(found, id, open.day);
    const difference = await inSteps(differenceBetween(open.file, otherFile, id, framework, on));
    const question = { compare: { incident: id, framework, on } };
    const answer = { incident: refOf(open.file, id), difference };
    const { basis: otherBasis } = withBasis(otherFile, otherView, question, answer);
    return { ...withBasis(open.file, open.view, question, answer), otherBasis };
  }
}

@Resolver(() => Finding)
export class FindingDependentsResolver {
  @FieldResolver(() => Dependents, {
    description: 'Which grades, links and posts of its incidents change if this finding is excluded.',
  })
  dependents(
    @Root() finding: Finding,
    @Args() { framework, lens }: FrameworkArgs,
    @Ctx() context: Context,
  ): Promise<Dependents> {
    return dependentsOf(context, context.viewUnder(finding, lens), finding.id, finding.concernsIds, framework);
  }
}

@Resolver(() => Report)
export class ReportDependentsResolver {
  @FieldResolver(() => Dependents, {
    description: 'Which grades, links and posts of an incident change if this report is excluded.',
  })
  dependents(
    @Root() report: Report,
    @Arg('incident', () => ID, { description: 'The incident.' }) incidentId: string,
    @Args() { framework, lens }: FrameworkArgs,
    @Ctx() context: Context,
  ): Promise<Dependents> {
    return dependentsOf(context, context.viewUnder(report, lens), report.id, [incidentId], framework);
  }
}

async function dependentsOf(
  context: Context,
  view: View,
  sourceId: string,
  incidentIds: readonly string[],
  framework: FrameworkName,
): Promise<Dependents> {
  const file = await context.caseFile({ of: 'INCIDENTS', incidentIds, personIds: [] }, view);
  const left = without(file, sourceId);
  // The hash of the answer is over the question: an incident that the reader may not know of is in neither.
  const knownIds = incidentIds.filter((id) => file.incidents.some((incident) => incident.id === id));
  const incidents = await inSteps(differencesFor(knownIds, file, left, framework));
  const answer = { source: refOf(file, sourceId), incidents };
  return withBasis(file, view, { dependents: { source: sourceId, incidentIds: knownIds, framework } }, answer);
}
