/** The word of a list that is written most like another, for "did you mean". */
export function nearest(word: string, among: readonly string[]): string {
  const distances = among.map((other) => ({ other, distance: changesBetween(word.slice(0, 60), other) }));
  return distances.reduce((best, one) => (one.distance < best.distance ? one : best), {
    other: among[0] ?? '',
    distance: Number.POSITIVE_INFINITY,
  }).other;
}

/** How many letters must be added, taken away or replaced to get from one word to the other. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_none, at) => at);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 0; at < to.length; at += 1) {
      const same = letter === to[at] ? 0 : 1;
      next.push(Math.min((row[at] ?? 0) + same, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
