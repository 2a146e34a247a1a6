import type { Layout } from './layout.js';
import { OPEN } from './newer-columns.js';

/** The slim form, usually TSV: units and what they belong to, without any sources; each claim cites the file itself. */
export const SFM_SLIM: Layout = {
  units: {
    required: ['unit:id:admin', 'unit:name', 'unit:related_unit_id:admin'],
    keptOut: [],
    id: 'unit:id:admin',
    name: { column: 'unit:name' },
    classification: { column: 'unit:classification', many: true },
    facts: [],
    links: [
      {
        relation: { column: 'unit:relation_type' },
        superior: { id: 'unit:related_unit_id:admin', name: { column: 'unit:related_unit' } },
        relationClass: { column: 'unit:related_unit_class' },
        span: {
          first: { column: 'unit:related_unit_first_cited_date' },
          last: { column: 'unit:related_unit_last_cited_date' },
          start: 'unit:related_unit_first_cited_date_start',
          end: 'unit:related_unit_open',
          endWords: OPEN,
        },
      },
    ],
    places: [],
  },
};
