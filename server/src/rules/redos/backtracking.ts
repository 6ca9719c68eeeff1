import { type CharSet, lineBreak, negate, overlap, word } from './charSet';
import { type Assertion, type Pattern, type PatternFlags, parsePattern } from './pattern';

/**
 * Whether a backtracking matcher can need exponential time: some loop can read one text in two ways,
 * and the match can fail behind it, so that it tries all combinations. Computed on the pattern's
 * position automaton (Glushkov): two paths from a state back to itself that read the same text. See
 * Weideman et al., "Analyzing matching time behavior of backtracking regular expression matchers by
 * using ambiguity of NFA", https://doi.org/10.1007/978-3-319-40946-7_27.
 *
 * @param whole the match must reach the end of the text, as in Java's `matches`.
 */
export function isExponential(text: string, flags: PatternFlags, whole = false): boolean {
  if (!repeatsGroup.test(text) || text.length > maxLength) return false;
  const parsed = parsePattern(text, flags);
  if (!parsed) return false;
  return (
    hasAmbiguousLoop(parsed.whole, whole) ||
    parsed.looks.some((look) => hasAmbiguousLoop(look, false))
  );
}

/** A loop that can be read in two ways holds more than one character: it is a group. */
export const repeatsGroup = /\)\s*[*+{]/;

const maxLength = 2000;
/** Sizes at which the analysis gives up and reports nothing. */
const maxPositions = 300;
const maxPairs = 40_000;
/** Repetitions up to this number are written out; more count as any number. */
const maxCopies = 6;

/** A place of the pattern that reads a character, and the assertions on the way to or from it. */
interface Entry {
  readonly position: number;
  readonly guards: readonly Assertion[];
}

interface Fragment {
  readonly first: readonly Entry[];
  readonly last: readonly Entry[];
  /** Guards of the empty match; undefined when it has none. */
  readonly empty: readonly Assertion[] | undefined;
}

class TooBig extends Error {}

class Automaton {
  readonly sets: CharSet[] = [];
  /** From a position, how many ways lead to each next one. */
  readonly next: Map<number, number>[] = [];

  build(pattern: Pattern, inAtomic = false): Fragment {
    switch (pattern.kind) {
      case 'set':
        return this.position(pattern.set);
      case 'assertion':
        return { first: [], last: [], empty: [pattern.is] };
      case 'atomic':
        return this.build(pattern.item, true);
      case 'sequence':
        return pattern.items.reduce<Fragment>(
          (before, item) => this.concat(before, this.build(item, inAtomic)),
          nothing,
        );
      case 'choice':
        return pattern.options.map((option) => this.build(option, inAtomic)).reduce(either);
      case 'repeat':
        return this.repeat(pattern.item, pattern.min, pattern.max, inAtomic);
    }
  }

  private position(set: CharSet): Fragment {
    if (this.sets.length >= maxPositions) throw new TooBig();
    const entry = { position: this.sets.length, guards: [] };
    this.sets.push(set);
    this.next.push(new Map());
    return { first: [entry], last: [entry], empty: undefined };
  }

  private concat(a: Fragment, b: Fragment): Fragment {
    this.connect(a.last, b.first);
    return {
      first: a.empty ? [...a.first, ...guarded(b.first, a.empty)] : a.first,
      last: b.empty ? [...b.last, ...guarded(a.last, b.empty)] : b.last,
      empty: a.empty && b.empty ? [...a.empty, ...b.empty] : undefined,
    };
  }

  private repeat(item: Pattern, min: number, max: number, inAtomic: boolean): Fragment {
    if (max === 0) return nothing;
    const optional = (of: Fragment): Fragment => ({ ...of, empty: [] });
    if (max === 1)
      return min === 0 ? optional(this.build(item, inAtomic)) : this.build(item, inAtomic);
    if (max <= maxCopies) {
      // a{2,4} is aa(a(a)?)?
      let rest: Fragment = nothing;
      for (let i = max; i > 0; i--) {
        const copies = this.concat(this.build(item, inAtomic), rest);
        rest = i > min ? optional(copies) : copies;
      }
      return rest;
    }
    const one = this.build(item, inAtomic);
    // A fixed number of repetitions can be split in one way only; so can what is never tried again.
    if (min !== max && !inAtomic) this.connect(one.last, one.first);
    return min === 0 ? optional(one) : one;
  }

  private connect(from: readonly Entry[], to: readonly Entry[]): void {
    for (const a of from) {
      for (const b of to) {
        if (!this.passes([...a.guards, ...b.guards], a.position, b.position)) continue;
        const ways = this.next[a.position]!;
        ways.set(b.position, (ways.get(b.position) ?? 0) + 1);
      }
    }
  }

  /** Whether text can go on from one position to another through these assertions. */
  private passes(guards: readonly Assertion[], from: number, to: number): boolean {
    const a = this.sets[from]!;
    const b = this.sets[to]!;
    return guards.every((guard) => allows(guard, a, b));
  }
}

/** Whether a character of one set and one of the other can stand on the two sides of an assertion. */
function allows(guard: Assertion, a: CharSet, b: CharSet): boolean {
  const [wordA, wordB] = [overlap(a, word), overlap(b, word)];
  const [otherA, otherB] = [overlap(a, notWord), overlap(b, notWord)];
  switch (guard) {
    case 'start':
      return overlap(a, lineBreak);
    case 'end':
      return overlap(b, lineBreak);
    case 'word':
      return (wordA && otherB) || (otherA && wordB);
    case 'not-word':
      return (wordA && wordB) || (otherA && otherB);
    case 'look':
      return true;
  }
}

const notWord = negate(word);
const nothing: Fragment = { first: [], last: [], empty: [] };

function guarded(entries: readonly Entry[], guards: readonly Assertion[]): readonly Entry[] {
  if (guards.length === 0) return entries;
  return entries.map((entry) => ({ ...entry, guards: [...entry.guards, ...guards] }));
}

function either(a: Fragment, b: Fragment): Fragment {
  return {
    first: [...a.first, ...b.first],
    last: [...a.last, ...b.last],
    empty:
      a.empty && b.empty
        ? a.empty.length <= b.empty.length
          ? a.empty
          : b.empty
        : (a.empty ?? b.empty),
  };
}

function hasAmbiguousLoop(pattern: Pattern, whole: boolean): boolean {
  const automaton = new Automaton();
  let fragment: Fragment;
  try {
    fragment = automaton.build(pattern);
  } catch (error) {
    if (error instanceof TooBig) return false;
    throw error;
  }
  const { sets, next } = automaton;
  const loops = components(sets.length, (position) => [...next[position]!.keys()]).filter(
    (loop) => loop.length > 1 || next[loop[0]!]!.has(loop[0]!),
  );
  return loops.some(
    (loop) => isAmbiguous(automaton, loop) && canFailBehind(automaton, fragment, loop, whole),
  );
}

/** Whether one text leads from a position of the loop back to it on two ways. */
function isAmbiguous({ sets, next }: Automaton, loop: readonly number[]): boolean {
  const inside = new Set(loop);
  for (const from of loop) {
    for (const [to, ways] of next[from]!) if (ways > 1 && inside.has(to)) return true;
  }
  if (loop.length < 2 || loop.length * loop.length > maxPairs) return false;
  const n = sets.length;
  const successors = (pair: number): number[] => {
    const [p, q] = [Math.floor(pair / n), pair % n];
    const out: number[] = [];
    for (const a of next[p]!.keys()) {
      if (!inside.has(a)) continue;
      for (const b of next[q]!.keys()) {
        if (inside.has(b) && overlap(sets[a]!, sets[b]!)) out.push(a * n + b);
      }
    }
    return out;
  };
  const isDiagonal = (pair: number) => Math.floor(pair / n) === pair % n;
  return components(
    n * n,
    successors,
    loop.map((position) => position * n + position),
  ).some((pairs) => pairs.some(isDiagonal) && !pairs.every(isDiagonal));
}

/** Whether the match can still fail when the loop has read its text. */
function canFailBehind(
  { sets, next }: Automaton,
  whole: Fragment,
  loop: readonly number[],
  toTheEnd: boolean,
): boolean {
  const inside = new Set(loop);
  if (!toTheEnd) {
    const leaves = whole.last.some(
      ({ position, guards }) => inside.has(position) && guards.length === 0,
    );
    if (leaves) return false;
  }
  // Behind it anything may follow up to the end: there is no text that does not match.
  const swallowsAll = whole.last.some(({ position, guards }) => {
    const set = sets[position]!;
    return (
      guards.every((guard) => guard === 'end') &&
      negate(set).length === 0 &&
      next[position]!.has(position) &&
      loop.some((from) => next[from]!.has(position))
    );
  });
  return !swallowsAll;
}

/** Strongly connected components (Tarjan), without recursion. */
function components(
  size: number,
  successors: (node: number) => readonly number[],
  roots?: readonly number[],
): number[][] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const onStack = new Set<number>();
  const stack: number[] = [];
  const found: number[][] = [];
  for (const root of roots ?? Array.from({ length: size }, (_, i) => i)) {
    if (index.has(root)) continue;
    const work: { node: number; next: readonly number[]; i: number }[] = [];
    const enter = (node: number) => {
      index.set(node, index.size);
      low.set(node, index.get(node)!);
      stack.push(node);
      onStack.add(node);
      work.push({ node, next: successors(node), i: 0 });
    };
    enter(root);
    while (work.length > 0) {
      const top = work[work.length - 1]!;
      const to = top.next[top.i++];
      if (to !== undefined) {
        if (!index.has(to)) enter(to);
        else if (onStack.has(to)) low.set(top.node, Math.min(low.get(top.node)!, index.get(to)!));
        continue;
      }
      work.pop();
      const above = work[work.length - 1];
      if (above) low.set(above.node, Math.min(low.get(above.node)!, low.get(top.node)!));
      if (low.get(top.node) !== index.get(top.node)) continue;
      const component: number[] = [];
      let node: number;
      do {
        node = stack.pop()!;
        onStack.delete(node);
        component.push(node);
      } while (node !== top.node);
      found.push(component);
    }
  }
  return found;
}
