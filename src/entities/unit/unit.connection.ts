import { connectionOf } from '../../graphql/page.type.js';
import { Unit } from './unit.type.js';

export const UnitConnection = connectionOf(() => Unit, 'Unit');
