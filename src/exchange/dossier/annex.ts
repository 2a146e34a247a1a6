import type { Context } from '../../context.js';
import type { View } from '../../model/lens.js';
import { RecordPages } from '../export/export.loader.js';
import { iri, jsonLd, reference } from '../export/json-ld.js';
import { selectWithRequired } from '../export/required-datasets.js';
import type { Dossier } from './dossier.rules.js';
import type { DossierItem } from './exhibits.rules.js';

/**
 * The machine-readable annex: every record that a dossier names as linked data, with the number of each exhibit and the
 * assessment of each element. What no export may pass on is not in it.
 */
export async function annexOf(context: Context, view: View, dossier: Dossier): Promise<string> {
  const selection = await selectWithRequired(context.reader, undefined, view);
  const pages = new RecordPages(context.reader, selection.view);
  const parts: string[] = [];
  for await (const part of jsonLd(selection.about, pages.some(idsIn(dossier)), besideRecords(dossier)))
    parts.push(part);
  return parts.join('');
}

const NAMES_A_RECORD = ['id', 'reportId', 'publisherId'];

/** The ids of all records that a dossier names, wherever they stand. */
function idsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return NAMES_A_RECORD.includes(key) ? [value] : [];
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => idsIn(one)))];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.entries(value).flatMap(([name, inner]) => idsIn(inner, name)))];
}

/** The document itself, its exhibits by number, and the assessment of each element. */
function besideRecords(dossier: Dossier): object[] {
  const { about, incident, people, frameworks, days, exhibits, basis, madeBy, madeOn } = dossier;
  const document = about === 'PERSON' ? `dossier ${people[0]?.person.id} ${incident.id}` : `case ${incident.id}`;
  return [
    {
      '@id': iri(document),
      '@type': ['schema:CreativeWork', about === 'PERSON' ? 'ag:Dossier' : 'ag:CaseFile'],
      'ag:incident': reference(incident.id),
      'ag:people': people.map(({ person }) => reference(person.id)),
      'ag:frameworks': frameworks.map(({ name }) => name),
      'ag:assessedFrom': days.from,
      'ag:assessedTo': days.to,
      'ag:contentHash': basis.contentHash,
      'schema:dateCreated': madeOn,
      'schema:creator': `${madeBy.name} ${madeBy.version}`,
    },
    ...exhibits.map(({ reportId, number }) => ({ '@id': iri(reportId), 'ag:exhibit': number })),
    ...people.flatMap(({ person, matrices }) =>
      matrices.flatMap(({ framework, elements }) =>
        elements.map(({ element, grade, holdsFor, supporting, weighingAgainst, missing }) => ({
          '@id': iri([document, person.id, framework, element].join(' ')),
          '@type': 'ag:Assessment',
          'ag:person': reference(person.id),
          'ag:framework': framework,
          'ag:element': element,
          'ag:grade': grade,
          'ag:holdsFor': holdsFor.map(({ from, to }) => `${from}/${to}`),
          'ag:supporting': referencesTo(supporting),
          'ag:weighingAgainst': referencesTo(weighingAgainst),
          'ag:missing': missing,
        })),
      ),
    ),
  ];
}

const referencesTo = (items: readonly DossierItem[]) => items.map(({ id }) => reference(id));
