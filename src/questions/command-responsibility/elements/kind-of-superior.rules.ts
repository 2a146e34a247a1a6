import { type Element, ONLY_A_COURT } from './element.rules.js';
import { commandInFactBeside } from './superior-status.rules.js';

/** Whether the person was a superior of the kind that the test is about: by the role of a post, or by command in fact. */
export const kindOfSuperior: Element<'posts' | 'commandInFact'> = {
  ceilings: {
    posts: { at: 'INDICATED', by: ONLY_A_COURT },
    commandInFact: { at: 'INDICATED', by: 'R29' },
  },
  assess(situation) {
    const { heldPosts, framework } = situation;
    const { roles = [], inFact = false, otherwise = '' } = framework.superiors ?? {};
    const posts = heldPosts.filter(({ role }) => roles.includes(role));
    const others = heldPosts.filter(({ role }) => !roles.includes(role));
    const commandInFact = inFact ? commandInFactBeside(situation, posts) : [];
    const isOther = posts.length + commandInFact.length === 0 && others.length > 0;
    return {
      supporting: { posts, commandInFact },
      against: [],
      context: others,
      because: [others.length > 0 && 'R29'],
      missing: [
        posts.length + commandInFact.length === 0 &&
          'Looked for a post, or command in fact, of the kind that this test is about, and found none.',
        isOther && `The posts that were found are of another kind. ${otherwise}`,
      ],
    };
  },
};
