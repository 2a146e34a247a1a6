import { type ExportRecord, linked, textOf } from '../export.rules.js';
import { dates, edge, type Mapping, one } from './mapped-entity.js';

/** Statements that tie people to units, and units to units and places. */

const COMMANDING = ['COMMAND', 'OPERATIONAL'];

const described = (record: ExportRecord) => ({ ...dates(record), description: [textOf(record.properties.note)] });

export const posting: Mapping = (record, around) => {
  const at = linked(record, 'AT');
  const { title, rank, role } = record.properties;
  const post = `${record.id}-position`;
  const where = at.map((id) => around.entities.get(id)?.name).join(', ');
  const occupancy = edge(
    record.id,
    'Occupancy',
    { holder: linked(record, 'OF'), post: at.length > 0 ? [post] : [] },
    { summary: [textOf(role), textOf(rank)], ...described(record) },
  );
  if (occupancy.length === 0) return [];
  return [...one(post, 'Position', { name: [textOf(title) ?? `${role}, ${where}`], organization: at }), ...occupancy];
};

/** `Control` is new in FollowTheMoney 4.11. */
export const commandLink: Mapping = (record, _around, profile) => {
  const kind = textOf(record.properties.kind) ?? '';
  const [below, above] = [linked(record, 'SUBORDINATE'), linked(record, 'SUPERIOR')];
  return profile === 'full' && COMMANDING.includes(kind)
    ? edge(
        record.id,
        'Control',
        { controller: above, controlled: below },
        { controlType: [kind], ...described(record) },
      )
    : edge(record.id, 'UnknownLink', { subject: below, object: above }, { role: [kind], ...described(record) });
};

export const positioning: Mapping = (record) =>
  edge(
    record.id,
    'UnknownLink',
    { subject: linked(record, 'OF'), object: linked(record, 'AT') },
    { role: [textOf(record.properties.kind)], ...described(record) },
  );
