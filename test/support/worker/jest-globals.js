export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } = globalThis;
