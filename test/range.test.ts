import { expect, test } from '@jest/globals';
import { parseDate } from '../src/shared/range.js';
test('x', () => { expect(parseDate('2014-03~').min).toBe('2014-02-01'); });
