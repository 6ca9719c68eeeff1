import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkModule } from '../../ir/check';
import { dump } from '../../ir/dump';
import type { Module, Node } from '../../ir/types';
import { walk } from '../../ir/walk';
import type { GrammarId } from '../../parsing/flatTree';
import { createParsing, type Grammar } from '../../parsing/parsing';
import { loadWasm } from '../../testing/analysis';
import { javascriptFrontEnd, typescriptFrontEnd } from './frontEnd';

const repository = path.resolve(__dirname, '../../../..');
const grammars = new Map<GrammarId, Grammar>();

beforeAll(async () => {
  const parsing = await createParsing(loadWasm);
  for (const id of ['javascript', 'typescript', 'tsx'] as const) {
    grammars.set(id, await parsing.load(id));
  }
});

function lower(text: string, id: GrammarId = 'javascript'): Module {
  const document = grammars.get(id)!.open(text);
  const frontEnd = id === 'javascript' ? javascriptFrontEnd : typescriptFrontEnd;
  const module = frontEnd.lower(document.tree);
  document.dispose();
  expect(checkModule(module)).toEqual([]);
  return module;
}

/** One line for each statement of a text without errors; `Unknown` nodes must be announced. */
function dumped(text: string, id: GrammarId = 'javascript', unknown = 0): string {
  const module = lower(text, id);
  expect(module.errors).toEqual([]);
  expect(module.counts.unknown).toBe(unknown);
  return `\n${module.body.map(dump).join('\n')}\n`;
}

/** The same for text that is being typed. */
function torn(text: string, id: GrammarId = 'javascript'): string {
  const module = lower(text, id);
  expect(module.errors).not.toEqual([]);
  return `\n${module.body.map(dump).join('\n')}\n`;
}

function find<K extends Node['kind']>(module: Module, kind: K): Extract<Node, { kind: K }>[] {
  const found: Extract<Node, { kind: K }>[] = [];
  walk(module, (node) => {
    if (node.kind === kind) found.push(node as Extract<Node, { kind: K }>);
  });
  return found;
}

describe('strings', () => {
  it('makes one node of a concatenation', () => {
    expect(
      dumped("q = 'a' + (b + `x${c}`) + d;\na + b + 'x' + (c + d);\n('p' + q) + r"),
    ).toMatchInlineSnapshot(`
      "
      (expr (assign (name q) (string concat (literal "a") (name b) (literal "x") (name c) (name d))))
      (expr (string concat (name a) (name b) (literal "x") (binary + (name c) (name d))))
      (expr (string concat (literal "p") (name q) (name r)))
      "
    `);
    expect(
      dumped("'a'.concat(b, `c${d}`);\n'a'.concat(...b);\na.concat(b)"),
    ).toMatchInlineSnapshot(`
      "
      (expr (string concat (literal "a") (name b) (literal "c") (name d)))
      (expr (call (member .concat (literal "a")) (name b)))
      (expr (call (member .concat (name a)) (name b)))
      "
    `);
    expect(
      dumped("a + b + 1; 'use ' + 'strict'; s += 'a' + b; ['a', x].join('')"),
    ).toMatchInlineSnapshot(`
      "
      (expr (binary + (binary + (name a) (name b)) (literal 1)))
      (expr (string concat (literal "use ") (literal "strict")))
      (expr (assign += (name s) (string concat (literal "a") (name b))))
      (expr (call (member .join (list list (literal "a") (name x))) (literal "")))
      "
    `);
  });

  it('reads templates', () => {
    expect(
      dumped('`a${b}c${`d${e}`}`; `plain`; ``; sql`x ${y}`; a.tag`t`; String.raw`\\n`'),
    ).toMatchInlineSnapshot(`
      "
      (expr (string template (literal "a") (name b) (literal "c") (string template (literal "d") (name e))))
      (expr (literal "plain"))
      (expr (literal ""))
      (expr (call (name sql) (string template (literal "x ") (name y))))
      (expr (call (member .tag (name a)) (literal "t")))
      (expr (call (member .raw (name String)) (literal "\\n")))
      "
    `);
    const call = find(lower('a.sql`x ${y}`'), 'call')[0]!;
    expect(call).toMatchObject({ tagged: true, argsSpan: { start: 5, end: 13 } });
  });

  it('cooks escapes and keeps the span of the source without quotes', () => {
    const text = String.raw`'\u{1F600}\x41\u0042\n\'\0\
-'`;
    const literal = find(lower(text), 'literal')[0]!;
    expect(literal.value).toBe("😀AB\n'\0-");
    expect(text.slice(literal.start, literal.end)).toBe(text.slice(1, -1));
    const parts = find(lower('x = `a\\t${ b } c`'), 'string')[0]!.parts;
    expect(parts.map(({ start, end }) => [start, end])).toEqual([
      [5, 8],
      [11, 12],
      [14, 16],
    ]);
  });

  it('keeps a chain of 10,000 operands flat', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => `a${i}`).join(' + ');
    const built = find(lower(`x = '' + ${chain}`), 'string');
    expect(built).toHaveLength(1);
    expect(built[0]!.parts).toHaveLength(10_001);
    const sum = find(lower(`x = ${chain}`), 'unknown')[0]!;
    expect(sum.children).toHaveLength(10_000);
    const or = lower(`x = ${chain.replaceAll('+', '||')}`);
    expect(find(or, 'name')).toHaveLength(10_001);
  });
});

describe('expressions', () => {
  it('reads literals', () => {
    expect(
      dumped('0x1F; 0b11; 0o17; 1_000; 10n; .5e3; /a[/]b/gi; undefined; null; true; false'),
    ).toMatchInlineSnapshot(`
      "
      (expr (literal 31))
      (expr (literal 3))
      (expr (literal 15))
      (expr (literal 1000))
      (expr (literal 10))
      (expr (literal 500))
      (expr (literal /a[/]b/gi))
      (expr (literal "undefined"))
      (expr (literal "null"))
      (expr (literal true))
      (expr (literal false))
      "
    `);
    expect(find(lower('/a/g; "a"'), 'literal').map(({ regex }) => regex)).toEqual([
      true,
      undefined,
    ]);
  });

  it('reads members, calls and constructors', () => {
    expect(
      dumped(
        'a?.b?.[c]?.(d); a.#p; new A; new A.B(1, ...x); import("m"); import.meta.url; new.target; super.x()',
      ),
    ).toMatchInlineSnapshot(`
      "
      (expr (call (index (member .b (name a)) (name c)) (name d)))
      (expr (member .#p (name a)))
      (expr (call new (name A)))
      (expr (call new (member .B (name A)) (literal 1) (name x)))
      (expr (call (name import) (literal "m")))
      (expr (member .url (name import.meta)))
      (expr (name new.target))
      (expr (call (member .x (name super))))
      "
    `);
    const call = find(lower('a.b(c)'), 'call')[0]!;
    expect(call).toMatchObject({
      argsSpan: { start: 3, end: 6 },
      callee: { propertySpan: { start: 2, end: 3 } },
    });
  });

  it('reads operators', () => {
    expect(
      dumped(
        'a == b; a !== b; a in b; #p in o; a instanceof B; a >>> b; a ?? b; a ** b; a ? b : c; (a, b, c)',
      ),
    ).toMatchInlineSnapshot(`
      "
      (expr (binary === (name a) (name b)))
      (expr (binary !== (name a) (name b)))
      (expr (binary in (name a) (name b)))
      (expr (binary in (literal "#p") (name o)))
      (expr (binary instanceof (name a) (name B)))
      (expr (binary >>> (name a) (name b)))
      (expr (binary ?? (name a) (name b)))
      (expr (binary ** (name a) (name b)))
      (expr (conditional (name a) (name b) (name c)))
      (expr (sequence (name a) (name b) (name c)))
      "
    `);
    expect(
      dumped(
        '!x; -1; typeof x; void 0; delete o.p; i++; --j; async () => await x; function* g() { yield; yield a; yield* b; }',
      ),
    ).toMatchInlineSnapshot(`
      "
      (expr (unary ! (name x)))
      (expr (unary - (literal 1)))
      (expr (unary typeof (name x)))
      (expr (unary void (literal 0)))
      (expr (unary delete (member .p (name o))))
      (expr (unary ++ (name i)))
      (expr (unary -- (name j)))
      (expr (function async (block (return (name x)))))
      (function-decl g generator (block (expr (unary yield (literal "undefined"))) (expr (unary yield (name a))) (expr (unary yield (name b)))))
      "
    `);
  });

  it('reads assignments and destructuring', () => {
    expect(
      dumped('x = 1; x ??= 1; a.b &&= c; a[b] **= 2; [a, b.c] = [d, e]; ({ x, y: z.w = 1 } = o)'),
    ).toMatchInlineSnapshot(`
      "
      (expr (assign (name x) (literal 1)))
      (expr (assign ??= (name x) (literal 1)))
      (expr (assign &&= (member .b (name a)) (name c)))
      (expr (assign **= (index (name a) (name b)) (literal 2)))
      (expr (assign (list-pattern (name a) (member .c (name b))) (list list (name d) (name e))))
      (expr (assign (map-pattern (name x) (member .w (name z)) (literal 1)) (name o)))
      "
    `);
    const source =
      "const { a, b: { c = 1 }, ['k']: d, 'e-f': g, [h]: i, j = 2, ...rest } = x, [p, , q = 3, ...r] = y";
    expect(dumped(source)).toMatchInlineSnapshot(`
      "
      (expr (assign const (map-pattern (name a) (map-pattern (name c) (literal 1)) (name d) (name g) (name i) (name j) (literal 2) (name rest)) (name x)))
      (expr (assign const (list-pattern (name p) (name q) (literal 3) (name r)) (name y)))
      "
    `);
    const elements = find(lower(source), 'map-pattern')[0]!.elements;
    expect(elements.map(({ key, rest }) => rest ?? key)).toEqual([
      'a',
      'b',
      'k',
      'e-f',
      undefined,
      'j',
      true,
    ]);
    expect(
      find(lower(source), 'list-pattern')[0]!.elements.map(({ target }) => target?.kind),
    ).toEqual(['name', undefined, 'name', 'name']);
  });

  it('reads objects, lists and functions', () => {
    expect(
      dumped(
        "({ a, 'b': 1, [c]: 2, ...d, get e() { return 1 }, async *f() {}, 3: 4, 'g-h'() {}, [i]() {} })",
      ),
    ).toMatchInlineSnapshot(`
      "
      (expr (map (literal "a") (name a) (literal "b") (literal 1) (name c) (literal 2) (name d) (literal "e") (function e (block (return (literal 1)))) (literal "f") (function f async generator (block)) (literal 3) (literal 4) (literal "g-h") (function g-h (block)) (name i) (function [i] (block))))
      "
    `);
    expect(
      dumped(
        '[1, , ...a]; x => x; async ({ a }, [b], c = 1, ...d) => ({ e: a }); (function* named() {}); (class A extends B {})',
      ),
    ).toMatchInlineSnapshot(`
      "
      (expr (list list (literal 1) (name a)))
      (expr (function (name x) (block (return (name x)))))
      (expr (function async (map-pattern (name a)) (list-pattern (name b)) (name c) (literal 1) (name d) (block (return (map (literal "e") (name a))))))
      (expr (function named generator (block)))
      (expr (class A (name B)))
      "
    `);
  });

  it('reads JSX as the list of its values', () => {
    const source =
      'x = <div className="a" id={b} {...p}>text {c} <B.C d={<i />} />{/* e */}</div>; y = <>{f && <b />}</>';
    expect(dumped(source)).toMatchInlineSnapshot(`
      "
      (expr (assign (name x) (list list (name b) (name p) (name c) (list list (list list)))))
      (expr (assign (name y) (list list (binary && (name f) (list list)))))
      "
    `);
    expect(dumped(source, 'tsx')).toBe(dumped(source));
  });
});

describe('statements', () => {
  it('reads loops and branches', () => {
    expect(
      dumped(
        'for (const [k, v] of m) f(k);\nfor (var k in o) ;\nfor await (x.y of z) {}\nfor (let i = 0, n = 3; i < n; i++) {}\nfor (;;) break;\na: while (b) continue a;\ndo c(); while (d)',
      ),
    ).toMatchInlineSnapshot(`
      "
      (loop (list-pattern (name k) (name v)) (name m) (block (expr (call (name f) (name k)))))
      (loop (name k) (name o) (block))
      (loop (member .y (name x)) (name z) (block))
      (loop (block (expr (assign let (name i) (literal 0))) (expr (assign let (name n) (literal 3)))) (binary < (name i) (name n)) (unary ++ (name i)) (block))
      (loop (block (jump break)))
      (loop (name b) (block (jump continue)))
      (loop (name d) (block (expr (call (name c)))))
      "
    `);
    expect(
      find(lower('for (a in b); for (a of b);'), 'loop').map(({ iterates }) => iterates),
    ).toEqual(['keys', 'values']);
    expect(
      dumped(
        'if (a) b(); else if (c) { d() } else e();\nswitch (x) { case 1: case "b": f(); break; default: { g() } }',
      ),
    ).toMatchInlineSnapshot(`
      "
      (if (name a) (block (expr (call (name b)))) (block (if (name c) (block (expr (call (name d)))) (block (expr (call (name e)))))))
      (switch (name x) (literal 1) (literal "b") (expr (call (name f))) (jump break) (block (expr (call (name g)))))
      "
    `);
  });

  it('reads jumps, exceptions and the rest', () => {
    expect(
      dumped(
        'function f() { return } function g() { return 1 } throw new Error("x");\ntry { a() } catch { b() } finally { c() }\ntry { a() } catch ({ message }) { b() }\ndebugger; ; with (o) { p } { q }\nusing r = open()',
      ),
    ).toMatchInlineSnapshot(`
      "
      (function-decl f (block (return)))
      (function-decl g (block (return (literal 1))))
      (throw (call new (name Error) (literal "x")))
      (try (block (expr (call (name a)))) (block (expr (call (name b)))) (block (expr (call (name c)))))
      (try (block (expr (call (name a)))) (map-pattern (name message)) (block (expr (call (name b)))))
      (expr (name o))
      (block (expr (name p)))
      (block (expr (name q)))
      (expr (assign const (name r) (call (name open))))
      "
    `);
  });

  it('reads imports and exports', () => {
    expect(
      dumped(
        `import d, { a as b, 'str' as s } from 'm'; import * as n from "k"; import 'side'; import j from './x.json' with { type: 'json' }`,
      ),
    ).toMatchInlineSnapshot(`
      "
      (import m default:d a:b str:s)
      (import k *:n)
      (import side)
      (import ./x.json default:j)
      "
    `);
    expect(
      dumped(
        `export { a as b, c }; export * from 'm'; export * as ns from 'n'; export { default } from 'z'; export default x; export default function () {}\nexport default class {}\nexport const z = 1; export async function f() {}`,
      ),
    ).toMatchInlineSnapshot(`
      "
      (export a:b c:c)
      (export)
      (export)
      (export default:default)
      (export (expr (name x)))
      (export (expr (function (block))))
      (export (expr (class)))
      (export (expr (assign const (name z) (literal 1))))
      (export (function-decl f async (block)))
      "
    `);
    expect(
      dumped('exports.x = x; module.exports = { y }; const z = require("z")'),
    ).toMatchInlineSnapshot(`
      "
      (expr (assign (member .x (name exports)) (name x)))
      (expr (assign (member .exports (name module)) (map (literal "y") (name y))))
      (expr (assign const (name z) (call (name require) (literal "z"))))
      "
    `);
  });

  it('reads classes', () => {
    const source =
      "class A extends B { #p = 1; static s = 2; static { f(); } get x() { return this.#p } static async *m() {} 'quoted'() {} [k]() {} 42() {} constructor() { super(1) } 'r s' = t; [u] = v; @dec w = 1; @dec() y() {} }";
    expect(dumped(source)).toMatchInlineSnapshot(`
      "
      (class-decl A (name B) (expr (assign let (name #p) (literal 1))) (expr (assign let (name s) (literal 2))) (block (expr (call (name f)))) (expr (name k)) (expr (assign let (name r s) (name t))) (expr (name u)) (expr (assign let (name [u]) (name v))) (expr (name dec)) (expr (assign let (name w) (literal 1))) (block (return (member .#p (name this)))) (block) (block) (block) (block) (block (expr (call (name super) (literal 1)))) (call (name dec)) (block))
      "
    `);
    const { methods } = find(lower(source), 'class-decl')[0]!.cls;
    expect(
      methods.map(
        ({ name, isStatic, isAsync, isGenerator }) =>
          `${name}${isStatic ? ' static' : ''}${isAsync ? ' async' : ''}${isGenerator ? ' *' : ''}`,
      ),
    ).toEqual(['x', 'm static async *', 'quoted', '[k]', '42', 'constructor', 'y']);
    expect(methods.at(-1)!.decorators).toHaveLength(1);
  });

  it('puts decorators in front of export on the class', () => {
    expect(
      dumped(
        '@a() export default class {}\n@a @b export class C { @c d() {} }\nexport @a class D {}',
      ),
    ).toMatchInlineSnapshot(`
      "
      (export (expr (class (call (name a)))))
      (export (class-decl C (name a) (name b) (name c) (block)))
      (export (class-decl D (name a)))
      "
    `);
    expect(torn('@a export function f( { g() }')).toMatchInlineSnapshot(`
      "
      (unknown ERROR (name a) (name f) (literal "g"))
      "
    `);
  });

  it('collects comments', () => {
    expect(
      lower('#!/usr/bin/env node\n// a\n/* b */ f(/** c\n * d */ x)\n').comments.map(
        ({ text }) => text,
      ),
    ).toEqual(['a', 'b', 'c\n * d']);
  });
});

describe('TypeScript', () => {
  it('leaves types out', () => {
    expect(
      dumped(
        "type A = string; interface B extends C { x: number }\ndeclare const z: string; declare function q(): void; declare module 'x' { export const y: number }\ndeclare global { interface W { x: 1 } } function over(a: string): void;\nimport type D from 'd'; export type { D }; export interface E {}",
        'typescript',
      ),
    ).toMatchInlineSnapshot(`
      "
      (import d default:D)
      (export D:D)
      (export)
      "
    `);
    expect(
      dumped(
        '<any>a; b as string as unknown; c!; d satisfies T; f<string>(x); new Map<string, number>(); h<string>;\n(x as any).y = 1; (<any>x)[z]! += 2; a!.b!.c',
        'typescript',
      ),
    ).toMatchInlineSnapshot(`
      "
      (expr (name a))
      (expr (name b))
      (expr (name c))
      (expr (name d))
      (expr (call (name f) (name x)))
      (expr (call new (name Map)))
      (expr (name h))
      (expr (assign (member .y (name x)) (literal 1)))
      (expr (assign += (index (name x) (name z)) (literal 2)))
      (expr (member .c (member .b (name a))))
      "
    `);
    expect(
      dumped(
        'function f<T extends A>(this: Foo, a: string, b?: number, c = 1, ...d: string[]): asserts a is string { return a }\nlet g = async <T,>(x: T): Promise<T> => x, [p, q]: [number, string] = y;\ntry { } catch (e: unknown) { f(e) }',
        'typescript',
      ),
    ).toMatchInlineSnapshot(`
      "
      (function-decl f (name a) (name b) (name c) (literal 1) (name d) (block (return (name a))))
      (expr (assign let (name g) (function async (name x) (block (return (name x))))))
      (expr (assign let (list-pattern (name p) (name q)) (name y)))
      (try (block) (name e) (block (expr (call (name f) (name e)))))
      "
    `);
  });

  it('keeps the text of types that are written', () => {
    const module = lower(
      'let a: express.Request = b; function f(c: Pool): Promise<D> {}',
      'typescript',
    );
    expect(find(module, 'assign')[0]!.type).toBe('express.Request');
    const { fn } = find(module, 'function-decl')[0]!;
    expect([fn.params[0]!.type, fn.returnType]).toEqual(['Pool', 'Promise<D>']);
  });

  it('reads enums, namespaces, import = and export =', () => {
    expect(
      dumped(
        "enum Color { Red, Green = 'g', Blue = f(1), 'q-r' } const enum E { A = 4, B }\nnamespace N.M { export const a = 1 } module Old { let b }\nimport fs = require('fs'); import A = B.C; export = foo; export import D = B.E; export enum F { G }",
        'typescript',
      ),
    ).toMatchInlineSnapshot(`
      "
      (expr (assign const (name Color) (map (literal "Red") (literal 0) (literal "Green") (literal "g") (literal "Blue") (call (name f) (literal 1)) (literal "q-r") (unknown MISSING))))
      (expr (assign const (name E) (map (literal "A") (literal 4) (literal "B") (literal 5))))
      (block (export (expr (assign const (name a) (literal 1)))))
      (block (expr (assign let (name b))))
      (import fs *:fs)
      (expr (assign const (name A) (member .C (name B))))
      (export (expr (name foo)))
      (export (expr (assign const (name D) (member .E (name B)))))
      (export (expr (assign const (name F) (map (literal "G") (literal 0)))))
      "
    `);
  });

  it('reads classes with decorators and parameter properties', () => {
    const source =
      "@Controller('x') export class S<T> extends Base<T>(mixin) implements I { @Inject() private readonly x: Foo = 1; y!: string; declare z: number; constructor(private readonly db: Pool, @Body() public b: string, plain: number) { super() } @Get(':id') async find(@Param('id') id: string): Promise<void> {} abstract foo(): void; [key: string]: any; over(a?: string): void {} }\nabstract class Q { abstract x: string; protected abstract m(): void; accessor n = 1; static #o?: number }";
    expect(dumped(source, 'typescript')).toMatchInlineSnapshot(`
      "
      (export (class-decl S (call (name Controller) (literal "x")) (call (name Base) (name mixin)) (expr (call (name Inject))) (expr (assign let (name x) (literal 1))) (expr (assign let (name y))) (expr (assign let (name z))) (expr (assign let (name db))) (expr (assign let (name b))) (name db) (call (name Body)) (name b) (name plain) (block (expr (call (name super)))) (call (name Get) (literal ":id")) (call (name Param) (literal "id")) (name id) (block) (name a) (block)))
      (class-decl Q (expr (assign let (name x))) (expr (assign let (name n) (literal 1))) (expr (assign let (name #o))))
      "
    `);
  });
});

describe('text that is being typed', () => {
  it('keeps the other functions', () => {
    expect(
      torn(
        "function ok() { db.query('a' + x); }\nfunction typing() { db.query('select ' +\nfunction other() { exec(`ls ${y}`); }",
      ),
    ).toMatchInlineSnapshot(`
      "
      (function-decl ok (block (expr (call (member .query (name db)) (string concat (literal "a") (name x))))))
      (unknown ERROR (name typing) (member .query (name db)) (string concat (literal "select ") (function other (block (expr (call (name exec) (string template (literal "ls ") (name y))))))))
      "
    `);
    expect(torn("const s = 'unterminated\nfoo(bar);\nbaz(1);")).toMatchInlineSnapshot(`
      "
      (expr (assign const (name s) (call (name foo) (name bar))))
      (expr (call (name baz) (literal 1)))
      "
    `);
    expect(
      torn('foo(`a ${} b`); if ( ) {} ({ a: , b: 2 }); switch (x) { case : f() }'),
    ).toMatchInlineSnapshot(`
      "
      (expr (call (name foo) (string template (literal "a ") (unknown identifier) (literal " b"))))
      (if (call (map) (map (literal "a") (unknown identifier) (literal "b") (literal 2))) (block))
      (switch (name x) (unknown identifier) (expr (call (name f))))
      "
    `);
    expect(
      torn('const = 3; let x: = 4; const {a, = b\nfoo()', 'typescript'),
    ).toMatchInlineSnapshot(`
      "
      (unknown ERROR)
      (expr (literal 3))
      (expr (assign let (name x) (literal 4)))
      (expr (assign const (map-pattern (name a)) (name b)))
      (expr (call (name foo)))
      "
    `);
  });

  it('keeps what an error cut out of a statement', () => {
    expect(torn('const a = b c(d) e(f);')).toMatchInlineSnapshot(`
      "
      (expr (assign const (name a) (call (name e) (name f))))
      (unknown ERROR (name b) (call (name c) (name d)))
      "
    `);
    expect(torn('return a ) b(c);')).toMatchInlineSnapshot(`
      "
      (return (call (name b) (name c)))
      (unknown ERROR (name a))
      "
    `);
  });
});

describe('any text', () => {
  const depths = 3_000;
  it.each([
    ['lists', `${'['.repeat(depths)}deep${']'.repeat(depths)}`],
    ['blocks', `${'{'.repeat(depths)}deep()${'}'.repeat(depths)}`],
    ['functions', `${'f(() => {'.repeat(depths)}deep${'})'.repeat(depths)}`],
    ['parentheses', `${'('.repeat(depths)}deep${')'.repeat(depths)}`],
    ['members', `deep${'.a()'.repeat(depths)}`],
    ['conditions', `${'if (a) {} else '.repeat(depths)}deep()`],
    ['templates', '`${'.repeat(depths) + 'deep' + '}`'.repeat(depths)],
    ['open brackets', 'deep(['.repeat(depths)],
    ['objects', `x = ${'{a:'.repeat(depths)}deep${'}'.repeat(depths)}`],
    ['patterns', `const ${'['.repeat(depths)}deep${']'.repeat(depths)} = x`],
  ])('bears deeply nested %s', (_, text) => {
    const module = lower(text);
    expect(find(module, 'name').some(({ name }) => name === 'deep')).toBe(true);
  });

  it.each(['javascript', 'typescript', 'tsx'] as const)(
    'never throws on %s with pieces missing',
    (id) => {
      const source = readFileSync(path.join(__dirname, 'lowerStmts.ts'), 'utf8').slice(0, 6_000);
      const damage = fc.record({
        at: fc.nat(6_000),
        remove: fc.nat(40),
        insert: fc.constantFrom('', '(', '}', '`', "'", '@', '${', '<a>', '\0'),
      });
      fc.assert(
        fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (list) => {
          let text = source;
          for (const { at, remove, insert } of list)
            text = text.slice(0, at) + insert + text.slice(at + remove);
          lower(text, id);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('keeps nearly all calls when a character is missing', () => {
    const source = readFileSync(path.join(__dirname, 'lowerExprs.ts'), 'utf8');
    const whole = find(lower(source, 'typescript'), 'call').length;
    let kept = 0;
    let rounds = 0;
    for (let at = source.search(/[(){}[\],;]/); at >= 0 && rounds < 40; rounds++) {
      const text = source.slice(0, at) + source.slice(at + 1);
      kept += Math.min(whole, find(lower(text, 'typescript'), 'call').length);
      const step = source.slice(at + 350).search(/[(){}[\],;]/);
      at = step < 0 ? -1 : at + 350 + step;
    }
    expect(rounds).toBeGreaterThan(20);
    expect(kept / (whole * rounds)).toBeGreaterThan(0.95);
  });
});

/** Source files under a folder, a few of them. */
function sources(folder: string, most: number): string[] {
  const found: string[] = [];
  const visit = (directory: string) => {
    for (const name of readdirSync(directory)) {
      const at = path.join(directory, name);
      if (statSync(at).isDirectory()) visit(at);
      else if (/\.([cm]?[jt]s|[jt]sx)$/.test(name) && statSync(at).size < 100_000) found.push(at);
    }
  };
  visit(folder);
  const step = Math.max(1, Math.floor(found.length / most));
  return found.filter((_, i) => i % step === 0).slice(0, most);
}

describe('real code', () => {
  it.each([
    'server/src',
    'scripts',
    'node_modules/vscode-languageserver-protocol/lib',
    'node_modules/fast-check',
    'node_modules/web-tree-sitter',
  ])('is lowered without unknown syntax: %s', (folder) => {
    const files = sources(path.join(repository, folder), 40);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const id = /\.[cm]?ts$/.test(file)
        ? 'typescript'
        : file.endsWith('.tsx')
          ? 'tsx'
          : 'javascript';
      const module = lower(readFileSync(file, 'utf8'), id);
      if (module.errors.length > 0) continue;
      expect({ file, unknown: module.counts.unknown }).toEqual({ file, unknown: 0 });
      expect(module.counts.named).toBeGreaterThan(0);
    }
  });
});
