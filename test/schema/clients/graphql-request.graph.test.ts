import { useGraphToRead } from '../../support/graph.js';
import { describeClient } from './client-suite.js';
import { makeClient } from './programs/graphql-request.js';

useGraphToRead('fictional');

describeClient(({ url, ...options }) => {
  const client = makeClient(url, options);
  return { ask: (question, variables) => client.request(question, variables) };
});
