import { StartError } from '../config.js';

/** Tells the person at the terminal what happens, one line at a time. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a command-line program: a failure is told on standard error, and the exit code is 1. */
export function runTool(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  });
}

/** Waits for Ctrl-C or a request to end; a second one ends the process at once. */
export function untilSignal(): Promise<void> {
  return new Promise((done) => {
    const signals = ['SIGINT', 'SIGTERM'] as const;
    const stop = () => {
      for (const signal of signals) process.removeListener(signal, stop);
      done();
    };
    for (const signal of signals) process.once(signal, stop);
  });
}

/** An error that was written for a person is told as it is; any other is a fault of ours, and its stack helps to find it. */
function reasonOf(error: unknown): string {
  if (error instanceof StartError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
