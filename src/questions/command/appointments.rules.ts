import { COMMANDING_ROLES } from '../../model/command-words.js';
import type { CaseFile, IndicatorEntry, PostingEntry } from '../case-file/case-file.rules.js';

/** An appointment that no claim on the post goes with. */

export interface Appointment {
  readonly indicator: IndicatorEntry;
  readonly unitId: string;
}

/**
 * The orders that appointed a person to one unit, as far as they may hold on a day: evidence of a post in law, and no more.
 * An order gives way to claims on the person's own post in that unit: to a stated end before the day, to a stated start
 * after it, and to a post that is not of command.
 */
export function appointmentsOn(file: CaseFile, personId: string, day: string): Appointment[] {
  return file.indicators.flatMap((indicator) => {
    if (indicator.code !== 'FORMAL_APPOINTMENT' || indicator.polarity !== 'SUPPORTS' || indicator.onMin > day)
      return [];
    const concerned = (label: string) => indicator.concernsIds.filter((id) => file.entities.get(id)?.label === label);
    const [[person, ...otherPeople], [unitId, ...otherUnits]] = [concerned('Person'), concerned('Unit')];
    if (person !== personId || unitId === undefined || otherPeople.length + otherUnits.length > 0) return [];
    const posts = file.postings.filter((posting) => posting.personId === personId && posting.atId === unitId);
    return posts.some((posting) => replaces(posting, indicator, day)) ? [] : [{ indicator, unitId }];
  });
}

function replaces({ role, range }: PostingEntry, { onMin }: IndicatorEntry, day: string): boolean {
  const { first, firstHardness, last, lastHardness } = range;
  const ended = lastHardness === 'END' && last.max < day && last.max >= onMin;
  const notBegun = firstHardness === 'START' && first.min > day;
  return ended || notBegun || (!COMMANDING_ROLES.includes(role) && last.max >= onMin);
}
