/** Stands before the text of a table, so that Excel reads it as UTF-8; programs that read UTF-8 tables take it off. */
export const BYTE_ORDER_MARK = '\ufeff';
