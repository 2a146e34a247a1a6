import type { Config } from '../config.js';
import { CommandError, ExplainedError } from '../model/errors.js';

/** Writes to the person at the terminal, one line at a time. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tells the same where standard output is for the result of a program alone. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Throws where npm has put lines of its own before what this script is about to write to standard output: the file or the
 * program that gets it would not get the result alone.
 */
export function refuseAfterBanner(script: string, isTerminal: boolean, { announcedScript }: Config): void {
  if (isTerminal || announcedScript !== script) return;
  throw new CommandError(
    `Expected standard output for the result alone; npm has already written its own lines there. Use: npm run --silent ${script} -- …, or give --out FILE.`,
  );
}

/** What the command line asks for, as `read` gives it. Where it does not fit, the error shows the usage too. */
export function readArguments<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`);
  }
}

/** Runs a command-line program. A failure goes to standard error, and the exit code is 1. */
export function runTool(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    note(reasonOf(error));
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

/**
 * An error written for a person is printed as it is. Any other error is a fault of ours; its stack helps to find it.
 */
function reasonOf(error: unknown): string {
  if (error instanceof ExplainedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
