import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { cacheOptions } from '../../../../schema/clients/apollo.js';

export const makeClient = (uri: string, options: HttpLink.Options = {}) =>
  new ApolloClient({
    link: new HttpLink({ uri, useGETForQueries: true, ...options }),
    cache: new InMemoryCache(cacheOptions),
  });
