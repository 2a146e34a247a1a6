import { UNIT_KIND, words } from '../../../model/vocabulary.js';
import type { FtmEntity } from './ftm-entity.js';

/** What a schema of FollowTheMoney is to us. */

export type Kind =
  | 'people'
  | 'units'
  | 'bodies'
  | 'locations'
  | 'incidents'
  | 'findings'
  | 'reports'
  | 'position'
  | 'link'
  | 'part'
  | 'none'
  | 'unknown';

const DOCUMENTS = 'Document PlainText Pages HyperText Image Video Audio Table Workbook Article'.split(' ');
const ORGANIZATIONS = 'PublicBody Organization LegalEntity Company'.split(' ');
const LINKS = 'Occupancy Control Membership Directorship Employment UnknownLink'.split(' ');
/** What belongs to another entity, and is read with it. */
const PARTS = 'CourtCaseParty Documentation'.split(' ');
const CASES = 'CourtCase Note Sanction'.split(' ');

/** Schemata that exist, but hold nothing that the graph has a place for. */
const OTHERS = (
  'Airplane Analyzable Annotation Assessment Asset Associate BankAccount Call CallForTenders Contract ContractAward ' +
  'CryptoWallet Debt EconomicActivity Email Family Folder Identification Interest Interval ' +
  'License Mention Message Ownership Package Page Passport Payment Post Project ProjectParticipant RealEstate ' +
  'Representation Risk Security Similar Succession TaxRoll Thing Trip UserAccount Value Vehicle Vessel'
).split(' ');

/** What an entity is to us. An organization is a unit where it is military, or where we have called it one. */
export function kindOf(entity: FtmEntity): Kind {
  const { schema } = entity;
  if (schema === 'Person') return 'people';
  if (ORGANIZATIONS.includes(schema)) return organizationKind(entity);
  if (schema === 'Address' || schema === 'Territory') return 'locations';
  if (schema === 'Event') return 'incidents';
  if (schema === 'Position') return 'position';
  if (CASES.includes(schema)) return 'findings';
  if (DOCUMENTS.includes(schema)) return 'reports';
  if (LINKS.includes(schema)) return 'link';
  if (PARTS.includes(schema)) return 'part';
  return OTHERS.includes(schema) ? 'none' : 'unknown';
}

function organizationKind(entity: FtmEntity): Kind {
  if (/^(unit|org)-/.test(entity.id)) return 'units';
  if (entity.id.startsWith('body-')) return 'bodies';
  const classified = entity.values('classification').some((text) => (words(UNIT_KIND) as string[]).includes(text));
  if (classified || entity.values('topics').includes('mil')) return 'units';
  return ['PublicBody', 'Organization'].includes(entity.schema) ? 'bodies' : 'none';
}

const PREFIXES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  people: ['person'],
  units: ['unit', 'org'],
  bodies: ['body', 'org'],
  locations: ['location'],
  incidents: ['incident'],
  findings: ['finding'],
  reports: ['report'],
};

/** The prefix of the ids of a kind. */
export const prefixOf = (kind: Kind): string => PREFIXES[kind]?.[0] ?? '';

/** Whether an id has our own form, for one of these kinds. */
export const isOurs = (id: string, ...kinds: readonly Kind[]): boolean =>
  kinds.some((kind) =>
    PREFIXES[kind]?.some((prefix) => id.startsWith(`${prefix}-`) && /^[a-z]+-[a-z0-9][a-z0-9-]{0,90}$/.test(id)),
  );
