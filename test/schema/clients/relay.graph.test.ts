import relay from 'relay-runtime';
import { createSchema } from '../../../src/schema.js';
import { useGraphToRead } from '../../support/graph.js';
import { type ClientInTest, describeClient } from './client-suite.js';
import { makeEnvironment } from './programs/relay.js';
import { relayRequest } from './relay-request.js';

useGraphToRead('fictional');

const { createOperationDescriptor, fetchQuery } = relay;
const schema = createSchema();

describeClient(({ url, headers, fetch }): ClientInTest => {
  const environment = makeEnvironment(url, headers, fetch);
  const operationOf = (question: string, variables = {}) =>
    createOperationDescriptor(relayRequest(schema, question), variables);
  return {
    ask: (question, variables = {}) => fetchQuery(environment, relayRequest(schema, question), variables).toPromise(),
    cached: async (question, variables) => {
      const operation = operationOf(question, variables);
      if (environment.check(operation).status !== 'available')
        throw new Error('Expected the answer in the store; got none.');
      return environment.lookup(operation.fragment).data;
    },
  };
});
