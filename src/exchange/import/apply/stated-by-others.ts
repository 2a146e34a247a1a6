/** What an import says of statements that stay with the dataset that has them. */
export const OF_OTHERS = 'Another dataset states this, so it is not stated for this dataset too.';
