import { type ATTRIBUTION_MODE, RESPONSIBILITY_ELEMENT, type Word } from '../../../model/vocabulary.js';
import type { IndicatorEntry } from '../../case-file/case-file.rules.js';
import type { Element } from './element.rules.js';
import { onlyCited } from './only-cited.rules.js';

interface Cited {
  readonly code: IndicatorEntry['code'];
  /** Attributions to the person that say so too. */
  readonly mode?: Word<typeof ATTRIBUTION_MODE>;
}

/** What modes of participation ask for beside the crime, with what says so. */
const CITED = {
  COMMON_PLAN: { code: 'COMMON_PLAN_CITED', mode: 'CO_PERPETRATOR' },
  CONTRIBUTION: { code: 'CONTRIBUTION_CITED' },
  CONTROL_OF_CRIME: { code: 'CONTROL_OF_CRIME_CITED' },
  ORDER: { code: 'ORDER_CITED', mode: 'ORDERED' },
  ASSISTANCE: { code: 'ASSISTANCE_CITED', mode: 'AIDED' },
  INTENT: { code: 'INTENT_CITED' },
} as const satisfies Readonly<Record<string, Cited>>;

/** An element of a mode of participation: a source says so, or there is nothing (R28). The test words what it asks. */
export const participation = (name: keyof typeof CITED): Element<'citations'> => ({
  ceilings: { citations: { at: 'INDICATED', by: 'R28' } },
  assess(situation) {
    const { file, incident, personId, framework } = situation;
    const { code, mode }: Cited = CITED[name];
    const cited = onlyCited(situation, code, framework.asks[name] ?? RESPONSIBILITY_ELEMENT[name].replace(/\.$/, ''));
    const attributions = file.attributions.filter(
      (attribution) =>
        attribution.mode === mode && attribution.incidentId === incident.id && attribution.toId === personId,
    );
    return {
      ...cited,
      supporting: { citations: [...(cited.supporting.citations ?? []), ...attributions] },
      because: ['R28'],
      missing: attributions.length > 0 ? [] : cited.missing,
    };
  },
});
