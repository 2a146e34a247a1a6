import { utf8 } from './utf8.js';

/** The lines of a file of UTF-8, one at a time. */

/** The longest line that is read; a longer one is not held. */
export const LONGEST_LINE = 1_000_000;

export interface TextLine {
  /** Counted from 1. */
  readonly number: number;
  /** Nothing where the line is longer than `LONGEST_LINE`. */
  readonly text: string | undefined;
}

/** Gives line by line, however long a line goes on. Throws an `EncodingError` at the first byte that is not UTF-8. */
export async function* textLines(path: string): AsyncGenerator<TextLine> {
  let number = 1;
  let pending = '';
  let tooLong = false;
  const ended = (): TextLine => ({ number, text: tooLong ? undefined : pending.replace(/\r$/, '') });
  for await (const piece of utf8(path)) {
    const [first = '', ...rest] = piece.split('\n');
    for (const [index, part] of [first, ...rest].entries()) {
      if (index > 0) {
        yield ended();
        number += 1;
        [pending, tooLong] = ['', false];
      }
      tooLong ||= pending.length + part.length > LONGEST_LINE;
      pending = tooLong ? '' : pending + part;
    }
  }
  if (pending !== '' || tooLong) yield ended();
}
