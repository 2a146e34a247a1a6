/** When a record that the reader sees came to stand: at the instant asked, like all that an answer tells. */
export const changedAt = (node: string) =>
  `coalesce(last([instant IN ${node}.away WHERE instant <= $view.recordedBy]), ${node}.recordedAt)`;

/** When a record last came or went, whoever asks. */
export const lastChangedAt = (node: string) => `coalesce(${node}.retractedAt, last(${node}.away), ${node}.recordedAt)`;
