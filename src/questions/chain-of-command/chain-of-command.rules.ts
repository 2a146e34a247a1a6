/** The nearest levels that together hold at most so many units; the start is always among them. */
export function nearestLevels<S>(levels: readonly (readonly S[])[], most: number): readonly (readonly S[])[] {
  let units = 0;
  const beyond = levels.findIndex((level) => {
    units += level.length;
    return units > most;
  });
  return beyond === -1 ? levels : levels.slice(0, Math.max(beyond, 1));
}
