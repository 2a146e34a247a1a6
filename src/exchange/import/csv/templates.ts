import { stringify } from 'csv-stringify/sync';
import type { CsvColumn, Template } from './columns.js';
import { ENTITY_TEMPLATES } from './entity-templates.js';
import { FINDING_TEMPLATES } from './finding-templates.js';
import { INCIDENT_TEMPLATES } from './incident-templates.js';
import { INCIDENT_LINK_TEMPLATES, RELATION_TEMPLATES } from './relation-templates.js';

/** All templates by name, in the order in which one refers to the other, and the files that a researcher starts from. */
export const TEMPLATES = {
  ...ENTITY_TEMPLATES,
  ...RELATION_TEMPLATES,
  ...INCIDENT_TEMPLATES,
  ...INCIDENT_LINK_TEMPLATES,
  ...FINDING_TEMPLATES,
} satisfies Readonly<Record<string, Template>>;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name);

/** What is told of a column. */
export interface ColumnAbout {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
  readonly expected: string;
  readonly example: string;
}

/** The columns of each template, for documentation. */
export const TEMPLATE_COLUMNS: Readonly<Record<TemplateName, { about: string; columns: readonly ColumnAbout[] }>> =
  Object.fromEntries(
    Object.entries(TEMPLATES).map(([name, { about, columns }]) => [name, { about, columns: columns.map(aboutColumn) }]),
  ) as never;

function aboutColumn({ name, meaning, required, example, reader }: CsvColumn): ColumnAbout {
  return { name, meaning, required, expected: reader.expected, example };
}

/** Further rows of examples that the rows of other templates refer to. */
const FURTHER: { readonly [T in TemplateName]?: Readonly<Record<string, string>> } = {
  bodies: { id: 'body-vm-institute', name: 'Institute of Velmora', other_names: '', identifiers: '', facts: '' },
  incidents: {
    id: 'incident-vm-advance',
    title: 'Advance through the valley of the Brack',
    summary: '',
    last: '2022-03-12',
    identifiers: '',
    facts: '',
  },
  units: {
    id: 'org-vm-staff',
    name: 'General Staff of Velmora',
    other_names: '',
    body_kind: 'AUTHORITY',
    identifiers: '',
    facts: '',
  },
};

const lines = (rows: string[][]) => stringify(rows, { record_delimiter: 'windows' });

/** An empty template: its header row. */
export function templateOf(name: TemplateName): string {
  return lines([TEMPLATES[name].columns.map((column) => column.name)]);
}

/** The template with example rows; the examples of all templates make a small world together, which can be imported. */
export function exampleOf(name: TemplateName): string {
  const { columns }: Template = TEMPLATES[name];
  const further = FURTHER[name];
  const first = columns.map(({ example }) => example);
  const second = further && columns.map((column) => further[column.name] ?? column.example);
  return templateOf(name) + lines([first, ...(second ? [second] : [])]);
}
