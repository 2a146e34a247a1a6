import { nameIn } from '../../case-file/item.rules.js';
import { stronger } from '../grade.rules.js';
import type { Element } from './element.rules.js';
import { competingHolders, gradeOfPosts } from './posts.rules.js';

/** Whether the unit stood under the person: posts and links are matters of record, so no ceiling stands over them. */
export const subordination: Element<'chain'> = {
  ceilings: {},
  assess(situation) {
    const { file, held, way, notCommand, perpetrators, personId } = situation;
    const own = held.filter(({ atId }) => perpetrators.some(({ toId }) => toId === atId));
    const chain = stronger(gradeOfPosts(situation, own), way?.grade ?? 'NO_EVIDENCE');
    return {
      supporting: { chain: way ? [...way.links, ...own] : [] },
      against: competingHolders(situation, own),
      context: notCommand,
      because: [
        notCommand.some(({ kind }) => kind === 'COOPERATION') && 'R4',
        notCommand.some(({ kind }) => kind !== 'COOPERATION') && 'R20',
      ],
      gradesApart: { chain },
      missing: [
        perpetrators.length === 0 && 'No unit is named as the perpetrator, so no chain can be followed.',
        perpetrators.length > 0 &&
          way === null &&
          `Looked for links of command from the units named up to a unit that ${nameIn(file, personId)} commanded on ${situation.day}, and found none.`,
        notCommand.length > 0 && 'NOT_A_COMMAND_LINK: the only links found do not carry command.',
        way !== null &&
          chain !== 'ESTABLISHED_BY_SOURCES' &&
          'Two independent firm sources for each link between the unit and the person.',
      ],
    };
  },
};
