import { StartError } from './config.js';

/** Tells the person at the terminal what happens, one line at a time. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a command-line program: a failure is told in its own words, without a stack, and the exit code is 1. */
export function runTool(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof StartError || error.stack === undefined ? error.message : error.message || error.stack;
}
