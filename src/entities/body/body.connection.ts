import { connectionOf } from '../../graphql/page.type.js';
import { Body } from './body.type.js';

export const BodyConnection = connectionOf(() => Body, 'Body');
