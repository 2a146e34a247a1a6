import { Client, type ClientOptions, cacheExchange, fetchExchange } from '@urql/core';

export const makeClient = (url: string, options: Partial<ClientOptions> = {}) =>
  new Client({ url, exchanges: [cacheExchange, fetchExchange], ...options });
