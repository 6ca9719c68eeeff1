import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkModule } from '../../ir/check';
import { dump } from '../../ir/dump';
import type { Literal, Module, Node, StringBuild } from '../../ir/types';
import { walk } from '../../ir/walk';
import { createParsing, type Parsing } from '../../parsing/parsing';
import { pythonFrontEnd } from './frontEnd';

const { resolve } = createRequire(import.meta.url);
let parsing: Parsing;

beforeAll(async () => {
  parsing = await createParsing((name) => {
    const folder = name === 'web-tree-sitter.wasm' ? 'web-tree-sitter' : 'tree-sitter-python';
    return readFile(resolve(`${folder}/${name}`));
  });
});

async function lower(text: string): Promise<Module> {
  const document = (await parsing.load('python')).open(text);
  const module = pythonFrontEnd.lower(document.tree);
  document.dispose();
  expect(checkModule(module)).toEqual([]);
  return module;
}

/** One line for each statement. */
async function dumped(text: string): Promise<string> {
  return (await lower(text)).body.map(dump).join('\n');
}

function find<K extends Node['kind']>(module: Module, kind: K): Extract<Node, { kind: K }>[] {
  const found: Extract<Node, { kind: K }>[] = [];
  walk(module, (node) => {
    if (node.kind === kind) found.push(node as Extract<Node, { kind: K }>);
  });
  return found;
}

/** A file with a bit of everything, for the tests that break it. */
const SAMPLE = `import sqlite3
from flask import Flask, request as req

app = Flask(__name__)

@app.route("/users/<name>")
async def users(name: str, *args, limit=10, **rest) -> str:
    """Find users."""
    with sqlite3.connect("app.db") as db, lock:
        rows = db.execute(f"SELECT * FROM users WHERE name = '{name!r:>{limit}}'").fetchall()
    try:
        names = [row["name"] for row in rows if row]
    except (KeyError, ValueError) as e:
        raise e from None
    else:
        total = "%s of %d" % (len(names), limit)
    finally:
        db.close()
    for i, n in enumerate(names):
        if i > 3 or not n:
            break
        elif n in ("a", 'b'):
            continue
        else:
            print("{} {x}".format(i, x=n))
    match req.method:
        case "GET" | "HEAD":
            return total
        case {"k": v, **others} if v:
            return v
        case _:
            pass
    return {**rest, "a": names[1:2]} or (lambda x: x + "!")(name)

class User(Base, metaclass=Meta):
    table: str = "user" "s"

    @staticmethod
    def make(a, /, *, b=None):
        yield from a
`;

describe('statements', () => {
  it('lowers simple statements', async () => {
    expect(
      await dumped(`pass
a
a, b
del a, b[0]
assert a, "message"
assert a
raise
raise E(a) from b
global g
type X = list[int]
print >>f, "x", y
exec "code" in scope
`),
    ).toMatchInlineSnapshot(`
      "(block)
      (expr (name a))
      (expr (list tuple (name a) (name b)))
      (expr (unary delete (name a)))
      (expr (unary delete (index (name b) (literal 0))))
      (if (unary ! (name a)) (throw (literal "message")))
      (if (unary ! (name a)) (throw))
      (throw)
      (throw (sequence (name b) (call (name E) (name a))))
      (unknown global_statement (name g))
      (expr (assign (name X)))
      (expr (call (name print) (name f) (literal "x") (name y)))
      (expr (call (name exec) (literal "code") (name scope)))"
    `);
  });

  it('takes the call in an annotation for the default', async () => {
    expect(
      await dumped(
        'def f(a: Annotated[Session, Depends(g)], b: t.Annotated[str, Query()] = 1): pass',
      ),
    ).toMatchInlineSnapshot(
      `"(function-decl f (name a) (call (name Depends) (name g)) (name b) (literal 1) (block (block)))"`,
    );
  });

  it('lowers imports', async () => {
    expect(
      await dumped(`import a
import a.b, c.d as e
from m import x, y as z
from . import q
from ..p.r import (s)
from m import *
from __future__ import annotations
`),
    ).toMatchInlineSnapshot(`
      "(import a *:a)
      (import a *:a)
      (import a.b *:a.b)
      (import c.d *:e)
      (import m x:x y:z)
      (import . q:q)
      (import ..p.r s:s)
      (import m *:*)
      (import __future__ annotations:annotations)"
    `);
  });

  it('lowers assignments', async () => {
    expect(
      await dumped(`a = 1
a = b = c
a.b[0] = c
a += 1
s //= 2
x: int = 5
y: 'User'
(a, [b, *c]), d = e
a, = b
if (n := f()): pass
`),
    ).toMatchInlineSnapshot(`
      "(expr (assign (name a) (literal 1)))
      (expr (assign (name a) (assign (name b) (name c))))
      (expr (assign (index (member .b (name a)) (literal 0)) (name c)))
      (expr (assign += (name a) (literal 1)))
      (expr (assign //= (name s) (literal 2)))
      (expr (assign (name x) (literal 5)))
      (expr (assign (name y)))
      (expr (assign (list-pattern (list-pattern (name a) (list-pattern (name b) (name c))) (name d)) (name e)))
      (expr (assign (list-pattern (name a)) (name b)))
      (if (assign (name n) (call (name f))) (block (block)))"
    `);
  });

  it('keeps written types as text', async () => {
    const assigns = find(await lower("x: int = 5\ny: 'User'\ntype Z = list[int]\n"), 'assign');
    expect(assigns.map(({ type, value }) => [type, value !== undefined])).toEqual([
      ['int', true],
      ['User', false],
      ['list[int]', false],
    ]);
  });

  it('lowers branches and loops', async () => {
    expect(
      await dumped(`if a: b
elif c: d
elif e: f
else: g
while a:
    break
else:
    b
async for x, y in a, b:
    continue
`),
    ).toMatchInlineSnapshot(`
      "(if (name a) (block (expr (name b))) (if (name c) (block (expr (name d))) (if (name e) (block (expr (name f))) (block (expr (name g))))))
      (loop (name a) (block (jump break)) (block (expr (name b))))
      (loop (list-pattern (name x) (name y)) (list tuple (name a) (name b)) (block (jump continue)))"
    `);
  });

  it('adds the else of try to its body and keeps the exception classes', async () => {
    expect(
      await dumped(`try:
    a
except (A, B) as e:
    b
except C:
    c
except:
    d
else:
    f
finally:
    g
`),
    ).toMatchInlineSnapshot(
      `"(try (block (expr (name a)) (expr (name f))) (name e) (block (expr (list tuple (name A) (name B))) (expr (name b))) (block (expr (name C)) (expr (name c))) (block (expr (name d))) (block (expr (name g))))"`,
    );
  });

  it('lowers with to assignments and the body', async () => {
    expect(
      await dumped(`with open(a) as f, lock, closing(b) as (c, d):
    e
async with (a as b, c):
    d
`),
    ).toMatchInlineSnapshot(`
      "(block (expr (assign (name f) (call (name open) (name a)))) (expr (name lock)) (expr (assign (list-pattern (name c) (name d)) (call (name closing) (name b)))) (expr (name e)))
      (block (expr (assign (name b) (name a))) (expr (name c)) (expr (name d)))"
    `);
  });

  it('lowers match to a switch whose cases do not fall through', async () => {
    expect(
      await dumped(`match command:
    case "go" | "run":
        a
    case Color.RED:
        b
    case [x, *rest] if x:
        c
    case {"k": v, **others}:
        d
    case Point(p, y=0) as point:
        e
    case -1:
        f
    case other:
        g
match f(), 2:
    case (a, _), b:
        h
    case _ if a:
        i
`),
    ).toMatchInlineSnapshot(`
      "(switch (name command) (literal "go") (literal "run") (expr (name a)) (jump break) (member .RED (name Color)) (expr (name b)) (jump break) (unknown list_pattern) (expr (assign (name x) (index (name command) (literal 0)))) (expr (assign (name rest) (name command))) (if (name x) (block (expr (name c)))) (jump break) (unknown dict_pattern (literal "k")) (expr (assign (name v) (index (name command) (literal "k")))) (expr (assign (name others) (name command))) (expr (name d)) (jump break) (unknown class_pattern (name Point) (literal 0)) (expr (assign (name point) (name command))) (expr (assign (name p) (name command))) (expr (name e)) (jump break) (unary - (literal 1)) (expr (name f)) (jump break) (expr (assign (name other) (name command))) (expr (name g)) (jump break))
      (switch (assign (name match@251) (list tuple (call (name f)) (literal 2))) (unknown case_pattern (unknown tuple_pattern)) (expr (assign (name a) (index (index (name match@251) (literal 0)) (literal 0)))) (expr (assign (name b) (index (name match@251) (literal 1)))) (expr (name h)) (jump break) (unknown case_pattern) (if (name a) (block (expr (name i)))) (jump break))"
    `);
  });

  it('lowers functions', async () => {
    expect(
      await dumped(`@a.b("x")
@c
async def f(p, /, q: int, r=1, s: str = "s", *args: T, k, **kw) -> "Result":
    """Doc."""
    return await p
def g(*, only):
    x = yield
    yield x
    yield from only
    def inner(): return
`),
    ).toMatchInlineSnapshot(`
      "(function-decl f async (call (member .b (name a)) (literal "x")) (name c) (name p) (name q) (name r) (literal 1) (name s) (literal "s") (name args) (name k) (name kw) (block (expr (literal "Doc.")) (return (name p))))
      (function-decl g generator (name only) (block (expr (assign (name x) (unary yield (literal "null")))) (expr (unary yield (name x))) (expr (unary yield (name only))) (function-decl inner (block (return)))))"
    `);
    const [f, g] = find(
      await lower('async def f(): yield\ndef g():\n  lambda: (yield)\n'),
      'function-decl',
    );
    expect(f?.fn).toMatchObject({ isAsync: true, isGenerator: true });
    expect(g?.fn).toMatchObject({ isAsync: false, isGenerator: false });
  });

  it('lowers classes', async () => {
    expect(
      await dumped(`@dataclass
class A(B, c.D, metaclass=M, *more):
    """Doc."""
    x: int
    y = 1
    def m(self): return self.y
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls): pass
    class Inner: pass
`),
    ).toMatchInlineSnapshot(
      `"(class-decl A (name dataclass) (name B) (member .D (name c)) (unknown keyword_argument (name M)) (unknown list_splat (name more)) (expr (literal "Doc.")) (expr (assign (name x))) (expr (assign (name y) (literal 1))) (class-decl Inner (block)) (name self) (block (return (member .y (name self)))) (name staticmethod) (name a) (block (block)) (name classmethod) (name cls) (block (block)))"`,
    );
  });

  it('keeps what parameters are', async () => {
    const [decl] = find(
      await lower('def f(p, /, q: int, r=1, s: "S" = 2, *args: T, k, **kw) -> "Result": pass\n'),
      'function-decl',
    );
    const params = decl?.fn.params.map(({ target, type, rest, default: value }) => [
      dump(target),
      type,
      rest,
      value && dump(value),
    ]);
    expect(params).toEqual([
      ['(name p)', undefined, undefined, undefined],
      ['(name q)', 'int', undefined, undefined],
      ['(name r)', undefined, undefined, '(literal 1)'],
      ['(name s)', 'S', undefined, '(literal 2)'],
      ['(name args)', 'T', 'list', undefined],
      ['(name k)', undefined, undefined, undefined],
      ['(name kw)', undefined, 'map', undefined],
    ]);
    expect(decl?.fn.returnType).toBe('Result');
  });

  it('takes a class method as one with a receiver', async () => {
    const [decl] = find(
      await lower('class A:\n @staticmethod\n def s(a): pass\n @classmethod\n def c(cls): pass\n'),
      'class-decl',
    );
    expect(decl?.cls.methods.map((method) => [method.name, method.isStatic])).toEqual([
      ['s', true],
      ['c', false],
    ]);
  });
});

describe('expressions', () => {
  it('lowers plain values', async () => {
    expect(
      await dumped(`None, True, False, ...
0xff, 0o17, 0b11, 1_000, 017, 10L, 2j, 1.5e3, .5
`),
    ).toMatchInlineSnapshot(`
      "(expr (list tuple (literal "null") (literal true) (literal false) (name Ellipsis)))
      (expr (list tuple (literal 255) (literal 15) (literal 3) (literal 1000) (literal 15) (literal 10) (literal 2) (literal 1500) (literal 0.5)))"
    `);
  });

  it('lowers operators', async () => {
    expect(
      await dumped(`a + b * c ** -d // e @ f
a - b - c + d
a and b or not c
a == b, a != b, a <> b, a is b, a is not b, a in b, a not in b
a < b < c
a < f() <= c
~a if b else +c
`),
    ).toMatchInlineSnapshot(`
      "(expr (binary + (name a) (binary @ (binary // (binary * (name b) (binary ** (name c) (unary - (name d)))) (name e)) (name f))))
      (expr (binary + (binary - (binary - (name a) (name b)) (name c)) (name d)))
      (expr (binary || (binary && (name a) (name b)) (unary ! (name c))))
      (expr (list tuple (binary === (name a) (name b)) (binary !== (name a) (name b)) (binary !== (name a) (name b)) (binary === (name a) (name b)) (binary !== (name a) (name b)) (binary in (name a) (name b)) (unary ! (binary in (name a) (name b)))))
      (expr (binary && (binary < (name a) (name b)) (binary < (name b) (name c))))
      (expr (binary && (binary < (name a) (call (name f))) (binary <= (unknown operand) (name c))))
      (expr (conditional (name b) (unary ~ (name a)) (unary + (name c))))"
    `);
  });

  it('lowers access and calls', async () => {
    expect(
      await dumped(`a.b.c[0]["k"]
a[1:2], a[:, ::3], a[...], a[b, *c]
f(a, *b, k=c, **d)
f(x for x in y)
(await a.b())(c)
(lambda a, *b, c=1: a)(1)
`),
    ).toMatchInlineSnapshot(`
      "(expr (index (index (member .c (member .b (name a))) (literal 0)) (literal "k")))
      (expr (list tuple (index (name a) (unknown slice (literal 1) (literal 2))) (index (name a) (list tuple (unknown slice) (unknown slice (literal 3)))) (index (name a) (name Ellipsis)) (index (name a) (list tuple (name b) (name c)))))
      (expr (call (name f) (name a) (name b) (name c) (name d)))
      (expr (call (name f) (list list (sequence (assign (name x) (index (name y) (unknown for_in_clause))) (name x)) (unknown for_in_clause))))
      (expr (call (call (member .b (name a))) (name c)))
      (expr (call (function (name a) (name b) (name c) (literal 1) (block (return (name a)))) (literal 1)))"
    `);
  });

  it('keeps what arguments and elements are', async () => {
    const text = 'f(a, *b, k=c, **d, *(e))\n[a, *b]\n{**a, "b": c}\n';
    const module = await lower(text);
    const [call] = find(module, 'call');
    expect(call?.args.map(({ name, spread, value }) => [name, spread, dump(value)])).toEqual([
      [undefined, undefined, '(name a)'],
      [undefined, 'list', '(name b)'],
      ['k', undefined, '(name c)'],
      [undefined, 'map', '(name d)'],
      [undefined, 'list', '(name e)'],
    ]);
    expect(text.slice(call?.argsSpan.start, call?.argsSpan.end)).toBe('(a, *b, k=c, **d, *(e))');
    const [list] = find(module, 'list');
    expect(list?.elements.map(({ spread }) => spread)).toEqual([undefined, 'list']);
    const [map] = find(module, 'map');
    expect(map?.entries.map(({ key }) => key && dump(key))).toEqual([undefined, '(literal "b")']);
  });

  it('lowers collections', async () => {
    expect(
      await dumped(`[a, *b], (a,), (), {a, b}, {}, {"k": a, b: c, **d}
`),
    ).toMatchInlineSnapshot(
      `"(expr (list tuple (list list (name a) (name b)) (list tuple (name a)) (list tuple) (list set (name a) (name b)) (map) (map (literal "k") (name a) (name b) (name c) (name d))))"`,
    );
  });

  it('lowers comprehensions to one round of their loops', async () => {
    expect(
      await dumped(`[f(a) for a in xs]
{a for a in xs if a}
{k: v for k, v in xs.items() if k}
(a for b in xs if b for a in b)
`),
    ).toMatchInlineSnapshot(`
      "(expr (list list (sequence (assign (name a) (index (name xs) (unknown for_in_clause))) (call (name f) (name a))) (unknown for_in_clause)))
      (expr (list set (sequence (assign (name a) (index (name xs) (unknown for_in_clause))) (conditional (name a) (name a) (literal "null"))) (unknown for_in_clause)))
      (expr (map (sequence (assign (list-pattern (name k) (name v)) (index (call (member .items (name xs))) (unknown for_in_clause))) (conditional (name k) (map (name k) (name v)) (literal "null")))))
      (expr (list list (sequence (assign (name b) (index (name xs) (unknown for_in_clause))) (conditional (name b) (sequence (assign (name a) (index (name b) (unknown for_in_clause))) (name a)) (literal "null"))) (unknown for_in_clause)))"
    `);
  });
});

describe('strings', () => {
  it('gives literals the span of their text, and its meaning', async () => {
    const text = String.raw`a = 'x\n\x41\u00e9\101\q'; b = rb"\n"; c = """y
"'z"""; d = ''; e = b'\u0041'`;
    const literals = find(await lower(text), 'literal');
    expect(literals.map(({ value, start, end }) => [value, text.slice(start, end)])).toEqual([
      ['x\nA\u00e9A\\q', String.raw`x\n\x41\u00e9\101\q`],
      ['\\n', '\\n'],
      ['y\n"\'z', 'y\n"\'z'],
      ['', ''],
      ['\\u0041', '\\u0041'],
    ]);
  });

  it('reads line ends and line continuations as Python does', async () => {
    const [literal] = find(await lower('a = """x\r\ny\\\r\nz"""\r\n'), 'literal');
    expect(literal?.value).toBe('x\nyz');
  });

  it('lowers f-strings', async () => {
    expect(
      await dumped(`f"a{b}c"
f"{a!r:>{width}.{precision}} {{b}} {c=}"
f'''{f"{a}" + "b"}{{}}'''
f"plain {{}}"
f"{a, b}"
`),
    ).toMatchInlineSnapshot(`
      "(expr (string template (literal "a") (name b) (literal "c")))
      (expr (string template (sequence (name width) (name precision) (name a)) (literal " {b} ") (literal "c=") (name c)))
      (expr (string template (string concat (name a) (literal "b")) (literal "{}")))
      (expr (literal "plain {}"))
      (expr (string template (list tuple (name a) (name b))))"
    `);
  });

  it('joins adjacent literals and + chains in one flat string', async () => {
    expect(
      await dumped(`"a" 'b'
("a"
 f"b{c}" "d")
a + b + "c" + ("d" + e) + f"{g}h" + i * 2
a + b
`),
    ).toMatchInlineSnapshot(`
      "(expr (string concat (literal "a") (literal "b")))
      (expr (string template (literal "a") (literal "b") (name c) (literal "d")))
      (expr (string concat (name a) (name b) (literal "c") (literal "d") (name e) (name g) (literal "h") (binary * (name i) (literal 2))))
      (expr (binary + (name a) (name b)))"
    `);
  });

  it('lowers percent formats', async () => {
    expect(
      await dumped(String.raw`"a %s b %5.2f%% c" % (a, b)
"a %s" % b
"%(x)s %(y)s %(x)s" % {"x": a, "y": f(), "z": c}
"%s %s" % pair
"%(k)s" % locals()
"%*d" % (w, v)
("a" "b %s") % c
r"\%s" % a + "b"
"%s" % {"a": 1}
"none" % a
a % b
`),
    ).toMatchInlineSnapshot(`
      "(expr (string percent (literal "a ") (name a) (literal " b ") (call (name int) (name b)) (literal "% c")))
      (expr (string percent (literal "a ") (name b)))
      (expr (sequence (name c) (string percent (name a) (literal " ") (call (name f)) (literal " ") (name a))))
      (expr (string percent (index (name pair) (literal 0)) (literal " ") (index (name pair) (literal 1))))
      (expr (string percent (index (call (name locals)) (literal "k"))))
      (expr (string percent (sequence (call (name int) (name w)) (call (name int) (name v)))))
      (expr (string percent (literal "a") (literal "b ") (name c)))
      (expr (string concat (string percent (literal "\\\\") (name a)) (literal "b")))
      (expr (string percent (map (literal "a") (literal 1))))
      (expr (sequence (name a) (string percent (literal "none"))))
      (expr (binary % (name a) (name b)))"
    `);
  });

  it('lowers formats', async () => {
    expect(
      await dumped(`"a {} b {x}".format(a, x=b)
"{1} {0} {1}".format(a, b)
"{0.name[key]!r:>{1}} {{}}".format(a, b)
"{} {}".format(*args)
"{a}".format(**kw)
"none".format(a)
text.format(a)
"{".format(a)
`),
    ).toMatchInlineSnapshot(`
      "(expr (string format (literal "a ") (name a) (literal " b ") (name b)))
      (expr (string format (name b) (literal " ") (name a) (literal " ") (name b)))
      (expr (string format (sequence (name b) (index (index (name a) (literal "name")) (literal "key"))) (literal " {}")))
      (expr (string format (index (name args) (literal 0)) (literal " ") (index (name args) (literal 1))))
      (expr (string format (index (name kw) (literal "a"))))
      (expr (sequence (name a) (string format (literal "none"))))
      (expr (call (member .format (name text)) (name a)))
      (expr (sequence (name a) (string format (literal "{"))))"
    `);
  });

  it('places the holes of a format at their placeholders', async () => {
    const text = 'x = "a %s b %(k)d" % m; y = "c {0!r} {k}".format(v, k=w)';
    const builds = find(await lower(text), 'string');
    expect(
      builds.map((build) => build.holes?.map(({ start, end }) => text.slice(start, end))),
    ).toEqual([
      ['%s', '%(k)d'],
      ['{0!r}', '{k}'],
    ]);
    for (const build of builds) {
      const texts = build.parts.filter((part): part is Literal => part.kind === 'literal');
      for (const part of texts) expect(text.slice(part.start, part.end)).toBe(part.value);
    }
  });
});

describe('the module', () => {
  it('collects comments and counts nodes', async () => {
    const module = await lower('#!shebang\nx = 1  ## note\nif a: # b\n  c\n');
    expect(module.comments.map((comment) => comment.text)).toEqual(['!shebang', 'note', 'b']);
    expect(module.counts).toEqual({ named: 13, unknown: 0 });
    expect(module.errors).toEqual([]);
  });

  it('knows nearly all of a usual file', async () => {
    const { counts, errors } = await lower(SAMPLE);
    expect(errors).toEqual([]);
    // A slice, a keyword of a class, and the pattern of a mapping.
    expect(counts.unknown).toBe(3);
  });
});

describe('text that does not parse', () => {
  it('keeps the functions around half-typed code', async () => {
    const module = await lower(`def f(a):
    db.

def g(b):
    return q("x %s" % b)

def h(c):
    x = [
    run(c)
`);
    expect(find(module, 'function-decl').map(({ fn }) => fn.name)).toEqual(['f', 'g', 'h']);
    expect(find(module, 'string').map(({ style }) => style)).toEqual(['percent']);
    expect(
      find(module, 'call').map(({ callee }) => callee.kind === 'name' && callee.name),
    ).toContain('run');
    expect(module.errors.length).toBeGreaterThan(0);
  });

  it('puts stray statements into the body of their function', async () => {
    const [decl] = find(await lower('def f(a):\n    with \n    q(a)\n'), 'function-decl');
    const calls: string[] = [];
    if (decl !== undefined) {
      walk(decl, (node) => {
        if (node.kind === 'call' && node.callee.kind === 'name') calls.push(node.callee.name);
      });
    }
    expect(calls).toEqual(['q']);
  });

  it('gives a sound tree for every beginning of a file', async () => {
    const document = (await parsing.load('python')).open('');
    for (let end = 0; end <= SAMPLE.length; end += 7) {
      document.edit(SAMPLE.slice(0, end));
      expect(checkModule(pythonFrontEnd.lower(document.tree))).toEqual([]);
    }
    document.dispose();
  });

  it('gives the same for an edited tree as for a fresh one', async () => {
    const fresh = await lower(SAMPLE);
    const document = (await parsing.load('python')).open(SAMPLE);
    const positions = [...SAMPLE.matchAll(/[()[\]{}:'"=.]/g)].map((match) => match.index);
    for (const at of positions.filter((_, i) => i % 5 === 0)) {
      document.edit(SAMPLE.slice(0, at) + SAMPLE.slice(at + 1));
      expect(checkModule(pythonFrontEnd.lower(document.tree))).toEqual([]);
      document.edit(SAMPLE);
      expect(pythonFrontEnd.lower(document.tree)).toEqual(fresh);
    }
    document.dispose();
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['a byte order mark', '\ufeffx = 1\n'],
    ['binary data', '\0\x01\x02\xff\0'.repeat(50)],
    ['surrogates', 'x = "😀" + y  # 😀\n'],
    ['a lone quote', '"'],
    ['an open f-string', 'f"{a'],
    ['half a decorator', '@\ndef f(): pass'],
    ['half a match', 'match x:\n  case'],
    ['a placeholder without end', '"%(" % a; "{" .format(b); "{a.b[".format(c)'],
  ])('lowers %s', async (_, text) => {
    await lower(text);
  });
});

describe('deep and long text', () => {
  const count = 10_000;
  it.each([
    ['+ chains', `x = ${Array(count).fill('a').join(' + ')}`],
    ['- chains', `x = ${Array(count).fill('a').join(' - ')}`],
    ['or chains', `x = ${Array(count).fill('a').join(' or ')}`],
    ['comparisons', `x = ${Array(count).fill('a').join(' < ')}`],
    ['lists', `x = ${'['.repeat(count)}a${']'.repeat(count)}`],
    ['parentheses', `x = ${'('.repeat(count)}a${')'.repeat(count)}`],
    ['calls', `x = ${'f('.repeat(count)}a${')'.repeat(count)}`],
    ['method chains', `x = a${'.b()'.repeat(count)}`],
    ['not', `x = ${'not '.repeat(count)}a`],
    ['lambdas', `x = ${'lambda: '.repeat(count)}a`],
    ['elif', `if a: b\n${'elif a: b\n'.repeat(count)}else: c\n`],
    ['targets', `${'('.repeat(count)}a${',)'.repeat(count)} = 1`],
    ['assignments', `${'a = '.repeat(count)}1`],
    ['for clauses', `x = [a ${'for a in b '.repeat(3000)}]`],
    ['patterns', `match x:\n case ${'['.repeat(3000)}a${']'.repeat(3000)}: pass`],
    ['fields', `x = "${'{:'.repeat(3000)}${'}'.repeat(3000)}".format(a)`],
    ['open brackets', 'def f(:\n  x = (\n'.repeat(1000)],
  ])('bounds the depth of %s', async (_, text) => {
    const module = await lower(text);
    expect(depthOf(module)).toBeLessThan(500);
  });

  it('keeps a long + chain with strings whole', async () => {
    const [build] = find(await lower(`x = a${' + "b" + c'.repeat(count / 2)}`), 'string');
    expect((build as StringBuild).parts).toHaveLength(count + 1);
  });
});

function depthOf(module: Module): number {
  let deepest = 0;
  const stack: [object, number][] = [[module, 0]];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const [node, depth] = entry;
    const isNode = 'kind' in node;
    deepest = Math.max(deepest, depth);
    for (const child of Object.values(node)) {
      if (typeof child === 'object' && child !== null)
        stack.push([child, isNode ? depth + 1 : depth]);
    }
  }
  return deepest;
}
