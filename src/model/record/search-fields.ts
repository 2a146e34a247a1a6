import { fold } from '../names/letters.js';
import { searchText, searchTextOfName } from '../names/search-text.js';

/** What search, filters and orders keep of a record beside what it states. */

/** The facts about an incident that search and filters read, for they stand in for its own words. */
export const SEARCHED_FACTS = ['TITLE', 'SUMMARY', 'MEANS'] as const;

type Texts = Readonly<Record<string, unknown>>;
type Derived = Readonly<Record<string, string | string[]>>;

/** The properties derived from a record's texts, by its label; none where no search reads them. */
export function searchFields(label: string, { value, title, summary, means, property }: Texts): Derived {
  switch (label) {
    case 'Name':
      return { sortKey: fold(String(value)), searchText: searchTextOfName(String(value)) };
    case 'Report':
      return { sortKey: fold(String(title)), searchText: searchText(String(title)) };
    case 'Incident':
    case 'Finding': {
      const text = [title, ...(summary == null ? [] : [summary])].join('\n');
      return {
        sortKey: fold(String(title)),
        searchText: searchText(text),
        foldedText: fold(text),
        ...(Array.isArray(means) && means.length > 0 && { foldedMeans: means.map((one) => fold(String(one))) }),
      };
    }
    case 'Fact':
      return (SEARCHED_FACTS as readonly unknown[]).includes(property)
        ? {
            foldedText: fold(String(value)),
            ...(property !== 'MEANS' && { searchText: searchText(String(value)) }),
          }
        : {};
    default:
      return {};
  }
}

/** Their names: they are no part of what a record states. */
export const SEARCH_FIELDS = ['sortKey', 'searchText', 'foldedText', 'foldedMeans'] as const;
