import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkModule } from '../../ir/check';
import { dump } from '../../ir/dump';
import type { Literal, Module, Node, StringBuild } from '../../ir/types';
import { walk } from '../../ir/walk';
import { createParsing, type Parsing } from '../../parsing/parsing';
import { phpFrontEnd } from './frontEnd';

const { resolve } = createRequire(import.meta.url);
let parsing: Parsing;

beforeAll(async () => {
  parsing = await createParsing((name) => {
    const folder = name === 'web-tree-sitter.wasm' ? 'web-tree-sitter' : 'tree-sitter-php';
    return readFile(resolve(`${folder}/${name}`));
  });
});

async function lower(text: string): Promise<Module> {
  const document = (await parsing.load('php')).open(text);
  const module = phpFrontEnd.lower(document.tree);
  document.dispose();
  expect(checkModule(module)).toEqual([]);
  return module;
}

function find<K extends Node['kind']>(module: Module, kind: K): Extract<Node, { kind: K }>[] {
  const found: Extract<Node, { kind: K }>[] = [];
  walk(module, (node) => {
    if (node.kind === kind) found.push(node as Extract<Node, { kind: K }>);
  });
  return found;
}

/** Source after `<?php ` → dump, one line for each statement, each in a test of its own. */
function cases(table: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(table)) {
    it(text.replace(/\n/g, '⏎'), async () => {
      const module = await lower(`<?php ${text}`);
      expect(module.body.map(dump).join('\n')).toBe(expected);
    });
  }
}

describe('names and calls', () => {
  cases({
    '$a->b;': '(expr (member .b (name $a)))',
    '$a?->b(1);': '(expr (call (member .b (name $a)) (literal 1)))',
    '$this->x = 1;': '(expr (assign (member .x (name this)) (literal 1)))',
    'A::$b;': '(expr (member .b (name A)))',
    'self::$b = C::D;': '(expr (assign (member .b (name self)) (member .D (name C))))',
    '\\App\\Models\\User::find(1);':
      '(expr (call (member .find (member .User (member .Models (name App)))) (literal 1)))',
    'new \\A\\B(1);': '(expr (call new (member .B (name A)) (literal 1)))',
    'new $a;': '(expr (call (name (new)) (name $a)))',
    "call_user_func('a', $b);": '(expr (call (name a) (name $b)))',
    '$a[1]["k"];': '(expr (index (index (name $a) (literal 1)) (literal "k")))',
    '$a[] = 1;': '(expr (assign (index (name $a) (unknown MISSING)) (literal 1)))',
    '$$a;': '(expr (unknown dynamic_variable_name (name $a)))',
    "${'a'};": '(expr (name $a))',
    'f(1, ...$b);': '(expr (call (name f) (literal 1) (name $b)))',
    'f(name: $x);': '(expr (call (name f) (name $x)))',
    'parent::__construct($a);': '(expr (call (member .__construct (name parent)) (name $a)))',
    'A::class;': '(expr (member .class (name A)))',
    '$a::b();': '(expr (call (member .b (name $a))))',
    '$a->$b();': '(expr (call (index (name $a) (name $b))))',
    '(function () { return 1; })();': '(expr (call (function (block (return (literal 1))))))',
    'f(...);': '(expr (call (name f)))',
    'new class($a) extends B { };': '(expr (call new (class (name B)) (name $a)))',
    'clone $a;': '(expr (name $a))',
  });
});

describe('texts', () => {
  cases({
    '"a $b c";': '(expr (string template (literal "a ") (name $b) (literal " c")))',
    '"a {$b->c} $d[e] $f[1]";':
      '(expr (string template (literal "a ") (member .c (name $b)) (literal " ") (index (name $d) (literal "e")) (literal " ") (index (name $f) (literal 1))))',
    '"{$a["k"]} ${b} ${c[1]}";':
      '(expr (string template (index (name $a) (literal "k")) (literal " ") (name $b) (literal " ") (index (name $c) (literal 1))))',
    "'a\\n\\'b\\\\';": '(expr (literal "a\\\\n\'b\\\\"))',
    '"\\x41\\u{42}\\103\\n\\$";': '(expr (literal "ABC\\n$"))',
    '"a" . $b . "c" . 1;':
      '(expr (string concat (literal "a") (name $b) (literal "c") (literal 1)))',
    '$a . $b;': '(expr (string concat (name $a) (name $b)))',
    '$a .= "b";': '(expr (assign += (name $a) (literal "b")))',
    'sprintf("%s is %d%%", $a, $b);':
      '(expr (string percent (name $a) (literal " is ") (call (name (int)) (name $b)) (literal "%")))',
    "sprintf('%2$s %1$s', $a, $b);": '(expr (string percent (name $b) (literal " ") (name $a)))',
    'sprintf($f, $a);': '(expr (call (name sprintf) (name $f) (name $a)))',
    'vsprintf("%s", $a);': '(expr (string percent (index (name $a) (literal 0))))',
    'printf("%s", $a);': '(expr (call (name printf) (string percent (name $a))))',
    '`ls $a`;': '(expr (call (name shell_exec) (string template (literal "ls ") (name $a))))',
    'f(<<<EOT\n  a $b\n  c\n   d\\n\n  {$e}\n    {$g} h\n\n  i\n  EOT);':
      '(expr (call (name f) (string template (literal "a ") (name $b) (literal "\\nc\\n d\\n\\n") (name $e) (literal "\\n  ") (name $g) (literal " h\\n\\ni"))))',
    '<<<EOT\n$a\n\n$b\nEOT;': '(expr (string template (name $a) (literal "\\n\\n") (name $b)))',
    '<<<EOT\nEOT;': '(expr (literal ""))',
    "<<<'EOT'\na $b\nEOT;": '(expr (literal "a $b"))',
    '"";': '(expr (literal ""))',
  });
});

describe('printing', () => {
  cases({
    'echo $a, "b";': '(expr (call (name echo) (name $a) (literal "b")))',
    'print $a;': '(expr (call (name print) (name $a)))',
    '?><b><?= $a ?></b>\n<?php f();':
      '(expr (call (name echo) (literal "<b>")))\n(expr (call (name echo) (name $a)))\n(expr (call (name echo) (literal "</b>\\n")))\n(expr (call (name f)))',
    'exit($a);': '(expr (call (name exit) (name $a)))',
    'die;': '(expr (call (name exit)))',
    'exit;': '(expr (call (name exit)))',
    '$a or die;': '(expr (binary || (name $a) (call (name exit))))',
    '$a or exit("x");': '(expr (binary || (name $a) (call (name exit) (literal "x"))))',
    'die("x");': '(expr (call (name die) (literal "x")))',
    'include "a.php";': '(expr (call (name include) (literal "a.php")))',
    'require_once __DIR__ . "/b.php";':
      '(expr (call (name require_once) (string concat (name __DIR__) (literal "/b.php"))))',
  });
});

describe('operators', () => {
  cases({
    '$a == $b and !$c;': '(expr (binary && (binary == (name $a) (name $b)) (unary ! (name $c))))',
    '$a <> $b or $c;': '(expr (binary || (binary != (name $a) (name $b)) (name $c)))',
    '$a ?: $b;': '(expr (binary || (name $a) (name $b)))',
    '$a ?? $b;': '(expr (binary ?? (name $a) (name $b)))',
    '$a ??= 1;': '(expr (assign ??= (name $a) (literal 1)))',
    '(int) $a;': '(expr (call (name (int)) (name $a)))',
    '(string) $a;': '(expr (call (name (string)) (name $a)))',
    '(bool) $a;': '(expr (call (name (bool)) (name $a)))',
    '@f();': '(expr (call (name f)))',
    '$a instanceof B;': '(expr (binary instanceof (name $a) (name B)))',
    '$i++;': '(expr (unary ++ (name $i)))',
    '-$a;': '(expr (unary - (name $a)))',
    '$a + $b;': '(expr (binary + (name $a) (name $b)))',
    '$a + 1;': '(expr (binary + (call (name (float)) (name $a)) (literal 1)))',
    '$a <=> $b;': '(expr (binary <=> (name $a) (name $b)))',
    'isset($a["b"]);': '(expr (call (name isset) (index (name $a) (literal "b"))))',
    'empty($a);': '(expr (call (name empty) (name $a)))',
    'unset($a, $b);': '(expr (call (name unset) (name $a) (name $b)))',
    '$a ? 1 : 2;': '(expr (conditional (name $a) (literal 1) (literal 2)))',
    '017 + 0x1F + 1_000 + 1.5;':
      '(expr (binary + (binary + (binary + (literal 15) (literal 31)) (literal 1000)) (literal 1.5)))',
    'match ($a) { 1, 2 => "b", default => "c" };':
      '(expr (sequence (name $a) (conditional (unknown match_condition_list (literal 1) (literal 2)) (literal "b") (literal "c"))))',
    'print($a) && throw new E("x");':
      '(expr (call (name print) (binary && (name $a) (call (name throw) (call new (name E) (literal "x"))))))',
  });
});

describe('collections and targets', () => {
  cases({
    '[1, ...$b];': '(expr (list list (literal 1) (name $b)))',
    'array("a" => 1, 2, &$c);':
      '(expr (map (literal "a") (literal 1) (literal 0) (literal 2) (literal 1) (name $c)))',
    '[$a, [$b]] = $c;':
      '(expr (assign (list-pattern (name $a) (list-pattern (name $b))) (name $c)))',
    '["k" => $a] = $c;': '(expr (assign (map-pattern (name $a)) (name $c)))',
    'list($a, , $b) = $c;': '(expr (assign (list-pattern (name $a) (name $b)) (name $c)))',
    'list("k" => $a) = $c;': '(expr (assign (map-pattern (name $a)) (name $c)))',
    '$a = &$b;': '(expr (assign (name $a) (name $b)))',
  });
});

describe('functions', () => {
  cases({
    'function f(int $a, ?string $b = null, &$c, ...$d): ?array { return $a; }':
      '(function-decl f (name $a) (name $b) (literal "null") (name $c) (name $d) (block (return (name $a))))',
    'fn($x) => $x + 1;':
      '(expr (function (name $x) (block (return (binary + (call (name (float)) (name $x)) (literal 1))))))',
    'static fn(A $x): B => $x;': '(expr (function (name $x) (block (return (name $x)))))',
    'function () use ($a, &$b) { $b = $a; };':
      '(expr (function (block (expr (assign (name $b) (name $a))))))',
    'function g() { yield 1; yield "k" => $v; yield from h(); }':
      '(function-decl g (block (expr (unary yield (literal 1))) (expr (unary yield (name $v))) (expr (unary yield (call (name h))))))',
    'function f() { static $n = 0; global $db; }':
      '(function-decl f (block (expr (assign let (name $n) (literal 0)))))',
  });
});

describe('classes', () => {
  cases({
    'class A extends B implements C { use D, E; const F = 1; private static ?int $g = 2; public $h, $i; abstract function j(); static function k() { } }':
      '(class-decl A (name B) (name C) (name D) (name E) (expr (assign const (name F) (literal 1))) (expr (assign let (name g) (literal 2))) (expr (assign let (name h))) (expr (assign let (name i))) (block) (block))',
    'class A { function __construct(private PDO $db, int $x) { $this->y = $x; } }':
      '(class-decl A (name $db) (name $x) (block (expr (assign (member .db (name this)) (name $db))) (expr (assign (member .y (name this)) (name $x)))))',
    'enum S: string { case A = "a"; case B; function c() { } }':
      '(class-decl S (expr (assign const (name A) (literal "a"))) (expr (assign const (name B) (literal "B"))) (block))',
    'interface I extends J { function a(); }': '(class-decl I (name J) (block))',
    'trait T { protected $a; }': '(class-decl T (expr (assign let (name a))))',
    'class A { #[Route("/a/{id}", name: "b")] #[C] function d(#[E] $f) { } }':
      '(class-decl A (call (name Route) (literal "/a/{id}") (literal "b")) (name C) (name E) (name $f) (block))',
  });
});

describe('imports', () => {
  cases({
    'namespace A\\B; use C\\D as E; use F; use G\\{H, I\\J as K}; use function L\\m; use const N\\O;':
      '(import C D:E)\n(import F *:F)\n(import G H:H)\n(import G\\I J:K)\n(import L m:m)\n(import N O:O)',
    'namespace A { f(); } namespace B { g(); }': '(expr (call (name f)))\n(expr (call (name g)))',
  });
});

describe('statements', () => {
  cases({
    'if ($a) b(); elseif ($c) d(); else e();':
      '(if (name $a) (block (expr (call (name b)))) (if (name $c) (block (expr (call (name d)))) (block (expr (call (name e))))))',
    'if ($a): b(); else: c(); endif;':
      '(if (name $a) (block (expr (call (name b)))) (block (expr (call (name c)))))',
    'for ($i = 0, $j = 1; $i < 3; $i++) { f($i); }':
      '(loop (expr (sequence (assign (name $i) (literal 0)) (assign (name $j) (literal 1)))) (binary < (name $i) (literal 3)) (unary ++ (name $i)) (block (expr (call (name f) (name $i)))))',
    'foreach ($a as $v) f($v);':
      '(loop (name $v) (name $a) (block (expr (call (name f) (name $v)))))',
    'foreach ($a as $k => $v): f($k); endforeach;':
      '(loop (block (expr (assign (name $k) (call (name key) (name $a))))) (name $v) (name $a) (block (expr (call (name f) (name $k)))))',
    'foreach ($a as [$b, "c" => $d]) { }':
      '(loop (map-pattern (name $b) (name $d)) (name $a) (block))',
    'foreach ($a as ["x" => $d]) { }': '(loop (map-pattern (name $d)) (name $a) (block))',
    'while ($row = f()) { continue; }':
      '(loop (assign (name $row) (call (name f))) (block (jump continue)))',
    'do { f(); } while ($a);': '(loop (name $a) (block (expr (call (name f)))))',
    'switch ($a) { case 1: case "b": f(); break; default: g(); }':
      '(switch (name $a) (literal 1) (literal "b") (expr (call (name f))) (jump break) (expr (call (name g))))',
    'try { f(); } catch (A | \\B\\C $e) { g(); } finally { h(); }':
      '(try (block (expr (call (name f)))) (name $e) (block (expr (call (name g)))) (block (expr (call (name h)))))',
    'throw new E("x");': '(throw (call new (name E) (literal "x")))',
    'declare(strict_types=1);': '',
    'const A = 1, B = "x";':
      '(expr (assign const (name A) (literal 1)))\n(expr (assign const (name B) (literal "x")))',
    'goto a; a: f();': '(expr (call (name f)))',
    '__halt_compiler();': '(expr (call (name __halt_compiler)))',
  });
});

describe('what dumps do not show', () => {
  it('gives text pieces their place in the source', async () => {
    const text = '<?php $x = <<<SQL\n  SELECT $a\n  FROM t\n  SQL; $y = "b{$c}d";';
    const pieces = find(await lower(text), 'string').flatMap((build: StringBuild) =>
      build.parts.filter((part): part is Literal => part.kind === 'literal'),
    );
    expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
      '  SELECT ',
      '\n  FROM t',
      'b',
      'd',
    ]);
  });

  it('keeps written types', async () => {
    const module = await lower(
      '<?php class A { private ?PDO $b; function c(int $d): ?array { try { } catch (E | F $g) { } } }',
    );
    const [cls] = find(module, 'class-decl');
    expect(cls?.cls.methods[0]?.params[0]?.type).toBe('int');
    expect(cls?.cls.methods[0]?.returnType).toBe('?array');
    expect(find(module, 'assign')[0]?.type).toBe('?PDO');
    expect(find(module, 'try')[0]?.handlers[0]?.type).toBe('E | F');
  });

  it('knows the names of arguments, spreads, static methods and the namespace', async () => {
    const module = await lower(
      '<?php namespace A\\B; f(...$a, name: 1); class C { static function d() { } function e() { } }',
    );
    const [call] = find(module, 'call');
    expect(call?.args.map(({ name, spread }) => name ?? spread)).toEqual(['list', '$name']);
    const methods = find(module, 'class-decl')[0]?.cls.methods;
    expect(methods?.map(({ isStatic }) => isStatic)).toEqual([true, false]);
    expect(module.namespace).toBe('A\\B');
  });

  it('keeps the places of a list that are left out', async () => {
    const [pattern] = find(await lower('<?php list($a, , $b) = $c;'), 'list-pattern');
    expect(pattern?.elements.map(({ target }) => target?.kind)).toEqual([
      'name',
      undefined,
      'name',
    ]);
  });
});

describe('broken text', () => {
  it('keeps what stands around', async () => {
    const module = await lower(
      '<?php function a() {\n  query("x $y"\n}\n\nfunction b() {\n  run($z);\n}\n',
    );
    const called = find(module, 'call').map(({ callee }) => dump(callee));
    expect(called).toContain('(name run)');
  });

  it('survives any cut', async () => {
    const text =
      '<b><?= $a ?></b><?php namespace N; class A extends B { #[R("/")] function f(int $a, ...$b) { $x = <<<S\n  a {$b[1]} ${c}\n  S; return match ($a) { 1 => `l $b`, default => [$c, , $d] = $e }; } }';
    for (let at = 0; at < text.length; at++) {
      await lower(text.slice(0, at));
      await lower(`<?php ${text.slice(at)}`);
    }
  });

  it('cuts what nests too deep', async () => {
    const depth = 3000;
    await lower(`<?php $x = ${'['.repeat(depth)}${']'.repeat(depth)};`);
    await lower(`<?php ${'if ($a) {'.repeat(depth)}${'}'.repeat(depth)}`);
    await lower(`<?php $x = ${'$a . '.repeat(depth)}$b;`);
    await lower(`<?php $x = $a${'->b(1)'.repeat(depth)};`);
    await lower(`<?php if ($a) { } ${'elseif ($b) { } '.repeat(depth)}`);
    await lower(`<?php ${'${'.repeat(depth)}$a${'}'.repeat(depth)};`);
  });
});
