import type { Element } from './element.rules.js';
import { onlyCited } from './only-cited.rules.js';

/** Whether the crime was a result of the failure to exercise control properly. */
export const causation: Element<'citations'> = {
  ceilings: { citations: { at: 'INDICATED', by: 'R16' } },
  assess: (situation) => ({
    ...onlyCited(situation, 'CAUSATION_CITED', 'the failure of control led to the crime'),
    because: ['R16'],
  }),
};
