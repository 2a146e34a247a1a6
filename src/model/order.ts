/** The order of two texts by their code units, which is that of days and ids: the same on every machine. */
export const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
