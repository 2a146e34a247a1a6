import { ApolloClient, gql, HttpLink, InMemoryCache, type InMemoryCacheConfig } from '@apollo/client';
import { describe, expect, test } from '@jest/globals';
import { cacheOptions } from '../../../schema/clients/apollo.js';
import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { type ClientInTest, describeClient, plain } from './client-suite.js';
import { makeClient } from './programs/apollo.js';

useGraphToRead('fictional');

describeClient(({ url, ...options }): ClientInTest => {
  const client = makeClient(url, options);
  const ask = async (question: string, variables = {}, fetchPolicy: 'cache-first' | 'cache-only' = 'cache-first') => {
    const { data } = await client.query({ query: gql(question), variables, fetchPolicy });
    return data;
  };
  return { ask, cached: (question, variables) => ask(question, variables, 'cache-only') };
});

describe('the cache of Apollo Client', () => {
  const address = useServer();
  const clientWith = (options?: InMemoryCacheConfig) =>
    new ApolloClient({
      link: new HttpLink({ uri: `${address()}/graphql` }),
      cache: new InMemoryCache(options),
    });
  const POSTINGS = gql`query ($on: Date!, $lens: EvidenceLens) { unit(id: "unit-fx-u2", lens: $lens) { id
    postings(on: $on) { nodes { id cover(on: $on) citations { report { id } } } }
    commandersBetween(from: $on, to: $on) { tenures { items { statementId cover } } } } }`;
  const DAY = { on: '2022-03-20' };

  test('keeps two days apart also with its own settings, where all questions have one lens', async () => {
    const client = clientWith();
    const { data } = await client.query({ query: POSTINGS, variables: DAY });
    await client.query({ query: POSTINGS, variables: { on: '2022-04-12' } });
    expect(client.readQuery({ query: POSTINGS, variables: DAY })).toEqual(data);
  });

  test('mixes two lenses with its own settings, and keeps them apart with ours', async () => {
    const staysTheSame = async (options?: InMemoryCacheConfig) => {
      const client = clientWith(options);
      const { data } = await client.query({ query: POSTINGS, variables: DAY });
      const lens = { excludeReports: ['report-fx-observer-2023'] };
      await client.query({ query: POSTINGS, variables: { ...DAY, lens } });
      return JSON.stringify(client.readQuery({ query: POSTINGS, variables: DAY })) === JSON.stringify(data);
    };
    expect([await staysTheSame(), await staysTheSame(cacheOptions)]).toEqual([false, true]);
  });

  test('joins two questions that ask the same records for other fields', async () => {
    const client = clientWith(cacheOptions);
    const [roles, titles] = ['id role', 'id title person { id name }'].map(
      (fields) => gql`{ unit(id: "unit-fx-u2") { id postings { nodes { ${fields} } } } }`,
    );
    const answers = await Promise.all([roles, titles].map((query) => client.query({ query: query ?? POSTINGS })));
    const cached = [roles, titles].map((query) => client.readQuery({ query: query ?? POSTINGS }));
    expect(cached.map(plain)).toEqual(answers.map(({ data }) => plain(data)));
  });
});
