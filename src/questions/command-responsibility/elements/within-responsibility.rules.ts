import { type Element, ONLY_A_COURT } from './element.rules.js';
import { onlyCited } from './only-cited.rules.js';

/** Whether the crime concerned activities within the responsibility and control of the superior. */
export const withinResponsibility: Element<'citations'> = {
  ceilings: { citations: { at: 'INDICATED', by: ONLY_A_COURT } },
  assess: (situation) =>
    onlyCited(
      situation,
      'WITHIN_RESPONSIBILITY',
      'the activities were within the responsibility and control of the person',
    ),
};
