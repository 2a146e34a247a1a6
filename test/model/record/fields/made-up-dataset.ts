import { smallDataset, type Written } from '../../../support/small-dataset.js';
import { VALUES } from './made-up-fields.js';

/** The small dataset with a value for each made-up field in each record, and in each claim inside one. */
export function madeUpDataset(): Written {
  const cites = [{ report: 'report-one' }];
  const claims = {
    identifiers: [{ scheme: 'MADE', value: 'id', ...VALUES, cites }],
    facts: [{ property: 'MADE', value: 'fact', ...VALUES, cites }],
  };
  const inside = ({ names, attributions, casualties, ...rest }: Record<string, unknown>) => ({
    ...rest,
    ...(Array.isArray(names) && { names: names.map((value) => ({ value, ...VALUES })), ...claims }),
    ...(Array.isArray(attributions) && { attributions: attributions.map((one) => ({ ...one, ...VALUES })), ...claims }),
    ...(Array.isArray(casualties) && { casualties: casualties.map((one) => ({ ...one, ...VALUES })) }),
  });
  const small = smallDataset();
  const double = { id: 'unit-double', names: ['Twin of High'], cites };
  // A kind in the short form would be a fact that has no made-up field.
  const units = [...small.units, double].map(({ kind: _kind, ...unit }: Record<string, unknown>) => unit);
  return Object.fromEntries(
    Object.entries({ ...small, units }).map(([file, records]) => [
      file,
      records.map((record) => ({ ...inside(record), ...VALUES })),
    ]),
  );
}
