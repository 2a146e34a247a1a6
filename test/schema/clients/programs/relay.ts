import relay, { type FetchFunction, type GraphQLResponse } from 'relay-runtime';
import { getDataID } from '../../../../schema/clients/relay.js';

const { Environment, Network, RecordSource, Store } = relay;

export function makeEnvironment(url: string, headers: Record<string, string> = {}, send = fetch) {
  const ask: FetchFunction = async ({ text }, variables) => {
    const parameters = new URLSearchParams({ query: text ?? '', variables: JSON.stringify(variables) });
    const response = await send(`${url}?${parameters}`, { headers });
    return (await response.json()) as GraphQLResponse;
  };
  return new Environment({ network: Network.create(ask), store: new Store(new RecordSource()), getDataID });
}
