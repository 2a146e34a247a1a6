import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that this code runs from, found by its package.json: the code may stand in `src` or compiled in `dist/src`. */
export const PROJECT = findProject(dirname(fileURLToPath(import.meta.url)));

/** The folder of `Launcher.java`, `pom.xml` and the Maven Wrapper, which are not compiled. */
export const LOCAL_NEO4J = join(PROJECT, 'src', 'graph', 'local-neo4j');

function findProject(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  return findProject(dirname(from));
}
