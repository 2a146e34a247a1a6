import 'reflect-metadata';
import {
  defaultFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ApiKeyResolver } from './accounts/api-key.resolver.js';
import { ReadsResolver } from './accounts/reads.resolver.js';
import type { Context } from './context.js';
import { BodyResolver } from './entities/body/body.resolver.js';
import * as claim from './entities/claim/claim.resolver.js';
import * as claimTypes from './entities/claim/claim.type.js';
import { DatasetResolver } from './entities/dataset/dataset.resolver.js';
import { FindingResolver } from './entities/finding/finding.resolver.js';
import { IncidentResolver } from './entities/incident/incident.resolver.js';
import { LocationResolver } from './entities/location/location.resolver.js';
import { PersonResolver } from './entities/person/person.resolver.js';
import { CitationResolver, ReportResolver } from './entities/report/report.resolver.js';
import { UnitResolver } from './entities/unit/unit.resolver.js';
import { ImportBatchResolver, ImportDoubtResolver, ImportResolver } from './exchange/import/api/import.resolver.js';
import { ChangesResolver } from './exchange/sync/changes.resolver.js';
import { WebhookResolver } from './exchange/webhooks/webhook.resolver.js';
import type { FieldNeeds } from './graphql/needs.js';
import { DateRangeResolver } from './graphql/range.resolver.js';
import { AftermathResolver } from './questions/aftermath/aftermath.resolver.js';
import { BodiesOnIncidentResolver } from './questions/bodies-on-incident/bodies-on-incident.resolver.js';
import {
  CandidateUnitResolver,
  IncidentCandidatesResolver,
} from './questions/candidate-units/candidate-units.resolver.js';
import { CaseStatusResolver } from './questions/case-status/case-status.resolver.js';
import * as chain from './questions/chain-of-command/chain-of-command.resolver.js';
import * as responsibility from './questions/command-responsibility/command-responsibility.resolver.js';
import * as dependence from './questions/dependence/dependence.resolver.js';
import { PersonFindingsResolver } from './questions/finding-reach/finding-reach.resolver.js';
import * as incidentChains from './questions/incident-chains/incident-chains.resolver.js';
import { MissingEvidenceResolver } from './questions/missing-evidence/missing-evidence.resolver.js';
import * as notice from './questions/notice/notice.resolver.js';
import { PathsBetweenResolver } from './questions/paths-between/paths-between.resolver.js';
import { SearchResolver } from './questions/search/search.resolver.js';
import { TenuresResolver } from './questions/tenures/tenures.resolver.js';
import * as unitIncidents from './questions/unit-incidents/unit-incidents.resolver.js';
import * as curation from './writing/edit/curation.resolver.js';
import { ProposalResolver } from './writing/edit/proposal.resolver.js';
import * as merging from './writing/merge/merging.resolver.js';
import { RedactResolver } from './writing/redact/redact.resolver.js';

/** The public contract, built from all resolvers. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ApiKeyResolver,
      BodyResolver,
      ChangesResolver,
      claim.NodeResolver,
      claim.EntityResolver,
      claim.RecordedResolver,
      claim.ClaimResolver,
      claim.DatedClaimResolver,
      claim.PostingResolver,
      claim.CommandLinkResolver,
      claim.PositioningResolver,
      claim.AffiliationResolver,
      claim.AttributionResolver,
      claim.IncidentLinkResolver,
      claim.NameResolver,
      claim.IdentifierResolver,
      claim.FactResolver,
      claim.IndicatorResolver,
      claim.MeasureResolver,
      claim.DemandResolver,
      curation.CurationResolver,
      curation.DatasetCreateResolver,
      ProposalResolver,
      DatasetResolver,
      FindingResolver,
      ImportBatchResolver,
      ImportDoubtResolver,
      ImportResolver,
      IncidentResolver,
      LocationResolver,
      merging.MergingResolver,
      merging.PersonRedirectsResolver,
      merging.UnitRedirectsResolver,
      merging.MergePreviewResolver,
      merging.DuplicateCandidateResolver,
      PersonResolver,
      RedactResolver,
      IncidentCandidatesResolver,
      CandidateUnitResolver,
      CaseStatusResolver,
      TenuresResolver,
      unitIncidents.UnitIncidentsResolver,
      unitIncidents.PersonIncidentsResolver,
      chain.UnitChainResolver,
      chain.PersonChainResolver,
      chain.ChainResolver,
      chain.ChainUnitResolver,
      chain.HeldPostResolver,
      incidentChains.IncidentChainsResolver,
      incidentChains.UnitChainWithSourcesResolver,
      AftermathResolver,
      BodiesOnIncidentResolver,
      dependence.IncidentDependenceResolver,
      dependence.FindingDependentsResolver,
      dependence.ReportDependentsResolver,
      MissingEvidenceResolver,
      PersonFindingsResolver,
      notice.NoticeResolver,
      notice.IncidentNoticeResolver,
      responsibility.CommandResponsibilityResolver,
      responsibility.IncidentResponsibilityResolver,
      PathsBetweenResolver,
      SearchResolver,
      CitationResolver,
      ReadsResolver,
      ReportResolver,
      DateRangeResolver,
      UnitResolver,
      WebhookResolver,
    ],
    orphanedTypes: Object.values(claimTypes),
    validate: false,
    // A test validates the schema, which is the same at every start.
    skipCheck: true,
    emitSchemaFile: false,
  });
  const query = schema.getQueryType();
  if (query) query.description = 'The questions. They take a lens and return only what the reader may see.';
  const mutation = schema.getMutationType();
  if (mutation)
    mutation.description =
      'What an editor can do. Each mutation that changes the graph is one change with one journal entry.';
  for (const type of Object.values(schema.getTypeMap())) if (isObjectType(type)) askForPermissions(type, mutation);
  for (const name of ONE_OF) oneOf(schema.getType(name));
  return schema;
}

/** The inputs of which exactly one field is given. */
const ONE_OF = ['RecordInput', 'ProposalCreateInput'];

/** Directives that GraphQL has and the decorators cannot express. */
function oneOf(type: GraphQLNamedType | undefined): void {
  if (isInputObjectType(type)) type.isOneOf = true;
}

/** A field that needs a permission does nothing before its sender is known to have it. Throws where a mutation needs none. */
function askForPermissions(type: GraphQLObjectType, mutation: GraphQLObjectType | null | undefined): void {
  for (const field of Object.values(type.getFields())) {
    const { needs, concernOf } = field.extensions as FieldNeeds;
    if (needs === undefined) {
      if (type === mutation) throw new Error(`Expected @Needs on the mutation ${field.name}; got none.`);
      continue;
    }
    field.description = `${field.description ?? ''} Needs the permission ${needs}.`.trim();
    const { resolve = defaultFieldResolver } = field;
    field.resolve = async (root, args, context: Context, info) => {
      await context.demand(needs, concernOf?.(args as never));
      return resolve(root, args, context, info);
    };
  }
}

/** The schema as text, sorted, so that a diff shows what changed and nothing else. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** What the configuration of a client must know of the schema, as a module: the questions, the object types, and which of them stand for an interface or union. */
export function clientTypes(schema: GraphQLSchema): string {
  const types = Object.values(lexicographicSortSchema(schema).getTypeMap()).filter(
    ({ name }) => !name.startsWith('__'),
  );
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => `  '${name}',\n`).join('');
  const possible = types.filter(isAbstractType).map((type) => {
    const members = [...schema.getPossibleTypes(type)].map(({ name }) => `'${name}'`).sort();
    return `  ${type.name}: [${members.join(', ')}],\n`;
  });
  return [
    '/** Written by `npm run sdl`. */\n',
    `/** The fields of \`Query\`. */\nexport const QUERIES = [\n${names(Object.values(schema.getQueryType()?.getFields() ?? {}).sort(byName))}];\n`,
    `/** The types of objects. */\nexport const OBJECT_TYPES = [\n${names(types.filter(isObjectType))}];\n`,
    `/** The types of objects that an interface or a union stands for. */\nexport const POSSIBLE_TYPES = {\n${possible.join('')}};\n`,
  ].join('\n');
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);
