import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { MadeDocument, MakeDocument } from '../exchange/dossier/print/make-document.js';
import { ApiError } from '../model/errors.js';

/** Worker threads that make documents, so that the thread of the server stays free for everybody else. */

/** How long one document may take, its wait for a thread included, and how much memory; milliseconds and megabytes. */
const DEADLINE_MS = 30_000;
const MEMORY_MB = 512;
/** Most documents that wait for a thread. */
const MOST_WAITING = 16;
/** After how much idleness a thread ends; milliseconds. */
const IDLE_MS = 30_000;

export interface DocumentWorkers {
  readonly make: MakeDocument;
  close(): Promise<void>;
}

const WORKER = new URL('../exchange/dossier/print/make-document.js', import.meta.url);

/** One thread less than there are processors, but at least one. None starts before it is needed. */
export function documentWorkers(limits: Partial<typeof DEFAULTS> = {}): DocumentWorkers {
  const { filename, deadlineMs, memoryMb } = { ...DEFAULTS, ...limits };
  const pool = new Piscina({
    filename,
    name: 'makeDocument',
    minThreads: 0,
    maxThreads: Math.max(1, availableParallelism() - 1),
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // A thread that ends with no document in it harms nobody; what it had to make was refused.
  pool.on('error', () => undefined);
  return {
    async make(task, departure) {
      const deadline = AbortSignal.timeout(deadlineMs);
      const signal = departure ? AbortSignal.any([departure, deadline]) : deadline;
      try {
        return (await pool.run(task, { signal })) as MadeDocument;
      } catch (error) {
        if (departure?.aborted) throw departure.reason;
        if (deadline.aborted)
          throw new ApiError('TIMEOUT', `The document was not made within ${deadlineMs / 1_000} seconds. ${NARROWER}`);
        if ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY')
          throw new ApiError(
            'DOCUMENT_TOO_LARGE',
            `Expected a document that is made with ${memoryMb} MB of memory; this one needs more. ${NARROWER}`,
          );
        throw error;
      }
    },
    close: () => pool.destroy(),
  };
}

const DEFAULTS = { filename: WORKER.href, deadlineMs: DEADLINE_MS, memoryMb: MEMORY_MB };

const NARROWER = 'Ask for one person, for fewer legal tests, or under a narrower lens.';
