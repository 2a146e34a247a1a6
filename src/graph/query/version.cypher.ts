/** When a record that the reader sees became visible, as of the requested instant. */
export const changedAt = (node: string) =>
  `coalesce(last([instant IN ${node}.away WHERE instant <= $view.recordedBy]), ${node}.recordedAt)`;

/** When a record was retracted. What it said before a correction was not: it is superseded. */
export const retractedAt = (node: string) => `CASE WHEN NOT ${node}:Superseded THEN ${node}.retractedAt END`;

/** When a record last became visible or was retracted, for any reader. */
export const lastChangedAt = (node: string) => `coalesce(${node}.retractedAt, last(${node}.away), ${node}.recordedAt)`;
