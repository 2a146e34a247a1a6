import { beforeEach, describe, expect, test } from '@jest/globals';
import { query, useServer } from '../../support/server.js';

/** What every client must be able to do with the server, whatever it keeps in its cache. */

export interface Options {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The function by which the client sends its requests. */
  readonly fetch: typeof fetch;
}

type Variables = Readonly<Record<string, unknown>>;

export interface ClientInTest {
  /** Asks the server, or throws what the client makes of an error. */
  ask(question: string, variables?: Variables): Promise<unknown>;
  /** What the client has of that question without asking again; undefined if it has no cache. */
  cached?(question: string, variables?: Variables): Promise<unknown>;
}

/** Two days on which other postings hold, a lens under which there are fewer sources, and a second page. */
const QUESTION = `query Postings($on: Date!, $lens: EvidenceLens, $after: String) {
  unit(id: "unit-fx-u2", lens: $lens) {
    id
    name
    names { id value citations { report { id title } } }
    postings(on: $on, cover: [CITED, IMPRECISE, ASSUMED, OPEN, NONE], first: 2, after: $after) {
      nodes { id role cover(on: $on) person { id name names { id value } } citations { pinpoint report { id title } } }
      pageInfo { hasNextPage endCursor }
    }
    chainWithSources(on: $on) {
      chain { levels { units { unit { id name } posts { cover items { statementId label says cover marks sources { reportId } } } } } }
    }
  }
}`;
const DAY = { on: '2022-03-20' };
const LATER = { on: '2022-05-20' };
const WITH_LENS = {
  on: '2022-03-20',
  lens: { publishedBy: '2023-06-30', excludeReports: ['report-fx-observer-2023'] },
};
const TOKEN = 'a-token-of-this-test';

/** An answer without the names of types that a client adds to its questions. */
export const plain = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data, (key, value) => (key === '__typename' ? undefined : value)));

/** The tests of a client, in a file that reads the fictional graph. */
export function describeClient(make: (options: Options) => ClientInTest): void {
  const address = useServer({ writeToken: TOKEN });
  const methods: string[] = [];
  const watched: typeof fetch = (input, init) => {
    methods.push(init?.method ?? (input instanceof Request ? input.method : 'GET'));
    return fetch(input, init);
  };
  const client = (headers: Options['headers'] = {}) => make({ url: `${address()}/graphql`, headers, fetch: watched });
  const fromServer = async (variables: Variables) => {
    const { json } = await query(address(), QUESTION, variables);
    expect(json.errors).toBeUndefined();
    return json.data;
  };
  beforeEach(() => {
    methods.length = 0;
  });

  test('a second page follows the first, and both are what the server says', async () => {
    const one = client();
    const first = (await one.ask(QUESTION, DAY)) as { unit: { postings: { pageInfo: { endCursor: string } } } };
    const next = { ...DAY, after: first.unit.postings.pageInfo.endCursor };
    expect(plain(await one.ask(QUESTION, next))).toEqual(await fromServer(next));
    expect(plain((await one.cached?.(QUESTION, DAY)) ?? first)).toEqual(await fromServer(DAY));
  });

  test('the answers for two days and two lenses stay what the server said, in whatever order they came', async () => {
    const questions = [DAY, LATER, WITH_LENS, { ...LATER, lens: WITH_LENS.lens }];
    const expected = await Promise.all(questions.map(fromServer));
    expect(new Set(expected.map((one) => JSON.stringify(one))).size).toBe(questions.length);
    for (const order of [questions, [...questions].reverse()]) {
      const one = client();
      for (const variables of order)
        expect(plain(await one.ask(QUESTION, variables))).toEqual(await fromServer(variables));
      const requests = methods.length;
      const cached = await Promise.all(questions.map((variables) => (one.cached ?? one.ask)(QUESTION, variables)));
      expect(cached.map(plain)).toEqual(expected);
      if (one.cached) expect(methods).toHaveLength(requests);
    }
  });

  test('a question is sent by GET', async () => {
    await client().ask('query Name { unit(id: "unit-fx-u2") { id name } }');
    expect(methods).toEqual(['GET']);
  });

  test('an error says what was expected and what arrived', async () => {
    await expect(client().ask('query Postings { units(first: 1000) { nodes { id } } }')).rejects.toThrow(
      /Expected .*first.*got 1000/s,
    );
  });

  describe('a question for editors', () => {
    const journal = 'query Journal { journal(first: 1) { nodes { sequence } } }';

    test('is answered where the client sends the token', async () => {
      expect(await client({ authorization: `Bearer ${TOKEN}` }).ask(journal)).toMatchObject({
        journal: { nodes: [{ sequence: 1 }] },
      });
    });

    test('is refused where it sends none, or another one', async () => {
      await expect(client().ask(journal)).rejects.toThrow(/editor|token/i);
      await expect(client({ authorization: 'Bearer another' }).ask(journal)).rejects.toThrow();
    });
  });
}
