import { connectionOf } from '../../graphql/page.type.js';
import { Location } from './location.type.js';

export const LocationConnection = connectionOf(() => Location, 'Location');
