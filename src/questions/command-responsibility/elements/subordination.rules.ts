import { nameIn } from '../../case-file/item.rules.js';
import { stronger, weaker } from '../grade.rules.js';
import type { Element } from './element.rules.js';
import { competingPostings, gradeOfAppointments, gradeOfPosts, unitsOf } from './posts.rules.js';

/** Whether the unit stood under the person: posts and links are matters of record, so no ceiling stands over them. */
export const subordination: Element<'chain' | 'appointments'> = {
  ceilings: { appointments: { at: 'INDICATED', by: 'R2' } },
  assess(situation) {
    const { file, heldPosts, path, nonCommandLinks, perpetrators, personId } = situation;
    const own = heldPosts.filter(({ atId }) => perpetrators.some(({ toId }) => toId === atId));
    const isByAppointment = path !== null && !heldPosts.some(({ atId }) => path.unitIds.includes(atId));
    const orders = isByAppointment ? situation.appointments.filter(({ unitId }) => path.unitIds.includes(unitId)) : [];
    const units = [...unitsOf(own), ...orders.map(({ unitId }) => unitId)];
    const chain = isByAppointment
      ? 'NO_EVIDENCE'
      : stronger(gradeOfPosts(situation, own), path?.grade ?? 'NO_EVIDENCE');
    const byAppointment = isByAppointment
      ? weaker(path.grade ?? 'ESTABLISHED_BY_SOURCES', gradeOfAppointments(situation))
      : 'NO_EVIDENCE';
    return {
      supporting: {
        chain: path ? [...path.links, ...own] : [],
        appointments: orders.map(({ indicator }) => indicator),
      },
      against: competingPostings(situation, units),
      context: nonCommandLinks,
      because: [
        nonCommandLinks.some(({ kind }) => kind === 'COOPERATION') && 'R4',
        nonCommandLinks.some(({ kind }) => kind !== 'COOPERATION') && 'R20',
      ],
      gradesApart: { chain, appointments: byAppointment },
      missing: [
        perpetrators.length === 0 && 'No unit is named as the perpetrator, so no chain can be followed.',
        perpetrators.length > 0 &&
          path === null &&
          `Looked for links of command from the units named up to a unit that ${nameIn(file, personId)} commanded on ${situation.day}, and found none.`,
        nonCommandLinks.length > 0 && 'NOT_A_COMMAND_LINK: the only links found do not carry command.',
        path !== null &&
          chain !== 'ESTABLISHED_BY_SOURCES' &&
          'Two independent firm sources for each link between the unit and the person.',
      ],
    };
  },
};
