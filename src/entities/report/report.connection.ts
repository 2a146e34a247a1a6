import { Statement } from '../../graphql/citation.type.js';
import { connectionOf } from '../../graphql/page.type.js';
import { Report } from './report.type.js';

export const ReportConnection = connectionOf(() => Report, 'Report');
export const StatementConnection = connectionOf(() => Statement, 'Statement');
