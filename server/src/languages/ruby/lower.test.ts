import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkModule } from '../../ir/check';
import { dump } from '../../ir/dump';
import type { Literal, Module, Node, StringBuild } from '../../ir/types';
import { walk } from '../../ir/walk';
import { createParsing, type Parsing } from '../../parsing/parsing';
import { rubyFrontEnd } from './frontEnd';

const { resolve } = createRequire(import.meta.url);
let parsing: Parsing;

beforeAll(async () => {
  parsing = await createParsing((name) => {
    const folder = name === 'web-tree-sitter.wasm' ? 'web-tree-sitter' : 'tree-sitter-ruby';
    return readFile(resolve(`${folder}/${name}`));
  });
});

async function lower(text: string): Promise<Module> {
  const document = (await parsing.load('ruby')).open(text);
  const module = rubyFrontEnd.lower(document.tree);
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

/** Source → dump, each in a test of its own. */
function cases(table: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(table)) {
    it(text.replace(/\n/g, '⏎'), async () => expect(await dumped(text)).toBe(expected));
  }
}

describe('names and calls', () => {
  cases({
    'a.b': '(expr (member .b (name a)))',
    'a&.b(1)': '(expr (call (member .b (name a)) (literal 1)))',
    'Net::HTTP.get(u)': '(expr (call (member .get (member .HTTP (name Net))) (name u)))',
    '::User.first': '(expr (member .first (name User)))',
    'User.new': '(expr (call new (name User)))',
    'User.new(1)': '(expr (call new (name User) (literal 1)))',
    'puts x': '(expr (call (name puts) (name x)))',
    '@a': '(expr (member .@a (name self)))',
    '@@a ||= $b': '(expr (assign ||= (member .@@a (name self)) (name $b)))',
    'f.(1)': '(expr (call (name f) (literal 1)))',
    'f a: 1, :b => 2, "c" => 3, **d':
      '(expr (call (name f) (literal 1) (literal 2) (map (literal "c") (literal 3)) (name d)))',
    'f(x:)': '(expr (call (name f) (name x)))',
    'f(*a, &b)': '(expr (call (name f) (name a) (name b)))',
    'a.send(:b, 1)': '(expr (call (member .b (name a)) (literal 1)))',
    'a.try(:b)': '(expr (member .b (name a)))',
    'a.send(b)': '(expr (call (member .send (name a)) (name b)))',
    'a << b': '(expr (call (member .<< (name a)) (name b)))',
    'a =~ /^b/im': '(expr (call (member .match? (name a)) (literal /^b/ism)))',
    '%r{\\Aa\\z} =~ b': '(expr (call (member .match? (literal /\\Aa\\z/)) (name b)))',
    'a !~ b': '(expr (unary ! (call (member .match? (name a)) (name b))))',
    'a[1]': '(expr (index (name a) (literal 1)))',
    'a[1, 2]': '(expr (call (member .slice (name a)) (literal 1) (literal 2)))',
    'Dir["*"]': '(expr (call (member .[] (name Dir)) (literal "*")))',
    'LIST[x]': '(expr (index (name LIST) (name x)))',
    '1..x': '(expr (call new (name Range) (literal 1) (name x)))',
    'a == b and not c': '(expr (binary && (binary === (name a) (name b)) (unary ! (name c))))',
  });
});

describe('texts', () => {
  cases({
    '"a#{b}c"': '(expr (string template (literal "a") (name b) (literal "c")))',
    '"a" + b + "c"': '(expr (string concat (literal "a") (name b) (literal "c")))',
    '"a" \'b\'': '(expr (string concat (literal "a") (literal "b")))',
    "'a\\n\\'b'": '(expr (literal "a\\\\n\'b"))',
    '"\\u{41 42}\\x43\\104\\n"': '(expr (literal "ABCD\\n"))',
    ':a': '(expr (literal "a"))',
    ':"a#{b}"': '(expr (string template (literal "a") (name b)))',
    '%w[a b]': '(expr (list list (literal "a") (literal "b")))',
    '`ls #{a}`': '(expr (call (name `) (string template (literal "ls ") (name a))))',
    '%x(ls)': '(expr (call (name `) (literal "ls")))',
    '/a#{b}/i': '(expr (call new (name Regexp) (string template (literal "a") (name b))))',
    '"%s is %d%%" % [a, b]':
      '(expr (string percent (name a) (literal " is ") (name b) (literal "%")))',
    '"%s" % a': '(expr (string percent (name a)))',
    '"%{a} %<b>d" % { a: x, b: y }': '(expr (string percent (name x) (literal " ") (name y)))',
    'format("%-5s|%s", a, b)': '(expr (string format (name a) (literal "|") (name b)))',
    'f(<<~A, 1)\n  x\n    #{y}\nA\nz':
      '(expr (call (name f) (string template (literal "x\\n  ") (name y) (literal "\\n")) (literal 1)))\n(expr (name z))',
    "<<-'A'.strip\n  \\n#{y}\n  A\n": '(expr (member .strip (literal "  \\\\n#{y}\\n")))',
    'f(<<A, <<B)\na\nA\nb\nB\n': '(expr (call (name f) (literal "a\\n") (literal "b\\n")))',
  });

  it('gives text pieces their place in the source', async () => {
    const text = 'x = <<~SQL\n  SELECT #{a}\nSQL\ny = "b#{c}d"\n';
    const pieces = find(await lower(text), 'string').flatMap((build: StringBuild) =>
      build.parts.filter((part): part is Literal => part.kind === 'literal'),
    );
    expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
      '  SELECT ',
      '\n',
      'b',
      'd',
    ]);
  });
});

describe('functions', () => {
  cases({
    'def f(a, b = 1, *c, d:, e: 2, **g, &h)\n  a\nend':
      '(function-decl f (name a) (name b) (literal 1) (name c) (name d) (name e) (literal 2) (name g) (name yield) (block (expr (assign let (name h) (name yield))) (return (name a))))',
    'def f(a) = a + 1':
      '(function-decl f (name a) (block (return (binary + (name a) (literal 1)))))',
    'def f\n  if a then 1 else 2 end\nend':
      '(function-decl f (block (if (name a) (block (return (literal 1))) (block (return (literal 2))))))',
    'def f\n  yield 1\nend':
      '(function-decl f (name yield) (block (return (call (name yield) (literal 1)))))',
    'def f(&b)\n  yield 1\nend':
      '(function-decl f (name yield) (block (expr (assign let (name b) (name yield))) (return (call (name yield) (literal 1)))))',
    'def f(a)\n  super\nend':
      '(function-decl f (name a) (block (return (call (name super) (name a)))))',
    'a.each { |x, (y, z)| p x }':
      '(expr (call (member .each (name a)) (function (name x) (list-pattern (name y) (name z)) (block (return (call (name p) (name x)))))))',
    'a.map(&:b)':
      '(expr (call (member .map (name a)) (function (name it) (block (return (member .b (name it)))))))',
    'a.map { _1 + it }':
      '(expr (call (member .map (name a)) (function (name _1) (block (return (binary + (name _1) (name it)))))))',
    'a.each do |x|\n  next if x\n  break 1\nend':
      '(expr (call (member .each (name a)) (function (name x) (block (if (name x) (return)) (return (literal 1))))))',
    '->(x) { x }': '(expr (function (name x) (block (return (name x)))))',
    'lambda do |x| x end': '(expr (function (name x) (block (return (name x)))))',
    'def f\n  a\nrescue E, G => e\n  b\nelse\n  c\nensure\n  d\nend':
      '(function-decl f (block (try (block (expr (name a)) (return (name c))) (name e) (block (expr (name E)) (expr (name G)) (return (name b))) (block (expr (name d))))))',
  });
});

describe('classes', () => {
  cases({
    'class A::B < C\n  private def f = 1\n  X = 1\nend':
      '(class-decl B (name C) (expr (assign (name X) (literal 1))) (block (return (literal 1))))',
    'module M\n  class << self\n    def f; end\n  end\nend': '(class-decl M (block))',
    'class A\n  scope :b, ->(c) { "#{c}" }\n  define_method(:e) { |f| g }\nend':
      '(class-decl A (name c) (block (return (string template (name c)))) (name f) (block (return (name g))))',
    'class A\n  def self.b\n    new(1)\n  end\nend':
      '(class-decl A (block (return (call new (name self) (literal 1)))))',
    'class A\n  attr_accessor :a\nend':
      '(class-decl A (expr (call (name attr_accessor) (literal "a"))) (block (return (member .@a (name self)))) (name value) (block (return (assign (member .@a (name self)) (name value)))))',
  });

  it('knows the methods of the class itself', async () => {
    const [cls] = find(
      await lower('class A\n def a; end\n def self.b; end\n class << self\n def c; end\n end\nend'),
      'class-decl',
    );
    const methods = cls?.cls.methods.map(({ name, isStatic }) => `${name} ${isStatic}`);
    expect(methods).toEqual(['a false', 'b true', 'c true']);
    const [shared] = find(await lower('module M\n extend self\n def a; end\nend'), 'class-decl');
    expect(shared?.cls.methods.map((method) => method.isStatic)).toEqual([true]);
  });
});

describe('statements', () => {
  cases({
    'x = if a then 1 else 2 end':
      '(block (if (name a) (block (expr (assign (name x) (literal 1)))) (block (expr (assign (name x) (literal 2))))))',
    '@x ||= begin\n  1\nend': '(block (expr (assign ||= (member .@x (name self)) (literal 1))))',
    'x = a rescue b':
      '(block (try (block (expr (assign (name x) (name a)))) (block (expr (assign (name x) (name b))))))',
    'f(if a then 1 end)':
      '(expr (call (name f) (conditional (name a) (literal 1) (literal "null"))))',
    'f(case a when 1 then 2 else 3 end)':
      '(expr (call (name f) (sequence (assign (name case@2) (name a)) (conditional (binary === (name case@2) (literal 1)) (literal 2) (literal 3)))))',
    'a, (b, *c), d.e = 1, *x':
      '(expr (assign (list-pattern (name a) (list-pattern (name b) (name c)) (member .e (name d))) (list list (literal 1) (name x))))',
    'f(a) or return': '(if (unary ! (call (name f) (name a))) (return))',
    'raise E, "m" unless a': '(if (unary ! (name a)) (throw (call new (name E) (literal "m"))))',
    'until a\n  next\nend': '(loop (unary ! (name a)) (block (jump continue)))',
    'for a, b in c do d end':
      '(loop (list-pattern (name a) (name b)) (name c) (block (expr (name d))))',
    'case a\nwhen 1, 2 then b\nelse c\nend':
      '(switch (name a) (literal 1) (literal 2) (expr (name b)) (jump break) (expr (name c)) (jump break))',
    'case\nwhen a then b\nwhen c, d then e\nend':
      '(if (name a) (block (expr (name b))) (if (binary || (name c) (name d)) (block (expr (name e)))))',
    'case a\nin {b: Integer => c, d:} then c\nend':
      '(switch (name a) (unknown hash_pattern (name Integer)) (expr (assign (name c) (index (name a) (literal "b")))) (expr (assign (name d) (index (name a) (literal "d")))) (expr (name c)) (jump break))',
    'alias a b': '(expr (call (name alias_method) (literal "a") (literal "b")))',
  });
});

describe('broken text', () => {
  it('keeps what stands around', async () => {
    const module = await lower('def a\n  query("x #{y}"\nend\n\ndef b\n  run(z)\nend\n');
    const called = find(module, 'call').map(({ callee }) => dump(callee));
    expect(called).toContain('(name run)');
  });

  it('survives any cut', async () => {
    const text =
      'class A < B\n  def f(a, *b)\n    x = <<~S\n      a #{b[1]} #{<<T}\nt\nT\n    S\n    case a\n    in {b:} then `l #{b}`\n    end\n  rescue => e\n    a&.b(*c, d: 1) { |e, (f, g)| next 1 }\n  end\nend\n';
    for (let at = 0; at < text.length; at++) {
      await lower(text.slice(0, at));
      await lower(text.slice(at));
    }
  });

  it('cuts what nests too deep', async () => {
    const depth = 3000;
    await lower(`x = ${'['.repeat(depth)}${']'.repeat(depth)}`);
    await lower(`x = ${'if a\n'.repeat(depth)}${'end\n'.repeat(depth)}`);
    await lower(`x = ${'a || '.repeat(depth)}b`);
    await lower(`x = a${'.b(1)'.repeat(depth)}`);
    await lower(`case\n${'when a then b\n'.repeat(depth)}end`);
    await lower(`if a\n${'elsif b\n'.repeat(depth)}end`);
  });
});
