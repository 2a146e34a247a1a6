import { connectionOf } from '../shared/page.type.js';
import { Person } from './person.type.js';

export const PersonConnection = connectionOf(() => Person, 'Person');
