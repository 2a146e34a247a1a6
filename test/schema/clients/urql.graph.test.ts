import { describe } from '@jest/globals';
import { useGraphToRead } from '../../support/graph.js';
import { type ClientInTest, describeClient, type Options } from './client-suite.js';
import { makeClient as makeGraphcache } from './programs/graphcache.js';
import { makeClient } from './programs/urql.js';

useGraphToRead('fictional');

const inTest =
  (make: typeof makeClient) =>
  ({ url, headers, fetch }: Options): ClientInTest => {
    const client = make(url, { fetch, fetchOptions: { headers } });
    const ask = async (
      question: string,
      variables = {},
      requestPolicy: 'cache-first' | 'cache-only' = 'cache-first',
    ) => {
      const { data, error } = await client.query(question, variables, { requestPolicy }).toPromise();
      if (error) throw error;
      return data;
    };
    return { ask, cached: (question, variables) => ask(question, variables, 'cache-only') };
  };

describe('urql with its own cache', () => {
  describeClient(inTest(makeClient));
});

describe('urql with Graphcache', () => {
  describeClient(inTest(makeGraphcache));
});
