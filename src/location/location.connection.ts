import { connectionOf } from '../shared/page.type.js';
import { Location } from './location.type.js';

export const LocationConnection = connectionOf(() => Location, 'Location');
