/** Words of the vocabularies and reasons of the rules, as a person reads them. */

/** `ARMED_FORCES` as "armed forces". */
export const inWords = (word: string) => word.toLowerCase().replaceAll('_', ' ');

/** A reason as a sentence. */
export const sentence = (reason: string) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
