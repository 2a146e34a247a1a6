import { fold } from './letters.js';

/** Words that tell names apart less than others do: forms of address, words between names, legal forms of organizations. */

// biome-ignore format: lists read best in rows
const SLIGHT = new Set(
  [
    // forms of address
    'mr', 'mrs', 'ms', 'miss', 'sir', 'dr', 'prof', 'professor', 'monsieur', 'madame', 'herr', 'frau', 'pan', 'pani', 'sheikh', 'shaikh', 'haji', 'hajji', 'mullah', 'president', 'général', 'general', 'präsident', 'пан', 'пані', 'господин', 'госпожа',
    // words between names
    'of', 'the', 'for', 'and', 'und', 'et', 'y', 'i', 'и', 'і', 'de', 'la', 'du', 'des', 'der', 'den', 'van', 'von', 'zu', 'al', 'el', 'ul', 'an', 'a', 'bin', 'ibn', 'ben', 'bint',
    // endings of numbers
    'st', 'nd', 'rd', 'th', 'й', 'я', 'ша', 'га', 'тя', 'та', 'ма', 'ий', 'ый', 'ая', 'ой',
    // legal forms of organizations
    'ab', 'ag', 'ao', 'as', 'bv', 'cjsc', 'co', 'company', 'companies', 'corp', 'corporation', 'gmbh', 'group', 'holding', 'holdings', 'inc', 'incorporated', 'jsc', 'joint', 'stock', 'kg', 'liability', 'limited', 'llc', 'llp', 'lp', 'ltd', 'na', 'nv', 'oao', 'ojsc', 'ooo', 'open', 'pao', 'pjsc', 'plc', 'private', 'pt', 'public', 'sa', 'sarl', 'sp', 'spa', 'srl', 'zao', 'zoo', 'aktiengesellschaft', 'gesellschaft', 'mit', 'beschränkter', 'haftung', 'ао', 'ат', 'зао', 'оао', 'ооо', 'пао', 'пат', 'прат', 'тов', 'акционерное', 'акціонерне', 'общество', 'товариство',
  ].map(fold),
);

export const isSlight = (folded: string): boolean => SLIGHT.has(folded);
