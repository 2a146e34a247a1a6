import { connectionOf } from '../shared/page.type.js';
import { Unit } from './unit.type.js';

export const UnitConnection = connectionOf(() => Unit, 'Unit');
