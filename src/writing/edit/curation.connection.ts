import { JournalEntry } from '../../graphql/change.type.js';
import { connectionOf } from '../../graphql/page.type.js';
import { Proposal } from './curation.type.js';

export const JournalEntryConnection = connectionOf(() => JournalEntry, 'JournalEntry');
export const ProposalConnection = connectionOf(() => Proposal, 'Proposal');
