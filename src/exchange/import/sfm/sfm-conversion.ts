import { Conversion, type ConversionOptions } from '../record/conversion.js';
import type { Layout } from './layout.js';
import { SfmIndex, type SfmSource } from './sfm-index.js';

export type { ConversionOptions } from '../record/conversion.js';

/** One conversion of the sheets of the Security Force Monitor, with what it remembers from all rows. */
export class SfmConversion extends Conversion {
  readonly fileAsReport: SfmSource;

  constructor(
    readonly layout: Layout,
    options: ConversionOptions,
    readonly register = new SfmIndex(),
  ) {
    super(options);
    const { id, access = 'PUBLIC', publisher } = options.itself;
    const { publishedMax } = lastDayOf(options.itself);
    this.fileAsReport = { id, access, publishedMax, publisher: publisher.id };
  }

  /** The same conversion without problems and records: for the first reading, which only fills the index. */
  quietly(): SfmConversion {
    return new SfmConversion(this.layout, this.options, this.register);
  }
}

function lastDayOf({ publishedOn, retrievedAt }: ConversionOptions['itself']): { publishedMax: string } {
  const [year = '9999', month = '12', day = '31'] = (publishedOn ?? retrievedAt ?? '').split('-').filter(Boolean);
  return { publishedMax: `${year}-${month}-${day}` };
}
