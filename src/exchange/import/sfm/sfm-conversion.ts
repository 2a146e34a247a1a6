import { type Options, Run } from '../record/conversion.js';
import type { Layout } from './layout.js';
import { Register, type Source } from './registry.js';

export type { Options } from '../record/conversion.js';

/** One run over the sheets of the Security Force Monitor, with what it remembers of all rows. */
export class Job extends Run {
  readonly itself: Source;

  constructor(
    readonly layout: Layout,
    options: Options,
    readonly register = new Register(),
  ) {
    super(options);
    const { id, access = 'PUBLIC', publisher } = options.itself;
    const { publishedMax } = lastDayOf(options.itself);
    this.itself = { id, access, publishedMax, publisher: publisher.id };
  }

  /** The same run with its problems and records thrown away: for the first reading, which only fills the register. */
  quietly(): Job {
    return new Job(this.layout, this.options, this.register);
  }
}

function lastDayOf({ publishedOn, retrievedAt }: Options['itself']): { publishedMax: string } {
  const [year = '9999', month = '12', day = '31'] = (publishedOn ?? retrievedAt ?? '').split('-').filter(Boolean);
  return { publishedMax: `${year}-${month}-${day}` };
}
