import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const Sequencer = createRequire(import.meta.url)('@jest/test-sequencer').default;

/**
 * Fast tests before those that need the graph: a slip shows in seconds. Of the latter, files that only read the same
 * datasets stand together, so that they share one Neo4j; those that write come last.
 */
export default class FastFirst extends Sequencer {
  sort(tests) {
    const ranked = tests.map((test) => ({ test, rank: rankOf(test.path) + test.path }));
    return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ test }) => test);
  }
}

function rankOf(path) {
  if (!path.endsWith('.graph.test.ts')) return '0';
  const [, datasets] = /^useGraphToRead\((.*)\);$/m.exec(readFileSync(path, 'utf8')) ?? [];
  return datasets === undefined ? '2' : `1 ${datasets} `;
}
