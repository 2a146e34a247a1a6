import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import fastify from 'fastify';
import neo4j from 'neo4j-driver';

/** `@neo4j/graphql` over the same graph, with a schema of what the benchmark asks, behind the same server as the product. */

const CLAIM = `id: ID! access: String! status: String! dataset: String recordedAt: String! retractedAt: String
  first: String last: String firstMin: String
  cites: [Report!]! @relationship(type: "CITES", direction: OUT)`;
const ENTITY = `id: ID! names: [Name!]! @relationship(type: "OF", direction: IN)`;

const typeDefs = `
type Report @node { id: ID! title: String! access: String! retractedAt: String }
type Name @node { ${CLAIM} value: String! lang: String script: String kind: String sortKey: String }
type Unit @node { ${ENTITY}
  postings: [Posting!]! @relationship(type: "AT", direction: IN)
  superiorLinks: [CommandLink!]! @relationship(type: "SUBORDINATE", direction: IN)
  subordinateLinks: [CommandLink!]! @relationship(type: "SUPERIOR", direction: IN)
  positionings: [Positioning!]! @relationship(type: "OF", direction: IN) }
type Person @node(labels: ["Person"]) @plural(value: "people") { ${ENTITY} postings: [Posting!]! @relationship(type: "OF", direction: IN) }
type Body @node @plural(value: "bodies") { ${ENTITY} }
type Location @node { ${ENTITY} }
type LegalCode @node { code: String! }
type Posting @node { ${CLAIM} role: String! title: String rank: String
  person: [Person!]! @relationship(type: "OF", direction: OUT)
  at: [Unit!]! @relationship(type: "AT", direction: OUT) }
type CommandLink @node { ${CLAIM} kind: String!
  superior: [Unit!]! @relationship(type: "SUPERIOR", direction: OUT)
  subordinate: [Unit!]! @relationship(type: "SUBORDINATE", direction: OUT) }
type Positioning @node { ${CLAIM} kind: String! location: [Location!]! @relationship(type: "AT", direction: OUT) }
type Attribution @node { ${CLAIM} mode: String!
  toUnit: [Unit!]! @relationship(type: "TO", direction: OUT)
  toPerson: [Person!]! @relationship(type: "TO", direction: OUT)
  by: [Body!]! @relationship(type: "BY", direction: OUT) }
type Incident @node { ${CLAIM} title: String! kinds: [String!]
  location: [Location!]! @relationship(type: "AT", direction: OUT)
  attributions: [Attribution!]! @relationship(type: "OF", direction: IN) }
type Finding @node { ${CLAIM} title: String! type: String! published: String publishedMax: String
  aboutUnits: [Unit!]! @relationship(type: "ABOUT", direction: OUT)
  aboutPeople: [Person!]! @relationship(type: "ABOUT", direction: OUT)
  codes: [LegalCode!]! @relationship(type: "CLASSIFIES", direction: OUT) }
`;

/** Starts it; `inject` gives the text of the answer to a question. */
export async function startPeer({ uri, username, password, database }) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const app = fastify();
  const apollo = new ApolloServer({ schema, plugins: [fastifyApolloDrainPlugin(app)] });
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    context: async () => ({ sessionConfig: { database } }),
  });
  return {
    inject: async (query) => (await app.inject({ method: 'POST', url: '/graphql', payload: { query } })).body,
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}
