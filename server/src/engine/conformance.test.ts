import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../analysis';
import { openAnalysis } from '../testing/analysis';

/**
 * What the engine understands, the same in every language: each case is one tiny program per
 * language, in which SQL text with data from a request is found, or is not there to be found. In the
 * programs `SOURCE` stands for that data and `SINK(…)` for a call that runs SQL; a language that is
 * added fills in one column.
 */

type Expectation = 'finds' | 'silent';
interface Case {
  readonly name: string;
  readonly expect: Expectation;
  readonly javascript?: string;
  readonly python?: string;
  readonly java?: string;
  readonly ruby?: string;
  readonly php?: string;
}

interface Host {
  readonly file: string;
  /** The whole program around the lines of a case, which stand in a request handler. */
  wrap(lines: string): string;
  readonly source: string;
  readonly sink: string;
}

const indent = (lines: string, by: string) =>
  lines
    .split('\n')
    .map((line) => by + line)
    .join('\n');

/** Lines before `---` stand at the top level. */
function parts(program: string): readonly [string, string] {
  const [top, body] = program.split('\n---\n');
  return body === undefined ? ['', program] : [top ?? '', body];
}

const hosts: Readonly<Record<'javascript' | 'python' | 'java' | 'ruby' | 'php', Host>> = {
  javascript: {
    file: 'case.js',
    source: 'req.query.a',
    sink: 'pool.query',
    wrap(program) {
      const [top, body] = parts(program);
      return `const { Pool } = require('pg');
const app = require('express')();
const pool = new Pool();
${top}
app.get('/', async (req, res) => {
${indent(body, '  ')}
});
`;
    },
  },
  python: {
    file: 'case.py',
    source: "request.args['a']",
    sink: 'db.execute',
    wrap(program) {
      const [top, body] = parts(program);
      return `from flask import Flask, request, abort
import sqlite3
app = Flask(__name__)
db = sqlite3.connect('app.db')
${top}
@app.get('/')
def handler():
${indent(body, '    ')}
`;
    },
  },
  java: {
    file: 'Case.java',
    source: 'request.getParameter("a")',
    sink: 'db.execute',
    wrap(program) {
      const [top, body] = parts(program);
      return `import java.sql.*;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.servlet.http.*;

class Case extends HttpServlet {
  private Connection connection;
  private Statement db;
  private boolean debug;
${indent(top, '  ')}
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
${indent(body, '    ')}
  }
}
`;
    },
  },
  ruby: {
    file: 'case.rb',
    source: 'params[:a]',
    sink: '$db.execute',
    wrap(program) {
      const [top, body] = parts(program);
      return `require 'sinatra'
require 'sqlite3'
$db = SQLite3::Database.new('app.db')
${top}
get '/' do
${indent(body, '  ')}
  204
end
`;
    },
  },
  php: {
    file: 'case.php',
    source: "$_GET['a']",
    sink: '$db->query',
    wrap(program) {
      const [top, body] = parts(program);
      return `<?php
$db = new PDO('sqlite:app.db');
${top}
${body}
`;
    },
  },
};

const flow: readonly Case[] = [
  {
    name: 'assignment',
    expect: 'finds',
    javascript: "const a = SOURCE;\nconst b = a;\nSINK('SELECT ' + b);",
    python: "a = SOURCE\nb = a\nSINK('SELECT ' + b)",
    ruby: "a = SOURCE\nb = a\nSINK('SELECT ' + b)",
    php: "$a = SOURCE;\n$b = $a;\nSINK('SELECT ' . $b);",
    java: 'String a = SOURCE;\nString b = a;\nSINK("SELECT " + b);',
  },
  {
    name: 'overwritten',
    expect: 'silent',
    javascript: "let a = SOURCE;\na = 'x';\nSINK('SELECT ' + a);",
    python: "a = SOURCE\na = 'x'\nSINK('SELECT ' + a)",
    ruby: "a = SOURCE\na = 'x'\nSINK('SELECT ' + a)",
    php: "$a = SOURCE;\n$a = 'x';\nSINK('SELECT ' . $a);",
    java: 'String a = SOURCE;\na = "x";\nSINK("SELECT " + a);',
  },
  {
    name: 'one of two branches',
    expect: 'finds',
    javascript: "let a = 'x';\nif (res.ok) a = SOURCE;\nSINK('SELECT ' + a);",
    python: "a = 'x'\nif app.debug:\n    a = SOURCE\nSINK('SELECT ' + a)",
    ruby: "a = 'x'\na = SOURCE if settings.debug\nSINK('SELECT ' + a)",
    php: "$a = 'x';\nif (DEBUG) {\n  $a = SOURCE;\n}\nSINK('SELECT ' . $a);",
    java: 'String a = "x";\nif (debug) a = SOURCE;\nSINK("SELECT " + a);',
  },
  {
    name: 'overwritten in both branches',
    expect: 'silent',
    javascript: "let a = SOURCE;\nif (res.ok) a = 'x'; else a = 'y';\nSINK('SELECT ' + a);",
    python: "a = SOURCE\nif app.debug:\n    a = 'x'\nelse:\n    a = 'y'\nSINK('SELECT ' + a)",
    ruby: "a = SOURCE\nif settings.debug\n  a = 'x'\nelse\n  a = 'y'\nend\nSINK('SELECT ' + a)",
    php: "$a = SOURCE;\nif (DEBUG) {\n  $a = 'x';\n} else {\n  $a = 'y';\n}\nSINK('SELECT ' . $a);",
    java: 'String a = SOURCE;\nif (debug) a = "x"; else a = "y";\nSINK("SELECT " + a);',
  },
  {
    name: 'dead branch',
    expect: 'silent',
    javascript: "let a = 'x';\nif (1 > 2) a = SOURCE;\nSINK('SELECT ' + a);",
    python: "a = 'x'\nif 1 > 2:\n    a = SOURCE\nSINK('SELECT ' + a)",
    ruby: "a = 'x'\na = SOURCE if 1 > 2\nSINK('SELECT ' + a)",
    php: "$a = 'x';\nif (1 > 2) {\n  $a = SOURCE;\n}\nSINK('SELECT ' . $a);",
    java: 'String a = "x";\nif (1 > 2) a = SOURCE;\nSINK("SELECT " + a);',
  },
  {
    name: 'after the return',
    expect: 'silent',
    javascript: "return;\nSINK('SELECT ' + SOURCE);",
    python: "return\nSINK('SELECT ' + SOURCE)",
    ruby: "return\nSINK('SELECT ' + SOURCE)",
    php: "exit;\nSINK('SELECT ' . SOURCE);",
    java: 'return;\nSINK("SELECT " + SOURCE);',
  },
  {
    name: 'conditional expression',
    expect: 'finds',
    javascript: "SINK('SELECT ' + (res.ok ? SOURCE : 'x'));",
    python: "SINK('SELECT ' + (SOURCE if app.debug else 'x'))",
    ruby: "SINK('SELECT ' + (settings.debug ? SOURCE : 'x'))",
    php: "SINK('SELECT ' . (DEBUG ? SOURCE : 'x'));",
    java: 'SINK("SELECT " + (debug ? SOURCE : "x"));',
  },
  {
    name: 'loop over data',
    expect: 'finds',
    javascript: "for (const x of SOURCE) SINK('SELECT ' + x);",
    python: "for x in SOURCE:\n    SINK('SELECT ' + x)",
    ruby: "for x in SOURCE do SINK('SELECT ' + x) end",
    php: "foreach (SOURCE as $x) {\n  SINK('SELECT ' . $x);\n}",
    java: 'for (String x : SOURCE.split(",")) SINK("SELECT " + x);',
  },
  {
    name: 'carried to the next round of a loop',
    expect: 'finds',
    javascript: "let a = 'x';\nwhile (res.ok) { SINK('SELECT ' + a); a = SOURCE; }",
    python: "a = 'x'\nwhile app.debug:\n    SINK('SELECT ' + a)\n    a = SOURCE",
    ruby: "a = 'x'\nwhile settings.debug\n  SINK('SELECT ' + a)\n  a = SOURCE\nend",
    php: "$a = 'x';\nwhile (more()) {\n  SINK('SELECT ' . $a);\n  $a = SOURCE;\n}",
    java: 'String a = "x";\nwhile (debug) { SINK("SELECT " + a); a = SOURCE; }',
  },
  {
    name: 'collected in a list',
    expect: 'finds',
    javascript: "const list = [];\nlist.push(SOURCE);\nSINK('SELECT ' + list.join(','));",
    python: "items = []\nitems.append(SOURCE)\nSINK('SELECT ' + ','.join(items))",
    ruby: "list = []\nlist << SOURCE\nSINK('SELECT ' + list.join(','))",
    php: "$list = [];\n$list[] = SOURCE;\nSINK('SELECT ' . implode(',', $list));",
    java: 'List<String> list = new ArrayList<>();\nlist.add(SOURCE);\nSINK("SELECT " + String.join(",", list));',
  },
  {
    name: 'another element of a list',
    expect: 'silent',
    javascript: "const list = [SOURCE, 'x'];\nSINK('SELECT ' + list[1]);",
    python: "items = [SOURCE, 'x']\nSINK('SELECT ' + items[1])",
    ruby: "list = [SOURCE, 'x']\nSINK('SELECT ' + list[1])",
    php: "$list = [SOURCE, 'x'];\nSINK('SELECT ' . $list[1]);",
    java: 'String[] list = {SOURCE, "x"};\nSINK("SELECT " + list[1]);',
  },
  {
    name: 'an entry of a map',
    expect: 'finds',
    javascript: "const map = { k: SOURCE, other: 'x' };\nSINK('SELECT ' + map.k);",
    python: "m = {'k': SOURCE, 'other': 'x'}\nSINK('SELECT ' + m['k'])",
    ruby: "map = { k: SOURCE, other: 'x' }\nSINK('SELECT ' + map[:k])",
    php: "$map = ['k' => SOURCE, 'other' => 'x'];\nSINK('SELECT ' . $map['k']);",
    java: 'Map<String, String> map = new HashMap<>();\nmap.put("k", SOURCE);\nmap.put("other", "x");\nSINK("SELECT " + map.get("k"));',
  },
  {
    name: 'another entry of a map',
    expect: 'silent',
    javascript: "const map = { k: SOURCE, other: 'x' };\nSINK('SELECT ' + map.other);",
    python: "m = {'k': SOURCE, 'other': 'x'}\nSINK('SELECT ' + m['other'])",
    ruby: "map = { k: SOURCE, other: 'x' }\nSINK('SELECT ' + map[:other])",
    php: "$map = ['k' => SOURCE, 'other' => 'x'];\nSINK('SELECT ' . $map['other']);",
    java: 'Map<String, String> map = Map.of("k", SOURCE, "other", "x");\nSINK("SELECT " + map.get("other"));',
  },
  {
    name: 'taken apart',
    expect: 'finds',
    javascript: "const { a, ...rest } = req.query;\nSINK('SELECT ' + a);",
    python: "a, b = SOURCE, 'x'\nSINK('SELECT ' + a)",
    ruby: "a, b = SOURCE, 'x'\nSINK('SELECT ' + a)",
    php: "[$a, $b] = [SOURCE, 'x'];\nSINK('SELECT ' . $a);",
    java: 'record Pair(String a, String b) {}\n---\nObject o = new Pair(SOURCE, "x");\nif (o instanceof Pair(String a, String b)) SINK("SELECT " + a);',
  },
  {
    name: 'the other part',
    expect: 'silent',
    javascript: "const [a, b] = [SOURCE, 'x'];\nSINK('SELECT ' + b);",
    python: "a, b = SOURCE, 'x'\nSINK('SELECT ' + b)",
    ruby: "a, b = SOURCE, 'x'\nSINK('SELECT ' + b)",
    php: "[$a, $b] = [SOURCE, 'x'];\nSINK('SELECT ' . $b);",
  },
  {
    name: 'a mapped list',
    expect: 'finds',
    javascript: "SINK('SELECT ' + SOURCE.split(',').map((x) => `'${x}'`).join(','));",
    python: "SINK('SELECT ' + ','.join([f\"'{x}'\" for x in SOURCE.split(',')]))",
    ruby: "SINK('SELECT ' + SOURCE.split(',').map { |x| \"'#{x}'\" }.join(','))",
    php: "SINK('SELECT ' . implode(',', array_map(fn ($x) => \"'$x'\", explode(',', SOURCE))));",
    java: 'SINK("SELECT " + Arrays.stream(SOURCE.split(",")).map(x -> "\'" + x + "\'").collect(Collectors.joining(",")));',
  },
  {
    name: 'placeholders for a list',
    expect: 'silent',
    javascript: "SINK('SELECT ' + SOURCE.split(',').map(() => '?').join(','));",
    python: "SINK('SELECT ' + ','.join('?' for x in SOURCE.split(',')))",
    ruby: "SINK('SELECT ' + SOURCE.split(',').map { '?' }.join(','))",
    php: "SINK('SELECT ' . implode(',', array_map(fn ($x) => '?', explode(',', SOURCE))));",
    java: 'SINK("SELECT " + Arrays.stream(SOURCE.split(",")).map(x -> "?").collect(Collectors.joining(",")));',
  },
  {
    name: 'an exception handler',
    expect: 'finds',
    javascript: "let a = 'x';\ntry { a = SOURCE; JSON.parse(a); } catch { SINK('SELECT ' + a); }",
    python:
      "a = 'x'\ntry:\n    a = SOURCE\n    int(a)\nexcept ValueError:\n    SINK('SELECT ' + a)",
    ruby: "a = 'x'\nbegin\n  a = SOURCE\n  Integer(a)\nrescue ArgumentError\n  SINK('SELECT ' + a)\nend",
    php: "$a = 'x';\ntry {\n  $a = SOURCE;\n  check($a);\n} catch (Exception $e) {\n  SINK('SELECT ' . $a);\n}",
    java: 'String a = "x";\ntry { a = SOURCE; Integer.parseInt(a); } catch (NumberFormatException e) { SINK("SELECT " + a); }',
  },
  {
    name: 'finally',
    expect: 'finds',
    javascript: "let a = SOURCE;\ntry { res.end(); } finally { SINK('SELECT ' + a); }",
    python: "a = SOURCE\ntry:\n    app.x()\nfinally:\n    SINK('SELECT ' + a)",
    ruby: "a = SOURCE\nbegin\n  settings.x\nensure\n  SINK('SELECT ' + a)\nend",
    php: "$a = SOURCE;\ntry {\n  check();\n} finally {\n  SINK('SELECT ' . $a);\n}",
    java: 'String a = SOURCE;\ntry { response.flushBuffer(); } finally { SINK("SELECT " + a); }',
  },
];

const strings: readonly Case[] = [
  {
    name: 'interpolation',
    expect: 'finds',
    javascript: 'SINK(`SELECT ${SOURCE}`);',
    python: 'a = SOURCE\nSINK(f"SELECT {a}")',
    ruby: 'a = SOURCE\nSINK("SELECT #{a}")',
    php: '$a = SOURCE;\nSINK("SELECT {$a}");',
    java: 'SINK("SELECT %s".formatted(SOURCE));',
  },
  {
    name: 'import that falls back to another package',
    expect: 'finds',
    python: `try:
    from flask import request as r
except ImportError:
    from other import request as r
---
SINK('SELECT ' + r.args['a'])`,
  },
  {
    name: 'variable of another function of the same name',
    expect: 'silent',
    javascript: 'function f() { const a = SOURCE; }\nfunction g(a) { SINK(a); }\nf(); g("x");',
    python: 'def f():\n    a = SOURCE\ndef g(a):\n    SINK(a)\nf()\ng("x")',
    ruby: "def f\n  a = SOURCE\nend\ndef g(a)\n  SINK(a)\nend\nf\ng('x')",
    php: "$a = SOURCE;\nfunction g() { global $db; SINK('SELECT ' . $a); }\ng();",
  },
  {
    name: 'variable around a function that names it',
    expect: 'finds',
    javascript: "const a = SOURCE;\nconst g = () => { SINK('SELECT ' + a); };\ng();",
    python: "a = SOURCE\ndef g():\n    SINK('SELECT ' + a)\ng()",
    ruby: "a = SOURCE\ng = lambda { SINK('SELECT ' + a) }\ng.call",
    php: "$a = SOURCE;\n$g = function () use ($a, $db) { SINK('SELECT ' . $a); };\n$g();",
  },
  {
    name: 'character of a constant',
    expect: 'silent',
    javascript: "let a = SOURCE;\nif ('ABC'[1] === 'B') a = 'x';\nSINK('SELECT ' + a);",
    python: "a = SOURCE\nif 'ABC'[1] == 'B':\n    a = 'x'\nSINK('SELECT ' + a)",
    ruby: "a = SOURCE\na = 'x' if 'ABC'[1] == 'B'\nSINK('SELECT ' + a)",
    php: "$a = SOURCE;\n$s = 'ABC';\nif ($s[1] === 'B') { $a = 'x'; }\nSINK('SELECT ' . $a);",
    java: 'String a = SOURCE;\nif ("ABC".charAt(1) == \'B\') a = "x";\nSINK("SELECT " + a);',
  },
  {
    name: 'what one handler collects for another',
    expect: 'finds',
    javascript: `let body = '';
req.on('data', (part) => { body += part; });
req.on('end', () => { SINK('SELECT ' + body); });`,
  },
  {
    name: 'format in a variable',
    expect: 'finds',
    javascript: "const f = 'SELECT %s';\nSINK(require('util').format(f, SOURCE));",
    python: "f = 'SELECT {}'\nSINK(f.format(SOURCE))",
    ruby: "f = 'SELECT %s'\nSINK(format(f, SOURCE))",
    php: "$f = 'SELECT %s';\nSINK(sprintf($f, SOURCE));",
    java: 'String f = "SELECT %s";\nSINK(String.format(f, SOURCE));',
  },
  {
    name: 'format in a variable with constants',
    expect: 'silent',
    javascript: "const f = 'SELECT %s';\nSINK(require('util').format(f, 'a'));",
    python: "f = 'SELECT %s'\nSINK(f % 'a')",
    ruby: "f = 'SELECT %s'\nSINK(format(f, 'a'))",
    php: "$f = 'SELECT %s';\nSINK(sprintf($f, 'a'));",
    java: 'String f = "SELECT %s";\nSINK(String.format(f, "a"));',
  },
  {
    name: 'format',
    expect: 'finds',
    javascript: "SINK('SELECT '.concat(SOURCE));",
    python: "SINK('SELECT {}'.format(SOURCE))",
    ruby: "SINK(format('SELECT %s', SOURCE))",
    php: "SINK(sprintf('SELECT %s', SOURCE));",
    java: 'SINK(String.format("SELECT %s", SOURCE));',
  },
  {
    name: 'appended',
    expect: 'finds',
    javascript: "let s = 'SELECT ';\ns += SOURCE;\nSINK(s);",
    python: "s = 'SELECT '\ns += SOURCE\nSINK(s)",
    ruby: "s = +'SELECT '\ns << SOURCE\nSINK(s)",
    php: "$s = 'SELECT ';\n$s .= SOURCE;\nSINK($s);",
    java: 'StringBuilder s = new StringBuilder("SELECT ");\ns.append(SOURCE).append("x");\nSINK(s.toString());',
  },
  {
    name: 'joined',
    expect: 'finds',
    javascript: "SINK(['SELECT', SOURCE].join(' '));",
    python: "SINK(' '.join(['SELECT', SOURCE]))",
    ruby: "SINK(['SELECT', SOURCE].join(' '))",
    php: "SINK(implode(' ', ['SELECT', SOURCE]));",
    java: 'SINK(String.join(" ", "SELECT", SOURCE));',
  },
  {
    name: 'constants only',
    expect: 'silent',
    javascript: "const t = 'users';\nSINK(`SELECT * FROM ${t}` + ' WHERE a = ' + 1);",
    python: "t = 'users'\nSINK(f'SELECT * FROM {t}' + ' WHERE a = ' + str(1))",
    ruby: "t = 'users'\nSINK(\"SELECT * FROM #{t}\" + ' WHERE a = ' + 1.to_s)",
    php: "$t = 'users';\nSINK(\"SELECT * FROM $t\" . ' WHERE a = ' . 1);",
    java: 'String t = "users";\nSINK("SELECT * FROM " + t + " WHERE a = " + 1);',
  },
  {
    name: 'a method of the text',
    expect: 'finds',
    javascript: "SINK('SELECT ' + SOURCE.trim().toLowerCase());",
    python: "SINK('SELECT ' + SOURCE.strip().lower())",
    ruby: "SINK('SELECT ' + SOURCE.strip.downcase)",
    php: "SINK('SELECT ' . strtolower(trim(SOURCE)));",
    java: 'SINK("SELECT " + SOURCE.trim().toLowerCase());',
  },
];

const functions: readonly Case[] = [
  {
    name: 'result of a function',
    expect: 'finds',
    javascript: "function f(x) { return 'SELECT ' + x; }\n---\nSINK(f(SOURCE));",
    python: "def f(x):\n    return 'SELECT ' + x\n---\nSINK(f(SOURCE))",
    ruby: "def f(x) = 'SELECT ' + x\n---\nSINK(f(SOURCE))",
    php: "function f($x) { return 'SELECT ' . $x; }\n---\nSINK(f(SOURCE));",
    java: 'String f(String x) { return "SELECT " + x; }\n---\nSINK(f(SOURCE));',
  },
  {
    name: 'sink in a function',
    expect: 'finds',
    javascript: "function f(x) { SINK('SELECT ' + x); }\n---\nf(SOURCE);",
    python: "def _f(x):\n    SINK('SELECT ' + x)\n---\n_f(SOURCE)",
    ruby: "def f(x)\n  SINK('SELECT ' + x)\nend\n---\nf(SOURCE)",
    php: "function f($db, $x) { SINK('SELECT ' . $x); }\n---\nf($db, SOURCE);",
    java: 'private void f(String x) throws Exception { SINK("SELECT " + x); }\n---\nf(SOURCE);',
  },
  {
    name: 'only constants reach the sink in a function',
    expect: 'silent',
    javascript: "function f(x) { SINK('SELECT ' + x); }\n---\nf('a');\nf('b');",
    java: 'private void f(String x) throws Exception { SINK("SELECT " + x); }\n---\nf("a");\nf("b");',
  },
  {
    name: 'a function that does not pass its argument on',
    expect: 'silent',
    javascript: "function f(x) { return 'SELECT 1'; }\n---\nSINK(f(SOURCE));",
    python: "def f(x):\n    return 'SELECT 1'\n---\nSINK(f(SOURCE))",
    ruby: "def f(x)\n  'SELECT 1'\nend\n---\nSINK(f(SOURCE))",
    php: "function f($x) { return 'SELECT 1'; }\n---\nSINK(f(SOURCE));",
    java: 'String f(String x) { return "SELECT 1"; }\n---\nSINK(f(SOURCE));',
  },
  {
    name: 'through two functions',
    expect: 'finds',
    javascript:
      "function g(x) { return x; }\nfunction f(x) { return g(x); }\n---\nSINK('SELECT ' + f(SOURCE));",
    python: "def g(x):\n    return x\ndef f(x):\n    return g(x)\n---\nSINK('SELECT ' + f(SOURCE))",
    ruby: "def g(x) = x\ndef f(x) = g(x)\n---\nSINK('SELECT ' + f(SOURCE))",
    php: "function g($x) { return $x; }\nfunction f($x) { return g($x); }\n---\nSINK('SELECT ' . f(SOURCE));",
    java: 'String g(String x) { return x; }\nString f(String x) { return g(x); }\n---\nSINK("SELECT " + f(SOURCE));',
  },
  {
    name: 'another parameter',
    expect: 'silent',
    javascript: "function f(x, y) { return y; }\n---\nSINK('SELECT ' + f(SOURCE, 'a'));",
    python: "def f(x, y):\n    return y\n---\nSINK('SELECT ' + f(SOURCE, 'a'))",
    ruby: "def f(x, y) = y\n---\nSINK('SELECT ' + f(SOURCE, 'a'))",
    php: "function f($x, $y) { return $y; }\n---\nSINK('SELECT ' . f(SOURCE, 'a'));",
    java: 'String f(String x, String y) { return y; }\n---\nSINK("SELECT " + f(SOURCE, "a"));',
  },
  {
    name: 'keyword argument',
    expect: 'finds',
    javascript:
      "function f({ x, y }) { return x; }\n---\nSINK('SELECT ' + f({ y: 'a', x: SOURCE }));",
    python: "def f(x='', y=''):\n    return y\n---\nSINK('SELECT ' + f(y=SOURCE))",
    ruby: "def f(x: '', y: '') = y\n---\nSINK('SELECT ' + f(y: SOURCE))",
    php: "function f($x = '', $y = '') { return $y; }\n---\nSINK('SELECT ' . f(y: SOURCE));",
  },
  {
    name: 'default value',
    expect: 'silent',
    javascript: "function f(x, y = 'a') { return y; }\n---\nSINK('SELECT ' + f(SOURCE));",
    python: "def f(x, y='a'):\n    return y\n---\nSINK('SELECT ' + f(SOURCE))",
    ruby: "def f(x, y = 'a') = y\n---\nSINK('SELECT ' + f(SOURCE))",
    php: "function f($x, $y = 'a') { return $y; }\n---\nSINK('SELECT ' . f(SOURCE));",
  },
  {
    name: 'recursion',
    expect: 'finds',
    javascript:
      "function f(x, n) { return n > 0 ? f(x, n - 1) : x; }\n---\nSINK('SELECT ' + f(SOURCE, 3));",
    python:
      "def f(x, n):\n    return f(x, n - 1) if n > 0 else x\n---\nSINK('SELECT ' + f(SOURCE, 3))",
    ruby: "def f(x, n) = n > 0 ? f(x, n - 1) : x\n---\nSINK('SELECT ' + f(SOURCE, 3))",
    php: "function f($x, $n) { return $n > 0 ? f($x, $n - 1) : $x; }\n---\nSINK('SELECT ' . f(SOURCE, 3));",
    java: 'String f(String x, int n) { return n > 0 ? f(x, n - 1) : x; }\n---\nSINK("SELECT " + f(SOURCE, 3));',
  },
  {
    name: 'closure',
    expect: 'finds',
    javascript: "const a = SOURCE;\nconst f = () => SINK('SELECT ' + a);\nf();",
    python: "a = SOURCE\ndef f():\n    SINK('SELECT ' + a)\nf()",
    ruby: "a = SOURCE\nf = -> { SINK('SELECT ' + a) }\nf.call",
    php: "$a = SOURCE;\n$f = function () use ($a, $db) { SINK('SELECT ' . $a); };\n$f();",
    java: 'String a = SOURCE;\nCallable<Boolean> f = () -> SINK("SELECT " + a);\nf.call();',
  },
  {
    name: 'callback',
    expect: 'finds',
    javascript: "SOURCE.split(',').forEach((x) => SINK('SELECT ' + x));",
    ruby: "SOURCE.split(',').each { |x| SINK('SELECT ' + x) }",
    php: "array_walk(SOURCE, function ($x) use ($db) { SINK('SELECT ' . $x); });",
    java: 'Arrays.asList(SOURCE.split(",")).forEach(x -> SINK("SELECT " + x));',
  },
  {
    name: 'generator',
    expect: 'finds',
    javascript: "function* f(x) { yield x; }\n---\nfor (const x of f(SOURCE)) SINK('SELECT ' + x);",
    python: "def f(x):\n    yield x\n---\nfor x in f(SOURCE):\n    SINK('SELECT ' + x)",
    ruby: "def f(x)\n  yield x\nend\n---\nf(SOURCE) { |x| SINK('SELECT ' + x) }",
    php: "function f($x, $callback) { $callback($x); }\n---\nf(SOURCE, function ($x) use ($db) { SINK('SELECT ' . $x); });",
  },
  {
    name: 'a field of an object',
    expect: 'finds',
    javascript: "const o = {};\no.a = SOURCE;\nSINK('SELECT ' + o.a);",
    python: "class O:\n    pass\n---\no = O()\no.a = SOURCE\nSINK('SELECT ' + o.a)",
    ruby: "class O\n  attr_accessor :a\nend\n---\no = O.new\no.a = SOURCE\nSINK('SELECT ' + o.a)",
    php: "class O { public $a; }\n---\n$o = new O();\n$o->a = SOURCE;\nSINK('SELECT ' . $o->a);",
    java: 'static class O { String a; }\n---\nO o = new O();\no.a = SOURCE;\nSINK("SELECT " + o.a);',
  },
  {
    name: 'a field that a constructor fills',
    expect: 'finds',
    javascript:
      "class C {\n  constructor() { this.db = new Pool(); }\n  f(x) { this.db.query('SELECT ' + x); }\n}\n---\nnew C().f(SOURCE);",
    python:
      "class C:\n    def __init__(self):\n        self.db = sqlite3.connect('a')\n    def f(self, x):\n        self.db.execute('SELECT ' + x)\n---\nC().f(SOURCE)",
    ruby: "class C\n  def initialize\n    @db = SQLite3::Database.new('a')\n  end\n\n  def f(x)\n    @db.execute('SELECT ' + x)\n  end\nend\n---\nC.new.f(SOURCE)",
    php: "class C {\n  private $db;\n  public function __construct() { $this->db = new PDO('sqlite:a'); }\n  public function f($x) { $this->db->query('SELECT ' . $x); }\n}\n---\n(new C())->f(SOURCE);",
    java: 'static class C {\n  private final Statement s;\n  C(Connection c) throws Exception { this.s = c.createStatement(); }\n  void f(String x) throws Exception { s.execute("SELECT " + x); }\n}\n---\nnew C(null).f(SOURCE);',
  },
];

const cleaning: readonly Case[] = [
  {
    name: 'a number',
    expect: 'silent',
    javascript: "SINK('SELECT ' + Number(SOURCE));",
    python: "SINK('SELECT ' + str(int(SOURCE)))",
    ruby: "SINK('SELECT ' + SOURCE.to_i.to_s)",
    php: "SINK('SELECT ' . (int) SOURCE);",
    java: 'SINK("SELECT " + Integer.parseInt(SOURCE));',
  },
  {
    name: 'equal to a constant',
    expect: 'silent',
    javascript: "const a = SOURCE;\nif (a === 'x') SINK('SELECT ' + a);",
    python: "a = SOURCE\nif a == 'x':\n    SINK('SELECT ' + a)",
    ruby: "a = SOURCE\nSINK('SELECT ' + a) if a == 'x'",
    php: "$a = SOURCE;\nif ($a === 'x') {\n  SINK('SELECT ' . $a);\n}",
    java: 'String a = SOURCE;\nif ("x".equals(a)) SINK("SELECT " + a);',
  },
  {
    name: 'different from a constant',
    expect: 'finds',
    javascript: "const a = SOURCE;\nif (a !== 'x') SINK('SELECT ' + a);",
    python: "a = SOURCE\nif a != 'x':\n    SINK('SELECT ' + a)",
    ruby: "a = SOURCE\nSINK('SELECT ' + a) if a != 'x'",
    php: "$a = SOURCE;\nif ($a !== 'x') {\n  SINK('SELECT ' . $a);\n}",
    java: 'String a = SOURCE;\nif (!"x".equals(a)) SINK("SELECT " + a);',
  },
  {
    name: 'in a list',
    expect: 'silent',
    javascript: "const a = SOURCE;\nif (['x', 'y'].includes(a)) SINK('SELECT ' + a);",
    python: "a = SOURCE\nif a in ['x', 'y']:\n    SINK('SELECT ' + a)",
    ruby: "a = SOURCE\nSINK('SELECT ' + a) if %w[x y].include?(a)",
    php: "$a = SOURCE;\nif (in_array($a, ['x', 'y'], true)) {\n  SINK('SELECT ' . $a);\n}",
    java: 'String a = SOURCE;\nif (List.of("x", "y").contains(a)) SINK("SELECT " + a);',
  },
  {
    name: 'not in a list',
    expect: 'finds',
    javascript: "const a = SOURCE;\nif (!['x', 'y'].includes(a)) SINK('SELECT ' + a);",
    python: "a = SOURCE\nif a not in ['x', 'y']:\n    SINK('SELECT ' + a)",
    ruby: "a = SOURCE\nSINK('SELECT ' + a) unless %w[x y].include?(a)",
    php: "$a = SOURCE;\nif (!in_array($a, ['x', 'y'], true)) {\n  SINK('SELECT ' . $a);\n}",
    java: 'String a = SOURCE;\nif (!List.of("x", "y").contains(a)) SINK("SELECT " + a);',
  },
  {
    name: 'turned away when not in a list',
    expect: 'silent',
    javascript:
      "const a = SOURCE;\nif (!['x', 'y'].includes(a)) return res.end();\nSINK('SELECT ' + a);",
    python: "a = SOURCE\nif a not in ('x', 'y'):\n    abort(400)\nSINK('SELECT ' + a)",
    ruby: "a = SOURCE\nhalt 400 unless %w[x y].include?(a)\nSINK('SELECT ' + a)",
    php: "$a = SOURCE;\nif (!in_array($a, ['x', 'y'], true)) {\n  exit;\n}\nSINK('SELECT ' . $a);",
    java: 'static final Set<String> NAMES = Set.of("x", "y");\n---\nString a = SOURCE;\nif (!NAMES.contains(a)) return;\nSINK("SELECT " + a);',
  },
  {
    name: 'in a list that holds data',
    expect: 'finds',
    javascript: "const a = SOURCE;\nif ([req.query.b].includes(a)) SINK('SELECT ' + a);",
    python: "a = SOURCE\nif a in [request.args['b']]:\n    SINK('SELECT ' + a)",
    ruby: "a = SOURCE\nSINK('SELECT ' + a) if [params[:b]].include?(a)",
    php: "$a = SOURCE;\nif (in_array($a, [$_GET['b']], true)) {\n  SINK('SELECT ' . $a);\n}",
    java: 'String a = SOURCE;\nif (List.of(request.getParameter("b")).contains(a)) SINK("SELECT " + a);',
  },
  {
    name: 'a check kept in a variable',
    expect: 'silent',
    javascript:
      "const a = SOURCE;\nconst ok = ['x', 'y'].includes(a);\nif (!ok) return res.end();\nSINK('SELECT ' + a);",
    python: "a = SOURCE\nok = a in ('x', 'y')\nif not ok:\n    return ''\nSINK('SELECT ' + a)",
    ruby: "a = SOURCE\nok = %w[x y].include?(a)\nreturn unless ok\nSINK('SELECT ' + a)",
    php: "$a = SOURCE;\n$ok = in_array($a, ['x', 'y'], true);\nif (!$ok) {\n  return;\n}\nSINK('SELECT ' . $a);",
    java: 'String a = SOURCE;\nboolean ok = List.of("x", "y").contains(a);\nif (!ok) return;\nSINK("SELECT " + a);',
  },
  {
    name: 'a check in a function',
    expect: 'silent',
    javascript:
      "const list = ['x', 'y'];\nfunction known(v) { return list.includes(v); }\n---\nconst a = SOURCE;\nif (!known(a)) return res.end();\nSINK('SELECT ' + a);",
    python:
      "LIST = ['x', 'y']\ndef known(v):\n    return v in LIST\n---\na = SOURCE\nif not known(a):\n    return ''\nSINK('SELECT ' + a)",
    ruby: "LIST = %w[x y].freeze\ndef known?(v) = LIST.include?(v)\n---\na = SOURCE\nreturn unless known?(a)\nSINK('SELECT ' + a)",
    php: "const LIST_OF = ['x', 'y'];\nfunction known($v) { return in_array($v, LIST_OF, true); }\n---\n$a = SOURCE;\nif (!known($a)) {\n  return;\n}\nSINK('SELECT ' . $a);",
    java: 'static final List<String> LIST = List.of("x", "y");\nboolean known(String v) { return LIST.contains(v); }\n---\nString a = SOURCE;\nif (!known(a)) return;\nSINK("SELECT " + a);',
  },
  {
    name: 'looked up in a fixed map',
    expect: 'silent',
    javascript: "const m = { x: 'a', y: 'b' };\nSINK('SELECT ' + m[SOURCE]);",
    python: "m = {'x': 'a', 'y': 'b'}\nSINK('SELECT ' + m.get(SOURCE, 'a'))",
    ruby: "m = { 'x' => 'a', 'y' => 'b' }\nSINK('SELECT ' + m.fetch(SOURCE, 'a'))",
    php: "$m = ['x' => 'a', 'y' => 'b'];\nSINK('SELECT ' . ($m[SOURCE] ?? 'a'));",
    java: 'Map<String, String> m = Map.of("x", "a", "y", "b");\nSINK("SELECT " + m.getOrDefault(SOURCE, "a"));',
  },
  {
    name: 'the data as fallback of a fixed map',
    expect: 'finds',
    javascript: "const m = { x: 'a', y: 'b' };\nSINK('SELECT ' + (m.z ?? SOURCE));",
    python: "m = {'x': 'a', 'y': 'b'}\nSINK('SELECT ' + m.get('z', SOURCE))",
    ruby: "m = { 'x' => 'a', 'y' => 'b' }\nSINK('SELECT ' + m.fetch('z', SOURCE))",
    php: "$m = ['x' => 'a', 'y' => 'b'];\nSINK('SELECT ' . ($m['z'] ?? SOURCE));",
    java: 'Map<String, String> m = Map.of("x", "a", "y", "b");\nSINK("SELECT " + m.getOrDefault("z", SOURCE));',
  },
  {
    name: 'a parameter of the statement',
    expect: 'silent',
    javascript: "SINK('SELECT $1', [SOURCE]);",
    python: "SINK('SELECT ?', (SOURCE,))",
    ruby: "SINK('SELECT ?', [SOURCE])",
    php: "$db->prepare('SELECT ?')->execute([SOURCE]);",
    java: 'PreparedStatement p = connection.prepareStatement("SELECT ?");\np.setString(1, SOURCE);\np.execute();',
  },
  {
    name: 'escaped for HTML, which does not help',
    expect: 'finds',
    javascript: "SINK('SELECT ' + SOURCE.replace(/</g, '&lt;'));",
    python: "SINK('SELECT ' + SOURCE.replace('<', '&lt;'))",
    ruby: "SINK('SELECT ' + SOURCE.gsub('<', '&lt;'))",
    php: "SINK('SELECT ' . str_replace('<', '&lt;', SOURCE));",
    java: 'SINK("SELECT " + SOURCE.replace("<", "&lt;"));',
  },
];

const objects: readonly Case[] = [
  {
    name: 'another name of the same list',
    expect: 'finds',
    javascript:
      "const list = [];\nconst same = list;\nsame.push(SOURCE);\nSINK('SELECT ' + list[0]);",
    python: "items = []\nsame = items\nsame.append(SOURCE)\nSINK('SELECT ' + items[0])",
    ruby: "list = []\nsame = list\nsame << SOURCE\nSINK('SELECT ' + list[0])",
    php: "$list = [];\n$same = &$list;\n$same[] = SOURCE;\nSINK('SELECT ' . $list[0]);",
    java: 'List<String> list = new ArrayList<>();\nList<String> same = list;\nsame.add(SOURCE);\nSINK("SELECT " + list.get(0));',
  },
  {
    name: 'another name of the same object',
    expect: 'finds',
    javascript: "const o = { a: 'x' };\nconst same = o;\nsame.a = SOURCE;\nSINK('SELECT ' + o.a);",
    python: "o = {'a': 'x'}\nsame = o\nsame['a'] = SOURCE\nSINK('SELECT ' + o['a'])",
    ruby: "o = { a: 'x' }\nsame = o\nsame[:a] = SOURCE\nSINK('SELECT ' + o[:a])",
    php: "$o = new stdClass();\n$o->a = 'x';\n$same = $o;\n$same->a = SOURCE;\nSINK('SELECT ' . $o->a);",
    java: 'Map<String, String> o = new HashMap<>();\nMap<String, String> same = o;\nsame.put("a", SOURCE);\nSINK("SELECT " + o.get("a"));',
  },
  {
    name: 'an object in another one',
    expect: 'finds',
    javascript:
      "const inner = { a: 'x' };\nconst outer = { inner };\ninner.a = SOURCE;\nSINK('SELECT ' + outer.inner.a);",
    python:
      "inner = {'a': 'x'}\nouter = {'inner': inner}\ninner['a'] = SOURCE\nSINK('SELECT ' + outer['inner']['a'])",
    ruby: "inner = { a: 'x' }\nouter = { inner: inner }\ninner[:a] = SOURCE\nSINK('SELECT ' + outer[:inner][:a])",
    php: "$inner = new stdClass();\n$inner->a = 'x';\n$outer = ['inner' => $inner];\n$inner->a = SOURCE;\nSINK('SELECT ' . $outer['inner']->a);",
    java: 'static class In { String a = "x"; }\nstatic class Out { In in; }\n---\nIn in = new In();\nOut out = new Out();\nout.in = in;\nin.a = SOURCE;\nSINK("SELECT " + out.in.a);',
  },
  {
    name: 'a field that is overwritten',
    expect: 'silent',
    javascript: "const o = { a: SOURCE };\no.a = 'x';\nSINK('SELECT ' + o.a);",
    python: "o = {'a': SOURCE}\no['a'] = 'x'\nSINK('SELECT ' + o['a'])",
    ruby: "o = { a: SOURCE }\no[:a] = 'x'\nSINK('SELECT ' + o[:a])",
    php: "$o = ['a' => SOURCE];\n$o['a'] = 'x';\nSINK('SELECT ' . $o['a']);",
    java: 'static class O { String a; }\n---\nO o = new O();\no.a = SOURCE;\no.a = "x";\nSINK("SELECT " + o.a);',
  },
  {
    name: 'a function that fills its argument',
    expect: 'finds',
    javascript:
      "function fill(o, v) { o.a = v; }\n---\nconst o = {};\nfill(o, SOURCE);\nSINK('SELECT ' + o.a);",
    python:
      "def fill(o, v):\n    o['a'] = v\n---\no = {}\nfill(o, SOURCE)\nSINK('SELECT ' + o['a'])",
    ruby: "def fill(o, v)\n  o[:a] = v\nend\n---\no = {}\nfill(o, SOURCE)\nSINK('SELECT ' + o[:a])",
    php: "function fill($o, $v) { $o->a = $v; }\n---\n$o = new stdClass();\nfill($o, SOURCE);\nSINK('SELECT ' . $o->a);",
    java: 'static class O { String a, b; }\nvoid fill(O o, String v) { o.a = v; }\n---\nO o = new O();\nfill(o, SOURCE);\nSINK("SELECT " + o.a);',
  },
  {
    name: 'another field of the argument that a function fills',
    expect: 'silent',
    javascript:
      "function fill(o, v) { o.a = v; }\n---\nconst o = { b: 'x' };\nfill(o, SOURCE);\nSINK('SELECT ' + o.b);",
    python:
      "def fill(o, v):\n    o['a'] = v\n---\no = {'b': 'x'}\nfill(o, SOURCE)\nSINK('SELECT ' + o['b'])",
    ruby: "def fill(o, v)\n  o[:a] = v\nend\n---\no = { b: 'x' }\nfill(o, SOURCE)\nSINK('SELECT ' + o[:b])",
    php: "function fill($o, $v) { $o->a = $v; }\n---\n$o = new stdClass();\n$o->b = 'x';\nfill($o, SOURCE);\nSINK('SELECT ' . $o->b);",
    java: 'static class O { String a, b; }\nvoid fill(O o, String v) { o.a = v; }\n---\nO o = new O();\no.b = "x";\nfill(o, SOURCE);\nSINK("SELECT " + o.b);',
  },
  {
    name: 'a field of a parameter',
    expect: 'finds',
    javascript: "function run(o) { SINK('SELECT ' + o.a); }\n---\nrun({ a: SOURCE, b: 'x' });",
    python: "def run(o):\n    SINK('SELECT ' + o['a'])\n---\nrun({'a': SOURCE, 'b': 'x'})",
    ruby: "def run(o)\n  SINK('SELECT ' + o[:a])\nend\n---\nrun({ a: SOURCE, b: 'x' })",
    php: "function run($o) {\n  global $db;\n  SINK('SELECT ' . $o['a']);\n}\n---\nrun(['a' => SOURCE, 'b' => 'x']);",
    java: 'static class O { String a, b; }\nprivate void run(O o) throws Exception { SINK("SELECT " + o.a); }\n---\nO o = new O();\no.a = SOURCE;\nrun(o);',
  },
  {
    name: 'another field of a parameter',
    expect: 'silent',
    javascript: "function run(o) { SINK('SELECT ' + o.b); }\n---\nrun({ a: SOURCE, b: 'x' });",
    python: "def run(o):\n    SINK('SELECT ' + o['b'])\nrun({'a': SOURCE, 'b': 'x'})",
    ruby: "def run(o)\n  SINK('SELECT ' + o[:b])\nend\nrun({ a: params[:a], b: 'x' })",
    java: 'static class O { String a, b = "x"; }\nprivate void run(O o) throws Exception { SINK("SELECT " + o.b); }\n---\nO o = new O();\no.a = SOURCE;\nrun(o);',
  },
  {
    name: 'a setter and a getter',
    expect: 'finds',
    javascript:
      "class Box { set(v) { this.v = v; } get() { return this.v; } }\n---\nconst box = new Box();\nbox.set(SOURCE);\nSINK('SELECT ' + box.get());",
    python:
      "class Box:\n    def set(self, v):\n        self.v = v\n    def get(self):\n        return self.v\n---\nbox = Box()\nbox.set(SOURCE)\nSINK('SELECT ' + box.get())",
    ruby: "class Box\n  attr_writer :v\n\n  def value\n    @v\n  end\nend\n---\nbox = Box.new\nbox.v = SOURCE\nSINK('SELECT ' + box.value)",
    php: "class Box {\n  private $v;\n  public function set($v) { $this->v = $v; }\n  public function value() { return $this->v; }\n}\n---\n$box = new Box();\n$box->set(SOURCE);\nSINK('SELECT ' . $box->value());",
    java: 'static class Box {\n  private String v;\n  void set(String v) { this.v = v; }\n  String get() { return v; }\n}\n---\nBox box = new Box();\nbox.set(SOURCE);\nSINK("SELECT " + box.get());',
  },
  {
    name: 'the getter of another instance',
    expect: 'silent',
    javascript:
      "class Box { set(v) { this.v = v; } get() { return this.v; } }\n---\nconst box = new Box();\nconst other = new Box();\nbox.set(SOURCE);\nother.set('x');\nSINK('SELECT ' + other.get());",
    python:
      "class Box:\n    def set(self, v):\n        self.v = v\n    def get(self):\n        return self.v\n---\nbox = Box()\nother = Box()\nbox.set(SOURCE)\nother.set('x')\nSINK('SELECT ' + other.get())",
    ruby: "class Box\n  attr_accessor :v\nend\n---\nbox = Box.new\nother = Box.new\nbox.v = SOURCE\nother.v = 'x'\nSINK('SELECT ' + other.v)",
    php: "class Box { public $v; }\n---\n$box = new Box();\n$other = new Box();\n$box->v = SOURCE;\n$other->v = 'x';\nSINK('SELECT ' . $other->v);",
    java: 'static class Box {\n  private String v;\n  void set(String v) { this.v = v; }\n  String get() { return v; }\n}\n---\nBox box = new Box();\nBox other = new Box();\nbox.set(SOURCE);\nother.set("x");\nSINK("SELECT " + other.get());',
  },
  {
    name: 'a setter that overwrites',
    expect: 'silent',
    javascript:
      "class Box { set(v) { this.v = v; } get() { return this.v; } }\n---\nconst box = new Box();\nbox.set(SOURCE);\nbox.set('x');\nSINK('SELECT ' + box.get());",
    python:
      "class Box:\n    def set(self, v):\n        self.v = v\n    def get(self):\n        return self.v\n---\nbox = Box()\nbox.set(SOURCE)\nbox.set('x')\nSINK('SELECT ' + box.get())",
    ruby: "class Box\n  attr_accessor :v\nend\n---\nbox = Box.new\nbox.v = SOURCE\nbox.v = 'x'\nSINK('SELECT ' + box.v)",
    php: "class Box { public $v; }\n---\n$box = new Box();\n$box->v = SOURCE;\n$box->v = 'x';\nSINK('SELECT ' . $box->v);",
    java: 'static class Box {\n  private String v;\n  void set(String v) { this.v = v; }\n  String get() { return v; }\n}\n---\nBox box = new Box();\nbox.set(SOURCE);\nbox.set("x");\nSINK("SELECT " + box.get());',
  },
  {
    name: 'setters in a row',
    expect: 'finds',
    javascript:
      "class Box { set(v) { this.v = v; return this; } get() { return this.v; } }\n---\nconst box = new Box().set(SOURCE);\nSINK('SELECT ' + box.get());",
    python:
      "class Box:\n    def set(self, v):\n        self.v = v\n        return self\n    def get(self):\n        return self.v\n---\nbox = Box().set(SOURCE)\nSINK('SELECT ' + box.get())",
    ruby: "class Box\n  attr_reader :v\n\n  def with(v)\n    @v = v\n    self\n  end\nend\n---\nbox = Box.new.with(SOURCE)\nSINK('SELECT ' + box.v)",
    php: "class Box {\n  public $v;\n  public function with($v) {\n    $this->v = $v;\n    return $this;\n  }\n}\n---\n$box = (new Box())->with(SOURCE);\nSINK('SELECT ' . $box->v);",
    java: 'static class Box {\n  private String v;\n  Box with(String v) { this.v = v; return this; }\n  String get() { return v; }\n}\n---\nBox box = new Box().with(SOURCE);\nSINK("SELECT " + box.get());',
  },
  {
    name: 'an inherited method',
    expect: 'finds',
    javascript:
      "class Base { run(v) { SINK('SELECT ' + v); } }\nclass Child extends Base {}\n---\nnew Child().run(SOURCE);",
    python:
      "class Base:\n    def run(self, v):\n        SINK('SELECT ' + v)\nclass Child(Base):\n    pass\n---\nChild().run(SOURCE)",
    ruby: "class Base\n  def run(v)\n    SINK('SELECT ' + v)\n  end\nend\nclass Child < Base\nend\n---\nChild.new.run(SOURCE)",
    php: "class Base {\n  public function run($db, $v) { SINK('SELECT ' . $v); }\n}\nclass Child extends Base {}\n---\n(new Child())->run($db, SOURCE);",
    java: 'class Base { void run(String v) throws Exception { SINK("SELECT " + v); } }\nclass Child extends Base {}\n---\nnew Child().run(SOURCE);',
  },
  {
    name: 'an overridden method',
    expect: 'silent',
    javascript:
      "class Base { text(v) { return v; } }\nclass Child extends Base { text(v) { return 'x'; } }\n---\nSINK('SELECT ' + new Child().text(SOURCE));",
    python:
      "class Base:\n    def text(self, v):\n        return v\nclass Child(Base):\n    def text(self, v):\n        return 'x'\n---\nSINK('SELECT ' + Child().text(SOURCE))",
    ruby: "class Base\n  def text(v) = v\nend\nclass Child < Base\n  def text(v) = 'x'\nend\n---\nSINK('SELECT ' + Child.new.text(SOURCE))",
    php: "class Base {\n  public function text($v) { return $v; }\n}\nclass Child extends Base {\n  public function text($v) { return 'x'; }\n}\n---\nSINK('SELECT ' . (new Child())->text(SOURCE));",
    java: 'class Base { String text(String v) { return v; } }\nclass Child extends Base { String text(String v) { return "x"; } }\n---\nSINK("SELECT " + new Child().text(SOURCE));',
  },
  {
    name: 'a function that calls its parameter',
    expect: 'finds',
    javascript:
      "function give(v, f) { return f(v); }\n---\nSINK('SELECT ' + give(SOURCE, (x) => x));",
    python: "def give(v, f):\n    return f(v)\n---\nSINK('SELECT ' + give(SOURCE, lambda x: x))",
    ruby: "def give(v, f) = f.call(v)\n---\nSINK('SELECT ' + give(SOURCE, ->(x) { x }))",
    php: "function give($v, $f) { return $f($v); }\n---\nSINK('SELECT ' . give(SOURCE, fn ($x) => $x));",
    java: 'String give(String v, Function<String, String> f) { return f.apply(v); }\n---\nSINK("SELECT " + give(SOURCE, x -> x));',
  },
  {
    name: 'a case that is never taken',
    expect: 'silent',
    javascript:
      "let a = 'x';\nswitch ('b') { case 'a': a = SOURCE; break; case 'b': a = 'y'; break; default: a = SOURCE; }\nSINK('SELECT ' + a);",
    ruby: "a = 'x'\ncase 'b'\nwhen 'a' then a = SOURCE\nwhen 'b' then a = 'y'\nelse a = SOURCE\nend\nSINK('SELECT ' + a)",
    php: "$a = 'x';\nswitch ('b') {\n  case 'a': $a = SOURCE; break;\n  case 'b': $a = 'y'; break;\n  default: $a = SOURCE;\n}\nSINK('SELECT ' . $a);",
    java: 'String a = "x";\nswitch ("b") { case "a": a = SOURCE; break; case "b": a = "y"; break; default: a = SOURCE; }\nSINK("SELECT " + a);',
  },
  {
    name: 'a case that is taken',
    expect: 'finds',
    javascript:
      "let a = 'x';\nswitch ('b') { case 'a': a = 'y'; break; case 'b': a = SOURCE; break; default: a = 'z'; }\nSINK('SELECT ' + a);",
    ruby: "a = 'x'\ncase 'b'\nwhen 'a' then a = 'y'\nwhen 'b' then a = SOURCE\nelse a = 'z'\nend\nSINK('SELECT ' + a)",
    php: "$a = 'x';\nswitch ('b') {\n  case 'a': $a = 'y'; break;\n  case 'b': $a = SOURCE; break;\n  default: $a = 'z';\n}\nSINK('SELECT ' . $a);",
    java: 'String a = switch ("b") { case "a" -> "y"; case "b" -> SOURCE; default -> "z"; };\nSINK("SELECT " + a);',
  },
];

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

const options = {
  rules: { 'sql-syntax': 'off', 'missing-where': 'off' },
  sqlDialect: 'auto',
} as const;

for (const [title, cases] of Object.entries({ flow, strings, functions, objects, cleaning })) {
  describe(title, () => {
    for (const [language, host] of Object.entries(hosts)) {
      const own = cases.flatMap((one) => {
        const program = one[language as keyof typeof hosts];
        return program === undefined ? [] : [{ name: one.name, expected: one.expect, program }];
      });
      it.each(own)(`${language}: $name`, async ({ program, expected }) => {
        const code = host.wrap(
          program.replaceAll('SOURCE', host.source).replaceAll('SINK', host.sink),
        );
        const document = await analysis.open(host.file, undefined, code);
        expect(document.hasSyntaxError).toBe(false);
        const found = document
          .findings(options)
          .filter(({ severity }) => severity !== 'hint')
          .map(({ ruleId, severity }) => `${ruleId} ${severity}`);
        expect([...new Set(found)]).toEqual(expected === 'finds' ? ['sql-injection error'] : []);
        document.dispose();
      });
    }
  });
}

describe('budgets', () => {
  it('a text that is too deep or too long comes to an end', async () => {
    const deep = `x = ${'('.repeat(3000)}1${')'.repeat(3000)};`;
    const long = `x = ${Array.from({ length: 20_000 }, (_, i) => `'${i}'`).join(' + ')};`;
    const calls = Array.from(
      { length: 1500 },
      (_, i) => `function f${i}(x) { return f${i + 1}(x); }`,
    );
    for (const code of [deep, long, calls.join('\n')]) {
      const document = await analysis.open('budget.js', undefined, code);
      expect(document.findings(options)).toEqual([]);
      document.dispose();
    }
  });
});
