import { scriptOf } from '../reading/script.js';
import { idByName } from '../record/names.js';
import type { FtmEntity } from './ftm-entity.js';
import { type Cite, type FtmWork, gradingOf } from './ftm-work.js';

/** Bodies that the file knows by their names only. */

/** The body of a name: the one that the file has, else one that is declared by its name alone. */
export function bodyOf(
  { conversion, index }: FtmWork,
  entity: FtmEntity,
  column: string,
  name: string,
  kind: string,
  cites: readonly Cite[],
): string {
  const bodyId = index.bodyNamed(name);
  if (bodyId !== undefined) return bodyId;
  const id = idByName(conversion, 'body', name);
  if (!conversion.isNew('body', id)) return id;
  const message = `No entity of this file has this name; a body of the kind ${kind} stands for it.`;
  conversion.report.warning(entity.at(column), 'the name of an organization of this file', name, message);
  const names = [{ value: name, kind: 'PREFERRED', lang: 'und', script: scriptOf(name), ...gradingOf(conversion) }];
  conversion.emit('bodies', { id, kind, names, cites }, entity.origin);
  return id;
}
