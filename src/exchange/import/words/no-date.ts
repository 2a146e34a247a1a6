/** The words by which tables say that something has no date. */

const NO_DATE =
  /^(undated|not dated|no date|unknown( date)?|n\.? ?d\.?|s\.? ?[adf]\.?|sans date|sin fecha|sem data|б\.? ?\/?д\.?|без дат[иы])$/iu;

/** Whether words such as `Undated`, `n.d.` or `б.д.` say that there is no date. */
export const saysNoDate = (text: string): boolean => NO_DATE.test(text.replace(/[()[\]]/g, '').trim());
