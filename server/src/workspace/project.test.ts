import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysedDocument, Analysis, AnalysisProject } from '../analysis';
import { openAnalysis } from '../testing/analysis';

/** What is found when files import each other; each case is a small program of several files. */

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

const options = { rules: {}, sqlDialect: 'auto' } as const;

interface Program {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** `file:line rule severity`, one for each finding. */
  readonly finds: readonly string[];
}

const app =
  "const app = require('express')();\nconst { Pool } = require('pg');\nconst pool = new Pool();\n";

const programs: readonly Program[] = [
  {
    name: 'JavaScript: a function of another CommonJS module',
    files: {
      '/p/db.js':
        'const { Pool } = require(\'pg\');\nconst pool = new Pool();\nfunction find(name) {\n  return pool.query("SELECT * FROM t WHERE name = \'" + name + "\'");\n}\nmodule.exports = { find };\n',
      '/p/app.js':
        "const app = require('express')();\nconst db = require('./db');\napp.get('/', (req, res) => res.json(db.find(req.query.name)));\n",
    },
    finds: ['/p/db.js:4 sql-injection error'],
  },
  {
    name: 'JavaScript: what another module gives is data',
    files: {
      '/p/input.js': 'exports.nameOf = (req) => req.query.name;\nexports.fixed = () => "x";\n',
      '/p/app.js': `${app}const { nameOf, fixed } = require('./input');\napp.get('/', (req, res) => {\n  pool.query('SELECT ' + nameOf(req));\n  pool.query('SELECT ' + fixed(req));\n});\n`,
    },
    finds: ['/p/app.js:6 sql-injection error'],
  },
  {
    name: 'TypeScript: ES modules, a class and its method',
    files: {
      '/p/src/repo.ts':
        "import { Pool } from 'pg';\nexport class Repo {\n  constructor(private pool: Pool) {}\n  find(name: string) {\n    return this.pool.query(`SELECT * FROM t WHERE name = '${name}'`);\n  }\n}\nexport const limit = 10;\n",
      '/p/src/app.ts':
        "import express from 'express';\nimport { Pool } from 'pg';\nimport { Repo, limit } from './repo.js';\nconst app = express();\nconst repo = new Repo(new Pool());\nconst pool = new Pool();\napp.get('/', (req, res) => {\n  repo.find(req.query.name as string);\n  pool.query('SELECT * FROM t LIMIT ' + limit);\n});\n",
    },
    finds: ['/p/src/repo.ts:5 sql-injection error'],
  },
  {
    name: 'JavaScript: a router in its own file, and modules in a circle',
    files: {
      '/p/a.js': "const b = require('./b');\nexports.a = (x) => b.b(x);\n",
      '/p/b.js':
        "const a = require('./a');\nexports.b = (x) => x;\nexports.again = (x) => a.a(x);\n",
      '/p/app.js': `${app}const { a } = require('./a');\napp.get('/', (req) => pool.query('SELECT ' + a(req.query.x)));\n`,
    },
    finds: ['/p/app.js:5 sql-injection error'],
  },
  {
    name: 'PHP: included files share variables and functions',
    files: {
      '/p/lib/db.php':
        "<?php\n$db = new PDO('sqlite:a.db');\nfunction find($db, $name) {\n  return $db->query(\"SELECT * FROM t WHERE name = '$name'\");\n}\n",
      '/p/index.php':
        "<?php\nrequire_once __DIR__ . '/lib/db.php';\nfind($db, $_GET['name']);\n$db->query('SELECT * FROM t WHERE id = ' . $_GET['id']);\n",
    },
    finds: ['/p/index.php:4 sql-injection error', '/p/lib/db.php:4 sql-injection error'],
  },
  {
    name: 'PHP: classes of namespaces',
    files: {
      '/p/src/Repository/UserRepository.php':
        '<?php\nnamespace App\\Repository;\n\nclass UserRepository\n{\n    public function __construct(private \\PDO $db) {}\n\n    public function find(string $name)\n    {\n        return $this->db->query("SELECT * FROM t WHERE name = \'$name\'");\n    }\n}\n',
      '/p/src/Controller/UserController.php':
        "<?php\nnamespace App\\Controller;\n\nuse App\\Repository\\UserRepository;\n\nclass UserController\n{\n    public function __construct(private UserRepository $users) {}\n\n    public function show()\n    {\n        return $this->users->find($_GET['name']);\n    }\n}\n",
    },
    finds: ['/p/src/Repository/UserRepository.php:10 sql-injection error'],
  },
  {
    name: 'Python: a function of another module, by both ways to import',
    files: {
      '/p/app/db.py':
        "import sqlite3\nconn = sqlite3.connect('x.db')\n\ndef find(name):\n    return conn.execute(\"SELECT * FROM t WHERE name = '\" + name + \"'\")\n\ndef other(name):\n    return conn.execute('SELECT 1')\n",
      '/p/app/views.py':
        "from flask import Flask, request\nfrom app.db import find\nfrom . import db\napp = Flask(__name__)\n\n@app.get('/')\ndef index():\n    db.other(request.args['name'])\n    return str(find(request.args['name']))\n",
    },
    finds: ['/p/app/db.py:5 sql-injection error'],
  },
  {
    name: 'Ruby: constants that Rails loads by name, methods of a parent, scopes',
    files: {
      '/p/app/controllers/application_controller.rb':
        'class ApplicationController < ActionController::Base\n  def term\n    params[:q]\n  end\nend\n',
      '/p/app/controllers/users_controller.rb':
        'class UsersController < ApplicationController\n  def index\n    UserSearch.new(params[:q]).call\n    Users::Finder.call(term)\n    User.recent(params[:since])\n    User.fixed(params[:q])\n  end\nend\n',
      '/p/app/services/user_search.rb':
        'class UserSearch\n  def initialize(q)\n    @q = q\n  end\n\n  def call\n    User.where("name = \'#{@q}\'")\n  end\nend\n',
      '/p/app/services/users/finder.rb':
        'module Users\n  class Finder\n    def self.call(term)\n      User.connection.execute("SELECT * FROM users WHERE name = \'#{term}\'")\n    end\n  end\nend\n',
      '/p/app/models/user.rb':
        'class User < ApplicationRecord\n  scope :recent, ->(since) { where("made > \'#{since}\'") }\n  scope :fixed, ->(name) { where(name: name) }\nend\n',
    },
    finds: [
      '/p/app/services/user_search.rb:7 sql-injection error',
      '/p/app/services/users/finder.rb:4 sql-injection error',
      '/p/app/models/user.rb:2 sql-injection error',
    ],
  },
  {
    name: 'Ruby: functions of a file that is required',
    files: {
      '/p/app.rb':
        "require 'sinatra'\nrequire_relative 'lib/users'\n\nget '/' do\n  users_named(params[:name])\n  users\nend\n",
      '/p/lib/users.rb':
        "def users_named(name)\n  User.where(\"name = '#{name}'\")\nend\n\ndef users\n  User.where('id > 5')\nend\n",
    },
    finds: ['/p/lib/users.rb:2 sql-injection error'],
  },
];

async function findingsOf(project: AnalysisProject, files: Program['files']): Promise<string[]> {
  const found = new Set<string>();
  const note = (path: string, finding: { start: number; ruleId: string; severity: string }) => {
    const line = files[path]!.slice(0, finding.start).split('\n').length;
    found.add(`${path}:${line} ${finding.ruleId} ${finding.severity}`);
  };
  for (const [path, text] of Object.entries(files)) {
    const document = await project.open(path, undefined, text);
    for (const finding of document.findings(options)) note(path, finding);
    for (const other of project.findingsElsewhere(path, options)) {
      for (const finding of other.findings) note(other.path, finding);
    }
    document.dispose();
  }
  // What a caller makes certain is said once, at its higher severity.
  return [...found].filter(
    (one) => !one.endsWith(' warning') || !found.has(one.replace(/warning$/, 'error')),
  );
}

describe('files that import each other', () => {
  it.each(programs)('$name', async ({ files, finds }) => {
    const project = analysis.project({
      paths: Object.keys(files),
      read: (path) => files[path],
    });
    expect((await findingsOf(project, files)).filter((one) => / sql-injection /.test(one))).toEqual(
      finds,
    );
  });

  it('an edit in one file shows in another that is open', async () => {
    const files: Record<string, string> = {
      '/p/input.js': 'exports.nameOf = (req) => req.query.name;\n',
      '/p/app.js': `${app}const { nameOf } = require('./input');\napp.get('/', (req) => pool.query('SELECT ' + nameOf(req)));\n`,
    };
    const project = analysis.project({ paths: Object.keys(files), read: (path) => files[path] });
    const main = await project.open('/p/app.js', undefined, files['/p/app.js']!);
    const input = await project.open('/p/input.js', undefined, files['/p/input.js']!);
    const rules = () => main.findings(options).map(({ ruleId }) => ruleId);
    expect(rules()).toContain('sql-injection');
    input.update("exports.nameOf = (req) => 'x';\n");
    input.findings(options);
    expect(rules()).not.toContain('sql-injection');
    // Closed without saving: the stored text counts again.
    input.dispose();
    expect(rules()).toContain('sql-injection');
  });

  it('what is stored is analysed, and followed when it changes', async () => {
    const route = "const app = require('express')();\nconst db = require('./db');\n";
    const files: Record<string, string> = {
      '/p/app.js': `${route}app.get('/', (req) => db.find(req.query.name));\n`,
      '/p/other.js': 'exports.x = 1;\n',
    };
    const project = analysis.project({ paths: Object.keys(files), read: (path) => files[path] });
    const found = async (path: string) => {
      const all = await project.storedFindings(path, options);
      project.release(path);
      return all.flatMap(({ path: at, findings }) =>
        findings.map(({ ruleId, severity }) => `${at} ${ruleId} ${severity}`),
      );
    };
    expect(await found('/p/app.js')).toEqual([]);

    files['/p/db.js'] =
      "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.find = (name) => pool.query('SELECT ' + name);\n";
    expect([...project.addPath('/p/db.js')]).toEqual(['/p/app.js']);
    expect(await found('/p/app.js')).toEqual(['/p/db.js sql-injection error']);
    project.releaseUnused();
    // Its caller changed: what it did elsewhere may be gone.
    files['/p/app.js'] = `${route}app.get('/', () => db.find('x'));\n`;
    expect([...project.changedOnDisk('/p/app.js')]).toEqual(['/p/db.js']);
    expect(await found('/p/app.js')).toEqual([]);
    files['/p/db.js'] = 'exports.find = (name) => name;\n';
    expect([...project.changedOnDisk('/p/db.js')]).toEqual(['/p/app.js']);
    expect([...project.changedOnDisk('/p/other.js')]).toEqual([]);
    expect([...project.removePath('/p/db.js')]).toEqual(['/p/app.js']);
  });

  it('open files that reach each other come to rest', async () => {
    const side = (other: string, table: string) =>
      `${app}const other = require('./${other}');\nexports.find = (x) => pool.query('SELECT ' + x);\napp.get('/${table}', (req) => other.find(req.query.x));\n`;
    const files: Record<string, string> = { '/p/a.js': side('b', 'b'), '/p/b.js': side('a', 'a') };
    const project = analysis.project({ paths: Object.keys(files), read: (path) => files[path] });
    const a = await project.open('/p/a.js', undefined, files['/p/a.js']!);
    const b = await project.open('/p/b.js', undefined, files['/p/b.js']!);
    const round = () => {
      const severities = [...a.findings(options), ...b.findings(options)]
        .filter(({ ruleId }) => ruleId === 'sql-injection')
        .map(({ severity }) => severity);
      return [severities, a.version, b.version];
    };
    round();
    round();
    const rest = round();
    expect(rest[0]).toEqual(['error', 'error']);
    expect(round()).toEqual(rest);
    // An older document of the same file leaves the newer one alone.
    const again = await project.open('/p/a.js', undefined, files['/p/a.js']!);
    again.findings(options);
    a.dispose();
    b.findings(options);
    expect(project.findingsElsewhere('/p/b.js', options)).toEqual([]);
  });

  it.each([[['/p/a.js', '/p/b.js']], [['/p/b.js', '/p/a.js']]])(
    'shows where the data comes from, whichever file was looked at first: %j',
    async (order) => {
      // Nothing is known of `unknown`, so this caller and one that is not seen are equally grave.
      const files: Record<string, string> = {
        '/p/a.js':
          "const app = require('express')();\nconst b = require('./b');\napp.get('/', (req) => b.find(req.query.x));\n",
        '/p/b.js':
          "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.find = (x) => pool.query('SELECT ' + unknown(x));\n",
      };
      const project = analysis.project({ paths: Object.keys(files), read: (path) => files[path] });
      const documents = new Map<string, AnalysedDocument>();
      for (const [path, text] of Object.entries(files)) {
        documents.set(path, await project.open(path, undefined, text));
      }
      for (const path of [...order, ...order]) documents.get(path)!.findings(options);
      const [finding] = documents.get('/p/b.js')!.findings(options);
      expect(finding?.trace[0]).toMatchObject({
        message: 'The data comes from here: the query string of the request.',
        elsewhere: { path: '/p/a.js' },
      });
    },
  );

  it('shows the way of the data through another file', async () => {
    const files: Record<string, string> = {
      '/p/db.js':
        "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.find = (name) => pool.query('SELECT ' + name);\n",
      '/p/app.js':
        "const app = require('express')();\nconst db = require('./db');\napp.get('/', (req) => db.find(req.query.name));\n",
    };
    const project = analysis.project({ paths: Object.keys(files), read: (path) => files[path] });
    const document = await project.open('/p/app.js', undefined, files['/p/app.js']!);
    document.findings(options);
    const [other] = project.findingsElsewhere('/p/app.js', options);
    expect(other?.path).toBe('/p/db.js');
    const [finding] = other?.findings ?? [];
    expect(finding?.trace[0]).toMatchObject({
      message: 'The data comes from here: the query string of the request.',
      elsewhere: { path: '/p/app.js', from: { line: 2, character: 30 } },
    });
  });
});
