import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkModule } from '../../ir/check';
import { dump } from '../../ir/dump';
import type { Module, Node } from '../../ir/types';
import { walk } from '../../ir/walk';
import { createParsing, type Grammar } from '../../parsing/parsing';
import { javaFrontEnd } from './frontEnd';

const { resolve } = createRequire(import.meta.url);
let java: Grammar;

beforeAll(async () => {
  const parsing = await createParsing((name) => {
    const folder = name === 'web-tree-sitter.wasm' ? 'web-tree-sitter' : 'tree-sitter-java';
    return readFile(resolve(`${folder}/${name}`));
  });
  java = await parsing.load('java');
});

function lower(text: string): Module {
  const document = java.open(text);
  const module = javaFrontEnd.lower(document.tree);
  document.dispose();
  expect(checkModule(module)).toEqual([]);
  return module;
}

/** One line for each statement. */
function dumped(text: string): string {
  return `\n${lower(text).body.map(dump).join('\n')}\n`;
}

function find<K extends Node['kind']>(module: Module, kind: K): Extract<Node, { kind: K }>[] {
  const found: Extract<Node, { kind: K }>[] = [];
  walk(module, (node) => {
    if (node.kind === kind) found.push(node as Extract<Node, { kind: K }>);
  });
  return found;
}

/** A file with a bit of everything, for the tests that break it. */
const sample = `package com.shop.web;
import java.sql.*;
import static java.util.Objects.requireNonNull;

/** Orders. */
@RestController
@RequestMapping(value = "/orders", produces = {"a", "b"})
public class Orders<T> extends Base<T> implements Runnable, java.io.Serializable {
  private static final String SQL = "SELECT " + "*", OTHER;
  @Autowired private JdbcTemplate jdbc;
  static { init(); }
  enum Color { RED(1) { int f() { return 2; } }, BLUE; int f() { return 1; } }
  record Point(int x, @NotNull String y) { Point { check(x); } }
  interface Repo { @Select("x") List<User> all(@Param("n") String... names); int MAX = 3; }
  @interface Mark { String value() default "m"; }
  public Orders(JdbcTemplate jdbc) throws SQLException { super(jdbc); this.jdbc = jdbc; }
  @GetMapping("/{id}") public <R> R one(@PathVariable("id") final String id, int[] a[]) {
    try (Connection c = open(); Statement s = c.createStatement()) {
      for (int i = 0, j = 1; i < 3; i++, j--) continue;
      for (final Cookie k : cookies) { if (k instanceof Special sp && sp.ok()) break; else if (a != null) x++; else y--; }
      outer: while (true) { do { a[0] += 'c'; } while (!done); }
    } catch (IOException | SQLException e) { throw new Wrapped(e); } finally { close(); }
    switch (id) { case "a": case "b": f(); break; default: g(); }
    String t = switch (n) { case 1, 2 -> "x"; case 3 -> { yield id; } default -> throw new X(); };
    Function<String, Integer> f = (s) -> s.length(), g = String::length, h = Point::new;
    synchronized (this) { assert t != null : "no"; }
    Object o = new Thread(id) { public void run() { Orders.this.go(); } };
    int[][] m = new int[n][3]; int[] v = new int[]{1, 2}, w = {3};
    return (R) (id == null ? jdbc.<R>query(String.format("a %s", id), Point.class) : -1L);
  }
}
`;

describe('statements', () => {
  it('reads packages and imports', () => {
    const module = lower('package a.b;\nimport c.D;\nimport e.*;\nimport static f.G.h;\n// note');
    expect(module.namespace).toBe('a.b');
    expect(module.comments.map(({ text }) => text)).toEqual(['note']);
    expect(`\n${module.body.map(dump).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      (import c D:D)
      (import e *:*)
      (import f.G h:h)
      "
    `);
  });

  it('reads declarations, conditions and loops', () => {
    expect(
      dumped(`String a = b, c[]; if (a) b(); else if (c) { d(); } else e();
for (int i = 0; i < 3; i++) f(i); for (a = 1, b = 2; ; a++, b++); for (String s : list) { g(s); }
while (x) { continue; } do y(); while (z); out: { break out; } synchronized (l) { m(); }
assert a : "b"; ;`),
    ).toMatchInlineSnapshot(`
      "
      (expr (assign let (name a) (name b)))
      (expr (assign let (name c)))
      (if (name a) (block (expr (call (name b)))) (if (name c) (block (expr (call (name d)))) (block (expr (call (name e))))))
      (loop (expr (assign let (name i) (literal 0))) (binary < (name i) (literal 3)) (unary ++ (name i)) (block (expr (call (name f) (name i)))))
      (loop (block (expr (assign (name a) (literal 1))) (expr (assign (name b) (literal 2)))) (sequence (unary ++ (name a)) (unary ++ (name b))) (block))
      (loop (name s) (name list) (block (expr (call (name g) (name s)))))
      (loop (name x) (block (jump continue)))
      (loop (name z) (block (expr (call (name y)))))
      (block (jump break))
      (expr (name l))
      (block (expr (call (name m))))
      (if (unary ! (name a)) (throw (literal "b")))
      "
    `);
    expect(find(lower('for (Cookie c : list) {}'), 'loop')[0]?.type).toBe('Cookie');
    expect(find(lower('String a[] = x;'), 'assign')[0]?.type).toBe('String[]');
  });

  it('reads exceptions and resources', () => {
    expect(
      dumped(`try (A a = b(); c) { d(); } catch (E | F e) { throw e; } finally { g(); }`),
    ).toMatchInlineSnapshot(`
      "
      (try (block (expr (assign let (name a) (call (name b)))) (expr (name c)) (expr (call (name d)))) (name e) (block (throw (name e))) (block (expr (call (name g)))))
      "
    `);
  });

  it('reads both forms of switch', () => {
    expect(
      dumped(`switch (a) { case 1: case 2: b(); default: c(); }
switch (a) { case 1, 2 -> b(); case String s when s.ok() -> { d(s); } case P(int x, Q(var y)) -> e(); default -> throw f; }
x = switch (a) { case 1 -> b; default -> { yield c; } };`),
    ).toMatchInlineSnapshot(`
      "
      (switch (name a) (literal 1) (literal 2) (expr (call (name b))) (expr (call (name c))))
      (switch (name a) (literal 1) (literal 2) (expr (call (name b))) (jump break) (unknown pattern) (expr (assign let (name s) (name a))) (expr (call (member .ok (name s)))) (block (expr (call (name d) (name s)))) (jump break) (unknown pattern) (expr (assign let (map-pattern (name x) (map-pattern (name y))) (name a))) (expr (call (name e))) (jump break) (throw (name f)) (jump break))
      (expr (assign (name x) (call (function (block (switch (name a) (literal 1) (return (name b)) (block (return (name c)))))))))
      "
    `);
  });
});

describe('expressions', () => {
  it('reads literals', () => {
    expect(
      dumped(
        `f(0x1F, 017, 0b11, 1_000L, 1.5e3f, 'a', '\\n', "a\\u0041\\t\\"", true, null, -2, String.class, """
    SELECT *
      FROM a\\
     b
    """);`,
      ),
    ).toMatchInlineSnapshot(`
      "
      (expr (call (name f) (literal 31) (literal 15) (literal 3) (literal 1000) (literal 1500) (literal "a") (literal "\\n") (literal "aA\\t\\"") (literal true) (literal "null") (literal -2) (member .class (name String)) (literal "SELECT *\\n  FROM a b\\n")))
      "
    `);
  });

  it('reads members, calls and constructors', () => {
    expect(
      dumped(`a.b.c(d)[0] = this.e; super.f(); new java.io.File(g); new A<B>(h) { int i; void j() {} };
new int[n]; new int[2]; new String[]{k, "l"}; A::b; A::new; int[]::new; (String) m; x += 1; x++; !y; a == b; a instanceof C c; a instanceof D;`),
    ).toMatchInlineSnapshot(`
      "
      (expr (assign (index (call (member .c (member .b (name a))) (name d)) (literal 0)) (member .e (name this))))
      (expr (call (member .f (name super))))
      (expr (call new (member .File (member .io (name java))) (name g)))
      (expr (call new (class (name A) (expr (assign let (name i))) (block)) (name h)))
      (expr (list list))
      (expr (list list))
      (expr (list list (name k) (literal "l")))
      (expr (member .b (name A)))
      (expr (member .new (name A)))
      (expr (member .new (name int)))
      (expr (name m))
      (expr (assign += (name x) (literal 1)))
      (expr (unary ++ (name x)))
      (expr (unary ! (name y)))
      (expr (binary === (name a) (name b)))
      (expr (binary instanceof (assign let (name c) (name a)) (name C)))
      (expr (binary instanceof (name a) (name D)))
      "
    `);
  });

  it('reads lambdas', () => {
    expect(
      dumped('f(x -> y, (a, b) -> { return a; }, (String s) -> s, () -> {});'),
    ).toMatchInlineSnapshot(`
      "
      (expr (call (name f) (function (name x) (block (return (name y)))) (function (name a) (name b) (block (return (name a)))) (function (name s) (block (return (name s)))) (function (block))))
      "
    `);
  });

  it('reads every way to build a text', () => {
    expect(
      dumped(`a = "x" + b + ("y" + c) + 1; a = "x".concat(b); a = b + c;
a = String.format("%s is %2$5.1f%%%n%tY", b, c, d); a = "%s".formatted(b); a = String.format(Locale.US, "p" + "%s", b);
a = MessageFormat.format("it''s {0}", b); out.printf("%s", b); a = String.format("%s"); a = String.format(f, b); a = String.format("none", b());`),
    ).toMatchInlineSnapshot(`
      "
      (expr (assign (name a) (string concat (literal "x") (name b) (literal "y") (name c) (literal 1))))
      (expr (assign (name a) (string concat (literal "x") (name b))))
      (expr (assign (name a) (binary + (name b) (name c))))
      (expr (assign (name a) (sequence (name d) (string format (name b) (literal " is ") (name c) (literal "%\\n") (name c)))))
      (expr (assign (name a) (string format (name b))))
      (expr (assign (name a) (string format (literal "p") (name b))))
      (expr (assign (name a) (string format (literal "it's ") (name b))))
      (expr (call (member .printf (name out)) (string format (name b))))
      (expr (assign (name a) (string format (unknown placeholder))))
      (expr (assign (name a) (call (member .format (name String)) (name f) (name b))))
      (expr (assign (name a) (call (member .format (name String)) (literal "none") (call (name b)))))
      "
    `);
    const text = 'a = String.format("x %s", b);';
    const built = find(lower(text), 'string')[0]!;
    expect(built.holes?.map(({ start, end }) => text.slice(start, end))).toEqual(['%s']);
  });
});

describe('classes', () => {
  it('reads fields, methods and constructors', () => {
    const module =
      lower(`@A @B("c") @D(e = "f", g = {h, @I}) class K<T> extends L<T> implements M, n.O {
  @P private String q = r; static int s, t = 1; { u(); } static { v(); }
  @W K(final X x, @Y("z") Z... zs) { this(x); }
  static <R> R m(String a[]) { return a; } abstract int n();
  class Inner {} interface J { int C = 1; void d(); default void e() {} }
}`);
    expect(`\n${module.body.map(dump).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      (class-decl K (name A) (call (name B) (literal "c")) (call (name D) (literal "f") (list list (name h) (name I))) (name L) (name M) (member .O (name n)) (expr (name P)) (expr (assign let (name q) (name r))) (expr (assign let (name s))) (expr (assign let (name t) (literal 1))) (block (expr (call (name u)))) (block (expr (call (name v)))) (class-decl Inner) (class-decl J (expr (assign const (name C) (literal 1))) (block) (block)) (name W) (name x) (call (name Y) (literal "z")) (name zs) (block (expr (call (name this) (name x)))) (name a) (block (return (name a))) (block))
      "
    `);
    const [cls] = find(module, 'class-decl');
    expect(cls?.cls.methods.map(({ name, isStatic }) => [name, isStatic])).toEqual([
      ['constructor', false],
      ['m', true],
      ['n', false],
    ]);
    expect(
      cls?.cls.methods.map(({ params }) => params.map(({ type, rest }) => [type, rest])),
    ).toEqual([
      [
        ['X', undefined],
        ['Z', 'list'],
      ],
      [['String[]', undefined]],
      [],
    ]);
  });

  it('reads enums, records and annotation types', () => {
    expect(
      dumped(`enum E implements F { A(1) { int g() { return 1; } }, @H B; E(int i) {} E(){} }
record R(String a, int... b) { R { c(a); } String a() { return "x"; } }
record S() {} @interface T { String value() default "u"; }`),
    ).toMatchInlineSnapshot(`
      "
      (class-decl E (name F) (expr (assign const (name A) (call new (class (name E) (block (return (literal 1)))) (literal 1)))) (expr (assign const (name B) (call new (name E)))) (name i) (block) (block))
      (class-decl R (expr (assign let (name a))) (expr (assign let (name b))) (name a) (name b) (block (expr (call (name c) (name a))) (expr (assign (member .a (name this)) (name a))) (expr (assign (member .b (name this)) (name b)))) (block (return (member .b (name this)))) (block (return (literal "x"))))
      (class-decl S (block))
      (class-decl T (expr (literal "u")) (block))
      "
    `);
  });
});

describe('any text', () => {
  it('understands all of a usual file', () => {
    const { counts, errors } = lower(sample);
    expect(errors).toEqual([]);
    expect(counts.unknown).toBe(0);
  });

  it('reads every beginning of a file, and the file with a part cut out', () => {
    for (let i = 0; i < sample.length; i += 7) {
      lower(sample.slice(0, i));
      lower(sample.slice(0, i) + sample.slice(i + 40));
    }
  });

  it('keeps the calls of half-typed code', () => {
    const names = find(
      lower('class A { void f() { String s = request.getParameter("x"; db.query(s); } }'),
      'member',
    );
    expect(names.map(({ property }) => property)).toEqual(
      expect.arrayContaining(['getParameter', 'query']),
    );
  });

  it('keeps neighbours of what nests too deep, and long chains', () => {
    const deep = lower(`a(); x = ${'('.repeat(3000)}y${')'.repeat(3000)}; b();`);
    expect(find(deep, 'call')).toHaveLength(2);
    const nested = lower(`a(); ${'f('.repeat(3000)}y${')'.repeat(3000)}; b();`);
    expect(find(nested, 'name').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['a', 'b', 'y']),
    );
    lower(`class A { void f() { ${'if (a) {'.repeat(1000)} b(); ${'}'.repeat(1000)} } }`);
    lower(`${'if (a) b(); else '.repeat(2000)} c();`);
    const chain = Array.from({ length: 5000 }, (_, i) => `a${i}`).join(' + ');
    expect(find(lower(`x = "" + ${chain};`), 'string')[0]?.parts).toHaveLength(5001);
    lower(`x = ${chain};`);
    lower(`x${'.a()'.repeat(3000)};`);
  });
});
