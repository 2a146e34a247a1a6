/** How many nodes have each label. */
export class LineTally {
  private readonly byLabel = new Map<string, number>();

  add(labels: readonly string[], nodes = 1): void {
    for (const label of labels) this.byLabel.set(label, (this.byLabel.get(label) ?? 0) + nodes);
  }

  counts(): Record<string, number> {
    return Object.fromEntries([...this.byLabel].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What differs from these counts, in one sentence. */
  faultAgainst(expected: Readonly<Record<string, number>>): string | undefined {
    const labels = [...new Set([...Object.keys(expected), ...this.byLabel.keys()])].sort();
    const label = labels.find((one) => (expected[one] ?? 0) !== (this.byLabel.get(one) ?? 0));
    if (label === undefined) return undefined;
    return `expected ${expected[label] ?? 0} nodes with the label ${label}; got ${this.byLabel.get(label) ?? 0}.`;
  }
}
