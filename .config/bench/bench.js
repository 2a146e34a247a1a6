import { register } from 'node:module';

/** Runs the benchmark as the tests run: from its TypeScript. */
register('../../test/support/worker/typescript-hooks.js', import.meta.url);
await import('../../test/bench/bench.ts');
