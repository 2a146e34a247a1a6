import { expect, test } from '@jest/globals';
import { FirstRuns } from '../../src/graph/first-runs.js';

/** Runs whose ends the test decides. */
class Runs {
  readonly starts: string[] = [];
  private readonly ends = new Map<string, { done(): void; fail(error: Error): void }>();

  readonly work = (name: string) => () =>
    new Promise<string>((done, fail) => {
      this.starts.push(name);
      this.ends.set(name, { done: () => done(name), fail });
    });

  end(name: string): void {
    this.ends.get(name)?.done();
  }

  fail(name: string): void {
    this.ends.get(name)?.fail(new Error('The statement failed.'));
  }
}

const settled = () => new Promise((done) => setImmediate(done));

test('of several who ask a text for the first time one goes ahead, and the others follow together', async () => {
  const [first, runs] = [new FirstRuns(60_000), new Runs()];
  const all = Promise.all(['one', 'two', 'three'].map((name) => first.run('RETURN 1', runs.work(name))));
  await settled();
  expect(runs.starts).toEqual(['one']);
  runs.end('one');
  await settled();
  expect(runs.starts).toEqual(['one', 'two', 'three']);
  runs.end('two');
  runs.end('three');
  expect(await all).toEqual(['one', 'two', 'three']);
});

test('nobody waits for the first run of another text', async () => {
  const [first, runs] = [new FirstRuns(60_000), new Runs()];
  void first.run('RETURN 1', runs.work('one'));
  void first.run('RETURN 2', runs.work('two'));
  await settled();
  expect(runs.starts).toEqual(['one', 'two']);
});

test('where the one ahead fails, another goes ahead, and the failure is told to the one alone', async () => {
  const [first, runs] = [new FirstRuns(60_000), new Runs()];
  const [one, two, three] = ['one', 'two', 'three'].map((name) => first.run('RETURN 1', runs.work(name)));
  await settled();
  runs.fail('one');
  await expect(one).rejects.toThrow('The statement failed.');
  await settled();
  expect(runs.starts).toEqual(['one', 'two']);
  runs.end('two');
  await settled();
  runs.end('three');
  expect(await Promise.all([two, three])).toEqual(['two', 'three']);
});

test('a text that has run is run at once, until Neo4j is started again', async () => {
  const [first, runs] = [new FirstRuns(60_000), new Runs()];
  void first.run('RETURN 1', runs.work('one'));
  await settled();
  runs.end('one');
  await settled();
  void first.run('RETURN 1', runs.work('two'));
  void first.run('RETURN 1', runs.work('three'));
  await settled();
  expect(runs.starts).toEqual(['one', 'two', 'three']);
  first.forget();
  void first.run('RETURN 1', runs.work('four'));
  void first.run('RETURN 1', runs.work('five'));
  await settled();
  expect(runs.starts).toEqual(['one', 'two', 'three', 'four']);
});

test('who has waited long enough runs beside the one ahead', async () => {
  const [first, runs] = [new FirstRuns(0), new Runs()];
  void first.run('RETURN 1', runs.work('one'));
  void first.run('RETURN 1', runs.work('two'));
  await settled();
  expect(runs.starts).toEqual(['one', 'two']);
});
