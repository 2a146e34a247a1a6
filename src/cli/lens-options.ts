/** The options of the command line that say which evidence counts, and the parameters of a request that they stand for. */

const one = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;

export const LENS_OPTIONS = {
  'published-by': one,
  'recorded-by': one,
  'exclude-report': many,
  'exclude-dataset': many,
  'exclude-publisher': many,
  'min-reliability': one,
  status: many,
  'without-doubt': many,
} as const;

type Values = {
  readonly [K in keyof typeof LENS_OPTIONS]?: (typeof LENS_OPTIONS)[K] extends typeof many ? string[] : string;
};

export const lensParameters = (values: Values) => ({
  publishedBy: values['published-by'],
  recordedBy: values['recorded-by'],
  excludeReports: values['exclude-report'],
  excludeDatasets: values['exclude-dataset'],
  excludePublishers: values['exclude-publisher'],
  minReliability: values['min-reliability'],
  statuses: values.status,
  withoutDoubts: values['without-doubt'],
});
