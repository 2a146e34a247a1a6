import { GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../model/date-range.js';
import { ApiError, quotedValue } from '../model/errors.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function textScalar(
  name: string,
  description: string,
  parse: (text: string) => string,
): GraphQLScalarType<string, string> {
  const read = (value: unknown) => {
    if (typeof value !== 'string') throw new ApiError('BAD_INPUT', `Expected a text; got ${quotedValue(value)}.`);
    return parse(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : `(${node.kind})`),
  });
}

/** A calendar day as text; it never becomes a JavaScript `Date`, so no time zone can shift it. */
export const DayScalar = textScalar('Date', 'A calendar day, `YYYY-MM-DD`, without time or zone.', (text) => {
  if (!isDay(text))
    throw new ApiError('BAD_INPUT', `Expected a day that exists, as YYYY-MM-DD; got ${quotedValue(text)}.`);
  return text;
});

/** An instant, kept in UTC with milliseconds so that texts compare as times do. */
export const InstantScalar = textScalar(
  'DateTime',
  'An instant, ISO 8601 with a time zone, such as `2026-11-20T12:00:00Z`. Answers are in UTC with milliseconds.',
  (text) => {
    const milliseconds = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(milliseconds))
      throw new ApiError(
        'BAD_INPUT',
        `Expected an instant with a zone, such as 2026-11-20T12:00:00Z; got ${quotedValue(text)}.`,
      );
    return new Date(milliseconds).toISOString();
  },
);
