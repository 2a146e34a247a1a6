import { GraphQLClient } from 'graphql-request';

type Options = ConstructorParameters<typeof GraphQLClient>[1];

export const makeClient = (url: string, options: Options = {}) => new GraphQLClient(url, { method: 'GET', ...options });
