import { connectionOf } from '../../graphql/page.type.js';
import { Person } from './person.type.js';

export const PersonConnection = connectionOf(() => Person, 'Person');
