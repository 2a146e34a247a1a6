/**
 * Whether words may speak of sexual violence, in the languages of the lexicons. What else is said of such an incident, its
 * day and its place, could lead to whoever suffered it. So a part of a word is enough here to withhold that, though it
 * gives the incident no kind.
 */
export const mayBeSexualViolence = (text: string): boolean =>
  /sex|(^|\P{L})rap(e|ed|es|ing)(\P{L}|$)|(^|\P{L})viols?(\P{L}|$)|^violaci[oó]n(es)?$|сексу|изнасил|зґвалт|згвалт|جنسي|اغتصاب/iu.test(
    text,
  );
