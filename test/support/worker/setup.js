import { register } from 'node:module';
import { addEventHandler } from 'jest-circus';

/** What a process that runs test files needs before the first of them: TypeScript, and limits of time. */

register('./typescript-hooks.js', import.meta.url);
process.setSourceMapsEnabled(true);

/** The runner waits without end. A test or a hook that hangs fails after this time, or after the time that it asks for. */
const PATIENCE_MS = 180_000;

addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name === 'add_test') limit(currentDescribeBlock.children.at(-1));
  if (event.name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1));
});

function limit(step) {
  const { fn, timeout = PATIENCE_MS } = step;
  step.fn = async () => {
    let timer;
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`It did not end within ${timeout / 1000} s.`)), timeout);
    });
    try {
      await Promise.race([fn(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
