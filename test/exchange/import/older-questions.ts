import { fileURLToPath } from 'node:url';
import { Conversion, type ConversionOptions } from '../../../src/exchange/import/record/conversion.js';
import { idByName } from '../../../src/exchange/import/record/names.js';
import type { Files } from '../../../src/exchange/import/sfm/convert-sfm.js';
import { lexicons } from '../../../src/exchange/import/words/lexicons.js';

/** A few sheets of the older generation for questions asked right after an import. */
export interface Questions {
  readonly format: 'sfm-older';
  readonly files: Files;
  readonly options: ConversionOptions;
  /** The id that a unit or person gets from its name. */
  readonly unit: (name: string) => string;
  readonly person: (name: string) => string;
}

/** One parent in them is known by its name only, so stubs are asked for. */
const OPTIONS: ConversionOptions = {
  lexicons: lexicons(),
  dataset: 'velmora-questions',
  fileAsReport: {
    id: 'report-velmora-questions',
    title: 'Sheets on the brigades of Velmora',
    publisher: { id: 'body-velmora-brigades-project', name: 'Velmora Brigades Project', kind: 'NGO' },
    publishedOn: '2019-03-01',
  },
  stubs: true,
};

/**
 * What they say: the 4 Brigade is under North Command from 2003-03-01 to 2009-06-30, under South Command from the next day
 * to 2014-12-31, under East Command from 2015-01-01 (cited until September 2016), and in administrative matters under North
 * Command from 2010 to 2012. Iven Tarsk is its deputy commander from 2008-02-01 to 2010-05-31 and its commander from the
 * next day (cited until September 2013). The 12 Battalion is under the General Staff of Velmora, which has no row.
 */
export function olderQuestions(): Questions {
  const path = (name: string) => fileURLToPath(new URL(`data/older-questions/${name}.csv`, import.meta.url));
  const run = new Conversion(OPTIONS);
  return {
    format: 'sfm-older',
    files: { sources: path('sources'), units: path('units'), people: path('people') },
    options: OPTIONS,
    unit: (name) => idByName(run, 'unit', name),
    person: (name) => idByName(run, 'person', name),
  };
}
