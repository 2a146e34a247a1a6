import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../../src/graph/local-neo4j/place.js';

export const readDeploy = (name: string): Promise<string> => readFile(join(PROJECT, 'docs', 'deploy', name), 'utf8');

/** The lines of the Dockerfile, those that go on put together, each as its instruction and the rest. */
export async function instructions(): Promise<(readonly [string, string])[]> {
  const text = (await readDeploy('Dockerfile')).replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, '');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)] as const);
}

/** The instructions of the stage that becomes the image. */
export async function lastStage(): Promise<(readonly [string, string])[]> {
  const all = await instructions();
  return all.slice(all.map(([word]) => word).lastIndexOf('FROM'));
}

/** The files and folders that the image holds, by their names in the clone. */
export async function imagePaths(): Promise<string[]> {
  const copies = (await lastStage()).filter(([word]) => word === 'COPY');
  return copies.flatMap(([, rest]) =>
    rest
      .split(' ')
      .filter((word) => !word.startsWith('--'))
      .slice(0, -1)
      .map((path) => path.replace(/^\/app\//, '')),
  );
}

/** Puts into a folder what the image holds: of the packages only those of the product. */
export async function buildImageFolder(folder: string): Promise<void> {
  for (const path of await imagePaths()) {
    if (path === 'node_modules') await copyPackages(folder);
    else await cp(join(PROJECT, path), join(folder, path), { recursive: true });
  }
}

async function copyPackages(folder: string): Promise<void> {
  const { packages } = JSON.parse(await readFile(join(PROJECT, 'package-lock.json'), 'utf8'));
  // A package for another machine is locked, and not installed here.
  const paths = Object.entries(packages as Record<string, { dev?: boolean; optional?: boolean }>)
    .filter(([path, { dev }]) => path !== '' && !dev && path.lastIndexOf('node_modules') === 0)
    .filter(([path, { optional }]) => !optional || existsSync(join(PROJECT, path)))
    .map(([path]) => path);
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    // Hard links are enough, and take no room.
    await promisify(execFile)('cp', ['-rl', join(PROJECT, path), join(folder, path)]).catch(() =>
      cp(join(PROJECT, path), join(folder, path), { recursive: true }),
    );
  }
  await mkdir(join(folder, 'node_modules', '.bin'), { recursive: true });
  await symlink('../typescript/bin/tsc', join(folder, 'node_modules', '.bin', 'tsc'));
}
