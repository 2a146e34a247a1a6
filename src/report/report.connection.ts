import { Cited } from '../shared/citation.type.js';
import { connectionOf } from '../shared/page.type.js';
import { Report } from './report.type.js';

export const ReportConnection = connectionOf(() => Report, 'Report');
export const StatementConnection = connectionOf(() => Cited, 'Statement');
