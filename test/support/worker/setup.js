import { register } from 'node:module';
import { addEventHandler } from 'jest-circus';

/** What a process that runs test files needs before the first of them: TypeScript, and limits of time. */

register('./typescript-hooks.js', import.meta.url);
process.setSourceMapsEnabled(true);

/** The runner waits without end. A test or a hook fails where it takes longer than this, or than it asks for. */
const PATIENCE_MS = 180_000;
/** A limit is there for what hangs, and does not tell a fast machine from a slow one: one may need this many times as long. */
const SLOWEST_MACHINE = 5;

addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name === 'add_test') limit(currentDescribeBlock.children.at(-1));
  if (event.name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1));
});

function limit(step) {
  const { fn } = step;
  const limitMs = (step.timeout ?? PATIENCE_MS) * SLOWEST_MACHINE;
  step.fn = async () => {
    let timer;
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`It did not end within ${limitMs / 1000} s.`)), limitMs);
    });
    try {
      await Promise.race([fn(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
