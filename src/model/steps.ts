/**
 * Work that takes long for each of many people or sources: a generator that pauses after each. What answers requests lets
 * others have their turn meanwhile; a rule stays a function without a clock.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** What `work` gives for each, with a pause after each. */
export function* stepsOver<A, B>(items: Iterable<A>, work: (item: A) => B): Steps<B[]> {
  const results: B[] = [];
  for (const item of items) {
    results.push(work(item));
    yield;
  }
  return results;
}

/** Does the work, and lets whatever else waits run at each pause. */
export async function inSteps<T>(work: Steps<T>): Promise<T> {
  let step = work.next();
  while (!step.done) {
    await new Promise(setImmediate);
    step = work.next();
  }
  return step.value;
}

/** Does the work without a pause. */
export function atOnce<T>(work: Steps<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
