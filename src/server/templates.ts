import type { FastifyInstance } from 'fastify';
import {
  exampleOf,
  isTemplate,
  TEMPLATE_COLUMNS,
  TEMPLATE_NAMES,
  templateOf,
} from '../exchange/import/csv/templates.js';
import { BYTE_ORDER_MARK } from '../model/byte-order-mark.js';
import type { Serving } from './serving.js';

/** `GET /import/templates/{file}`: tables to fill in by hand, with and without an example, and what their columns hold. */

const CSV = 'text/csv; charset=utf-8; header=present';
const ALL = [...TEMPLATE_NAMES.flatMap((name) => [`${name}.csv`, `${name}.example.csv`]), 'columns.json'];

export function serveTemplates(app: FastifyInstance, refuse: Serving['refuse']): void {
  app.get<{ readonly Params: { readonly file: string } }>(
    '/import/templates/:file',
    { config: { needs: 'READ' } },
    async ({ params }, reply) => {
      const { file } = params;
      const text = textOf(file);
      if (text === undefined)
        return refuse(
          reply,
          404,
          'NOT_FOUND',
          `There is no template ${JSON.stringify(file)}; there are ${ALL.join(', ')}.`,
        );
      const type = file.endsWith('.json') ? 'application/json; charset=utf-8' : CSV;
      return reply.type(type).header('content-disposition', `attachment; filename="${file}"`).send(text);
    },
  );
}

function textOf(file: string): string | undefined {
  if (file === 'columns.json') return `${JSON.stringify(TEMPLATE_COLUMNS)}\n`;
  const [, name = '', example] = /^([a-z-]+)(\.example)?\.csv$/.exec(file) ?? [];
  if (!isTemplate(name)) return undefined;
  return BYTE_ORDER_MARK + (example === undefined ? templateOf(name) : exampleOf(name));
}
