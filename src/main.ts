import { checkDatasets, DEFAULT_DATASETS, isEmpty, load } from '../seed/load.js';
import { readConfig } from './config.js';
import { openGraph } from './graph/open.js';
import { createServer } from './server/server.js';
import { runTool, say, untilSignal } from './tool.js';

/** `npm start`: the API with its graph, until a signal ends it. */
runTool(async () => {
  const config = readConfig(process.env);
  const { graph, close } = await openGraph(config, say);
  try {
    if (await isEmpty(graph)) {
      const { created } = await load(graph, await checkDatasets(DEFAULT_DATASETS), new Date().toISOString());
      say(`The graph was empty: loaded ${DEFAULT_DATASETS.join(' and ')}, ${created} records.`);
    }
    const app = await createServer(graph, config);
    const stopped = untilSignal();
    const address = await app.listen({ host: config.host, port: config.port });
    say(`The API answers at ${address}/graphql, and a page to try it at ${address}/ (Ctrl-C stops it).`);
    say(
      `Try: curl -s ${address}/graphql -H 'content-type: application/json' -d '{"query":"{ search(text: \\"Surovikin\\") { entity { id name } } }"}'`,
    );
    await stopped;
    say('Stopping …');
    await app.close();
  } finally {
    await close();
  }
});
