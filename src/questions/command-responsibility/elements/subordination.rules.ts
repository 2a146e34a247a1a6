import { nameIn } from '../../case-file/item.rules.js';
import { stronger, weaker } from '../grade.rules.js';
import type { Element } from './element.rules.js';
import { competingPostings, gradeOfAppointments, gradeOfPosts, unitsOf } from './posts.rules.js';

/** Whether the unit stood under the person: posts and links are matters of record, so no ceiling stands over them. */
export const subordination: Element<'chain' | 'appointments'> = {
  ceilings: { appointments: { at: 'INDICATED', by: 'R2' } },
  assess(situation) {
    const { file, forces, heldPosts, path, paths, nonCommandLinks, perpetrators, personId } = situation;
    const own = heldPosts.filter(({ atId }) => forces.some(({ toId }) => toId === atId));
    const orders = situation.appointments.filter(({ unitId }) => paths.byAppointment?.unitIds.includes(unitId));
    const chain = stronger(gradeOfPosts(situation, own), paths.byPost?.grade ?? 'NO_EVIDENCE');
    const appointed = weaker(
      paths.byAppointment?.grade ?? 'ESTABLISHED_BY_SOURCES',
      gradeOfAppointments(situation, orders),
    );
    return {
      supporting: {
        chain: paths.byPost ? [...paths.byPost.links, ...own] : [],
        appointments: paths.byAppointment
          ? [...paths.byAppointment.links, ...orders.map(({ indicator }) => indicator)]
          : [],
      },
      against: competingPostings(situation, unitsOf(own)),
      context: nonCommandLinks,
      because: [
        nonCommandLinks.some(({ kind }) => kind === 'COOPERATION') && 'R4',
        nonCommandLinks.some(({ kind }) => kind !== 'COOPERATION') && 'R20',
      ],
      gradesApart: { chain, appointments: appointed },
      missing: [
        perpetrators.length === 0 && 'No unit is named as the perpetrator, so no chain can be followed.',
        perpetrators.length > 0 &&
          path === null &&
          `Looked for links of command from the units named up to a unit that ${nameIn(file, personId)} commanded ${situation.daysInWords}, and found none.`,
        nonCommandLinks.length > 0 && 'NOT_A_COMMAND_LINK: the only links found do not carry command.',
        path !== null &&
          chain !== 'ESTABLISHED_BY_SOURCES' &&
          'Two independent firm sources for each link between the unit and the person.',
      ],
    };
  },
};
