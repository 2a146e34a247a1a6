/** How many nodes have each label. */
export class Tally {
  private readonly found = new Map<string, number>();

  add(labels: readonly string[], nodes = 1): void {
    for (const label of labels) this.found.set(label, (this.found.get(label) ?? 0) + nodes);
  }

  counts(): Record<string, number> {
    return Object.fromEntries([...this.found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What differs from these counts, in one sentence. */
  faultAgainst(expected: Readonly<Record<string, number>>): string | undefined {
    const labels = [...new Set([...Object.keys(expected), ...this.found.keys()])].sort();
    const label = labels.find((one) => (expected[one] ?? 0) !== (this.found.get(one) ?? 0));
    if (label === undefined) return undefined;
    return `expected ${expected[label] ?? 0} nodes with the label ${label}; got ${this.found.get(label) ?? 0}.`;
  }
}
