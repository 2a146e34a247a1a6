import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { REPORT_FILES, type ReportFile } from '../exchange/import/report/report-files.js';
import { refusalOf, type Serving } from './serving.js';

/** `GET /import/reports/{id}/{file}`: the complete report of an import, for editors alone. */

interface ReportRoute {
  readonly Params: { readonly id: string; readonly file: string };
}

export function serveReports(app: FastifyInstance, serving: Serving): void {
  const refused = refusalOf(app, serving);
  app.get<ReportRoute>(
    '/import/reports/:id/:file',
    { config: { needs: 'IMPORT' } },
    async ({ params: { id, file } }, reply) => {
      try {
        const context = await serving.contextOf(reply);
        const path = context.imports().reportFile(id, file);
        return reply
          .type(REPORT_FILES[file as ReportFile])
          .header('content-disposition', `attachment; filename="${id}-${file}"`)
          .header('cache-control', 'no-store')
          .send(createReadStream(path));
      } catch (error) {
        return refused(reply, error);
      }
    },
  );
}
