import { COMMANDING_ROLES } from '../../model/command-words.js';
import { type Cover, type Days, dayAfter, piecesOf } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import { textOrder } from '../../model/order.js';
import type { CaseFile, PostingEntry } from '../case-file/case-file.rules.js';
import { knownRanges, type PostingOn, postingsOn } from '../case-file/cover.rules.js';
import { itemOf, refOf } from '../case-file/item.rules.js';
import { competingHolders, isOnDay, type PostOnDay, postsOnDay } from '../command/posts.rules.js';
import type { CommandersAnswer, Tenure, TenureOverlap } from './tenures.type.js';

/** Who commanded a unit through a window of days: every day is assessed, piece by piece, as a single day would be. */

export function tenuresBetween(
  file: CaseFile,
  unitId: string,
  window: Days,
): Pick<CommandersAnswer, 'tenures' | 'gaps' | 'overlaps'> {
  const isOfCommand = ({ atId, role }: PostingEntry) => atId === unitId && COMMANDING_ROLES.includes(role);
  const pieces = piecesOf(window, knownRanges(file, file.postings.filter(isOfCommand))).map((days) => ({
    ...days,
    posts: postsOnDay(postingsOn(file, days.from).filter((posting) => isOfCommand(posting) && isOnDay(posting))),
  }));
  const empty = pieces.filter(({ posts }) => posts.length === 0);
  return {
    tenures: tenuresIn(file, pieces),
    gaps: runs(empty, () => 'nobody').map(({ from, to }) => ({ from, to })),
    overlaps: overlapsIn(file, pieces),
  };
}

interface Piece extends Days {
  readonly posts: readonly PostOnDay<PostingOn>[];
}

interface PostDays extends Days {
  readonly post: PostOnDay<PostingOn>;
}

/** Pieces that follow one another without a break and have the same key. */
interface Run<P> extends Days {
  readonly first: P;
  readonly pieces: readonly P[];
}

function runs<P extends Days>(pieces: readonly P[], keyOf: (piece: P) => string): Run<P>[] {
  const found: Run<P>[] = [];
  for (const piece of pieces) {
    const before = found.at(-1);
    if (before && dayAfter(before.to) === piece.from && keyOf(before.first) === keyOf(piece))
      found.splice(-1, 1, { ...before, to: piece.to, pieces: [...before.pieces, piece] });
    else found.push({ from: piece.from, to: piece.to, first: piece, pieces: [piece] });
  }
  return found;
}

function tenuresIn(file: CaseFile, pieces: readonly Piece[]): Tenure[] {
  const days = pieces.flatMap(({ from, to, posts }) => posts.map((post) => ({ from, to, post })));
  const ofOneRole = [...groupBy(days, ({ post }) => `${post.personId} ${post.role}`).values()].flatMap((own) =>
    runs(own, () => 'held'),
  );
  return [...groupBy(ofOneRole, ({ first }) => first.post.personId).values()]
    .flatMap((own) => joined(own).map((through) => tenureOf(file, through)))
    .sort(
      (a, b) =>
        textOrder(a.from, b.from) ||
        textOrder(a.to, b.to) ||
        textOrder(a.person.id, b.person.id) ||
        textOrder(a.role, b.role),
    );
}

/** One role after the other without a break, such as acting commander and then commander, is one tenure. */
function joined(runsOfPerson: readonly Run<PostDays>[]): Run<PostDays>[] {
  const tenures: Run<PostDays>[] = [];
  for (const run of [...runsOfPerson].sort((a, b) => textOrder(a.from, b.from) || textOrder(a.to, b.to))) {
    const at = tenures.findIndex(({ to }) => dayAfter(to) === run.from);
    const before = tenures[at];
    if (before) tenures[at] = { ...before, to: run.to, pieces: [...before.pieces, ...run.pieces] };
    else tenures.push(run);
  }
  return tenures;
}

/** What a person held through some pieces without a break. */
function tenureOf(file: CaseFile, { from, to, first, pieces }: Run<PostDays>): Tenure {
  const isDisputed = ({ post }: PostDays) => post.postings.every(({ status }) => status === 'CONFLICT');
  const same = runs(pieces, (piece) => `${piece.post.role} ${piece.post.cover} ${isDisputed(piece)}`);
  return {
    person: refOf(file, first.post.personId),
    role: first.post.role,
    from,
    to,
    spans: same.map((span) => ({
      from: span.from,
      to: span.to,
      role: span.first.post.role,
      cover: span.first.post.cover,
      isDisputed: isDisputed(span.first),
    })),
    items: claimsOf(pieces).map((claim) => itemOf(file, claim, claim)),
  };
}

/** Each claim that held on one of the days, once, with its firmest cover. */
function claimsOf(through: readonly PostDays[]): PostingOn[] {
  const firmest = new Map<string, PostingOn>();
  for (const claim of through.flatMap(({ post }) => post.postings)) {
    const firmer = firmest.get(claim.id);
    if (!firmer || FIRMNESS.indexOf(claim.cover) < FIRMNESS.indexOf(firmer.cover)) firmest.set(claim.id, claim);
  }
  return [...firmest.values()].sort((a, b) => textOrder(a.range.first.min, b.range.first.min) || textOrder(a.id, b.id));
}

const FIRMNESS: readonly Cover[] = ['CITED', 'IMPRECISE', 'ASSUMED'];

function overlapsIn(file: CaseFile, pieces: readonly Piece[]): TenureOverlap[] {
  const peopleIn = ({ posts }: Piece) => [...new Set(posts.map(({ personId }) => personId))].sort();
  const several = pieces.filter((piece) => peopleIn(piece).length > 1);
  return runs(several, (piece) => peopleIn(piece).join(' ')).map(({ from, to, first, pieces: through }) => {
    const claims = through.flatMap(({ posts }) => posts.flatMap(({ postings }) => postings));
    const competing = from === to ? competingHolders(first.posts, from, ({ range }) => range) : first.posts;
    return {
      from,
      to,
      people: peopleIn(first).map((id) => refOf(file, id)),
      isConflict: competing.length > 0 && claims.some(({ status }) => status === 'CONFLICT'),
    };
  });
}
