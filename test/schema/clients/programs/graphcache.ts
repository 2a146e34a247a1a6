import { Client, type ClientOptions, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { keys } from '../../../../schema/clients/graphcache.js';

export const makeClient = (url: string, options: Partial<ClientOptions> = {}) =>
  new Client({ url, exchanges: [cacheExchange({ keys }), fetchExchange], ...options });
