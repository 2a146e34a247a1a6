import { type Dossier, type DossierQuestion, dossierOf } from '../dossier.rules.js';
import type { DossierFormat } from '../dossier-request.js';
import { dossierHtml } from './page.html.js';

/** Everything between what the graph gave and the file: a large case keeps a processor busy for seconds. A worker thread does it. */

export interface DocumentTask {
  readonly question: DossierQuestion;
  readonly format: DossierFormat;
}

/** A file; or, where the graph must add to it, the dossier alone. */
export interface MadeDocument {
  readonly name: string;
  readonly content: string | Uint8Array | Dossier;
}

/** Makes a document here, or elsewhere; rejects with the reason of the signal once that is aborted. */
export type MakeDocument = (task: DocumentTask, signal?: AbortSignal) => Promise<MadeDocument>;

export async function makeDocument({ question, format }: DocumentTask): Promise<MadeDocument> {
  const dossier = dossierOf(question);
  return { name: fileName(dossier, format), content: await contentOf(dossier, format) };
}

async function contentOf(dossier: Dossier, format: DossierFormat): Promise<MadeDocument['content']> {
  switch (format) {
    case 'html':
      return dossierHtml(dossier);
    case 'json':
      return `${JSON.stringify(dossier, null, 2)}\n`;
    case 'jsonld':
      return dossier;
    case 'docx': {
      // Loaded on first use, so that the start does not wait for it.
      const { dossierDocx } = await import('./page.docx.js');
      return dossierDocx(dossier);
    }
  }
}

/** A file name that every system takes. */
export function fileName({ about, people, incident, days }: Dossier, format: DossierFormat): string {
  const parts = about === 'PERSON' ? ['dossier', people[0]?.person.id ?? ''] : ['case'];
  const on = days.from === days.to ? [days.from] : [days.from, 'to', days.to];
  return `${[...parts, incident.id, ...on].join('-')}.${format}`.replace(/[^A-Za-z0-9.-]+/g, '-');
}
