import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair, renderInitSnippet } from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { PROJECT } from '../graph/local-neo4j/place.js';

/** The page to try the API: a query editor from an npm package, with the questions of the README ready to run. */

const QUESTIONS = join(PROJECT, 'docs', 'questions');
const ASSETS = '/editor/';
const OPTIONS = 'initial-options.js';
/** Our title; and no banners, which the editor uses to advertise. */
const HEAD = '<title>accountability-graph</title><style>.ant-alert-banner { display: none; }</style>';

/** The questions in the order of their file names, which are their short titles: `1-who-commanded` is "1 who commanded". */
export async function readQuestions(): Promise<{ title: string; query: string }[]> {
  const names = (await readdir(QUESTIONS)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    names.map(async (name) => ({
      title: name.replace('.graphql', '').replaceAll('-', ' '),
      query: await readFile(join(QUESTIONS, name), 'utf8'),
    })),
  );
}

export async function serveEditor(app: FastifyInstance): Promise<void> {
  const questions = await readQuestions();
  const options = {
    baseURL: ASSETS,
    endpointURL: '/graphql',
    initialWindows: questions.map(({ title, query }) => ({ initialName: title, initialQuery: query })),
    instanceStorageNamespace: 'accountability-graph',
    disableAccount: true,
    serveInitialOptionsInSeperateRequest: OPTIONS,
  };
  const page = renderAltair(options).replace('<title>Altair</title>', HEAD);
  const snippet = renderInitSnippet(options);
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, needs: 'READ' };
    });
    await scope.register(fastifyStatic, {
      root: getDistDirectory(),
      prefix: ASSETS,
      index: false,
      decorateReply: false,
    });
    scope.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
    scope.get(`${ASSETS}${OPTIONS}`, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(snippet));
  });
}
