import { createRunner } from 'jest-light-runner';
import Tinypool from 'tinypool';

/**
 * The runner of test files, in processes that it keeps. Each process asks for its settings once, on the channel of the file
 * that it runs first. The package gives all processes one channel, which answers whoever listens to the first question and
 * forgets the others: a process that asks a moment later waits for ever. Here each file has a channel of its own.
 */
const LightRunner = createRunner({ runtime: 'child_process' });

const QUESTION = 'jest-light-runner-get-worker-data';
const WORKER = new URL('./worker-runner.js', import.meta.resolve('jest-light-runner')).href;

export default class Runner extends LightRunner {
  _runTest(test) {
    if (this._runtime !== 'child_process') return super._runTest(test);
    const { config } = test.context;
    if (!this._testRunners.has(config)) this._testRunners.set(config, this.pool(config));
    return this._testRunners.get(config).run(test);
  }

  pool(projectConfig) {
    const { _globalConfig: globalConfig, _runtime: runtime } = this;
    const workerData = { globalConfig, projectConfig, runtime };
    const { maxWorkers } = globalConfig;
    const pool = new Tinypool({
      filename: WORKER,
      runtime,
      minThreads: maxWorkers,
      maxThreads: maxWorkers,
      env: process.env,
      trackUnmanagedFds: false,
      workerData,
    });
    return { pool, run: ({ path }) => pool.run(path, { channel: channel(workerData) }) };
  }
}

function channel(workerData) {
  let tell = () => {};
  return {
    onMessage(listener) {
      tell = listener;
    },
    postMessage(message) {
      if (message === QUESTION) tell({ type: 'jest-light-runner-worker-data', workerData });
    },
  };
}
