import { JournalEntry } from '../shared/change.type.js';
import { connectionOf } from '../shared/page.type.js';
import { Proposal } from './curation.type.js';

export const JournalEntryConnection = connectionOf(() => JournalEntry, 'JournalEntry');
export const ProposalConnection = connectionOf(() => Proposal, 'Proposal');
