import type { z } from 'zod';
import { type FieldError, type FieldPath, quotedValue, userError } from '../errors.js';

/** What a shape of `model/record/record-shapes.ts` finds wrong with an input, as errors of its fields. */

type Issue = z.core.$ZodIssue;

/** A shape of any record. */
export interface Shape {
  safeParse(candidate: unknown): z.ZodSafeParseResult<unknown>;
}

/** The errors of an input; `place` says where in the input a path of the shape leads. */
export function shapeErrors(error: z.ZodError, input: unknown, place: (path: FieldPath) => FieldPath): FieldError[] {
  return error.issues
    .flatMap((issue) => within(issue))
    .map((issue) => {
      const path = issue.path as FieldPath;
      const expected = expectedOf(issue);
      const got = valueAt(input, path);
      return userError(
        'BAD_INPUT',
        place(path),
        `Expected ${expected}; got ${got === undefined ? 'nothing' : quotedValue(got)}.`,
        {
          expected,
          got,
        },
      );
    });
}

/** The issues behind one: of the alternatives of a shape, the last is the full one. */
function within(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const last = issue.errors.at(-1) ?? [];
  return last.flatMap((inner) => within({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** What was expected, in words that follow "expected". */
function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : `a value of the type ${issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum} ${unitOf(issue.origin)}`.trim();
    case 'too_big':
      return `at most ${issue.maximum} ${unitOf(issue.origin)}`.trim();
    default:
      return issue.message
        .replace(/^expected /, '')
        .replace(/^Invalid string: must match pattern/, 'a text that matches');
  }
}

const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'items' };
const unitOf = (origin: string) => UNITS[origin] ?? '';

export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}
