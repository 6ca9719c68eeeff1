import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { holdsAll } from '../../engine/conditions';
import { analyseFlow } from '../../engine/program';
import { role } from '../../engine/sites';
import { allTaints } from '../../engine/values';
import { createParsing, type Parsing } from '../../parsing/parsing';
import { typescriptFrontEnd } from './frontEnd';
import { javascriptModel } from './model';

/** A tiny program for each model: what it finds, and the safe variant at which it is silent. */

const { resolve } = createRequire(import.meta.url);
let parsing: Parsing;

beforeAll(async () => {
  parsing = await createParsing((name) => {
    const folder = name === 'web-tree-sitter.wasm' ? 'web-tree-sitter' : 'tree-sitter-typescript';
    return readFile(resolve(`${folder}/${name}`));
  });
});

/**
 * The sites of a program: `sql` for one that is there, `sql remote` (or another kind of source) for
 * one that such data reaches in one of its roles.
 */
async function sitesOf(code: string, file = 'program.tsx'): Promise<ReadonlySet<string>> {
  const document = (await parsing.load('tsx')).open(code);
  const flow = analyseFlow(typescriptFrontEnd.lower(document.tree), javascriptModel, file);
  document.dispose();
  const found = new Set<string>();
  for (const site of flow.sites) {
    if (!holdsAll(site.spec?.where, site)) continue;
    found.add(site.kind);
    const names = Object.keys(site.spec?.roles ?? {}).filter((name) => name !== 'params');
    // Of a log entry, every argument counts.
    const args = names.length === 0 ? site.args : names.map((name) => role(site, name));
    for (const arg of args.filter((one) => one !== undefined)) {
      for (const { source, cleaned } of allTaints(arg.value)) {
        if (!cleaned.includes(site.kind)) found.add(`${site.kind} ${source.kind}`);
      }
    }
  }
  return found;
}

/** A handler of Express that has the query string in `data`. */
const handler = (imports: string, body: string) => `
const express = require('express');
${imports}
const app = express();
app.get('/', async (req, res) => {
  const data = req.query.q;
  ${body}
});
`;

type Case = readonly [model: string, finds: string, bad: string, good: string];

const cases: readonly Case[] = [
  [
    'builtins',
    'command local',
    "require('child_process').exec('ls ' + process.argv[2])",
    "require('child_process').exec('ls ' + Number(process.argv[2]))",
  ],
  [
    'express',
    'html remote',
    handler('', "res.send('<b>' + data)"),
    handler('', "res.type('text/plain').json(data)"),
  ],
  [
    'express',
    'redirect remote',
    "import { Request, Response } from 'express';\nexport function go(a: Request, b: Response) { b.redirect(a.body.to); }",
    "import { Request, Response } from 'express';\nexport function go(a: Request, b: Response) { b.redirect('/to'); }",
  ],
  [
    'express',
    'file-path remote',
    handler('', 'res.sendFile(data)'),
    handler("const path = require('path');", 'res.sendFile(path.basename(data))'),
  ],
  ['express', 'cookie', handler('', "res.cookie('a', 'b')"), handler('', "res.clearCookie('a')")],
  [
    'express-middleware',
    'cors-options',
    "const cors = require('cors'); cors({ origin: '*' })",
    "const cors = require('./cors'); cors({ origin: '*' })",
  ],
  [
    'express-middleware',
    'secret',
    "const session = require('express-session'); session({ secret: 'a' })",
    "const session = require('./session'); session({ secret: 'a' })",
  ],
  [
    'koa',
    'html remote',
    "const Koa = require('koa'); new Koa().use(async (c) => { c.body = '<b>' + c.query.a; })",
    "const Koa = require('koa'); new Koa().use(async (c) => { c.body = '<b>'; })",
  ],
  [
    'fastify',
    'redirect remote',
    "const app = require('fastify')(); app.get('/', (a, b) => { b.redirect(a.query.to); })",
    "const app = require('fastify')(); app.get('/', (a, b) => { b.redirect('/to'); })",
  ],
  [
    'hapi',
    'html remote',
    "const Hapi = require('@hapi/hapi'); const s = Hapi.server({}); s.route({ handler: (r, h) => h.response('<b>' + r.query.a) })",
    "const Hapi = require('@hapi/hapi'); const s = Hapi.server({}); s.route({ handler: (r, h) => h.response('<b>') })",
  ],
  [
    'nestjs',
    'command remote',
    "import { Controller, Get, Query } from '@nestjs/common';\nimport { exec } from 'child_process';\n@Controller()\nclass A { @Get() a(@Query('q') q: string) { exec(q); } }",
    "import { Controller, Get, Query } from '@nestjs/common';\nimport { exec } from 'child_process';\n@Controller()\nclass A { @Get() a(@Query('q') q: number) { exec('a' + q); } }",
  ],
  [
    'http-server',
    'html remote',
    "require('http').createServer((a, b) => { b.end('<b>' + a.url); })",
    "require('http').createServer((a, b) => { b.setHeader('Content-Type', 'text/plain'); b.end('<b>'); })",
  ],
  [
    'next',
    'command remote',
    "import { NextResponse } from 'next/server';\nimport { exec } from 'child_process';\nexport async function POST(request) { const b = await request.json(); exec(b.a); }",
    "import { NextResponse } from 'next/server';\nimport { exec } from 'child_process';\nexport async function POST(request) { const b = await request.json(); exec('a'); }",
  ],
  [
    'aws-lambda',
    'command remote',
    "const { exec } = require('child_process'); exports.handler = async (event) => { exec('ls ' + event.queryStringParameters.a); };",
    "const { execFile } = require('child_process'); exports.handler = async (event, context) => { execFile('ls', ['a']); };",
  ],
  [
    'nestjs',
    'response-header',
    "import { Controller, Get, Header } from '@nestjs/common';\n@Controller()\nclass A { @Get() @Header('A', 'b') a() { return ''; } }",
    "import { Controller, Get } from '@nestjs/common';\n@Controller()\nclass A { @Get() a() { return ''; } }",
  ],
  [
    'sockets',
    'command remote',
    "const { WebSocketServer } = require('ws'); const { exec } = require('child_process'); new WebSocketServer({}).on('connection', (s) => s.on('message', (m) => exec(m)))",
    "const { WebSocketServer } = require('ws'); const { exec } = require('child_process'); new WebSocketServer({}).on('connection', (s) => s.on('close', (m) => exec(m)))",
  ],
  [
    'sockets',
    'command remote',
    "const io = require('socket.io')(); const { exec } = require('child_process'); io.on('connection', (s) => s.on('run', (m) => exec(m)))",
    "const io = require('socket.io')(); const { exec } = require('child_process'); io.on('connection', (s) => s.on('run', (m) => exec('a')))",
  ],
  [
    'graphql',
    'command remote',
    "const { ApolloServer } = require('@apollo/server'); const { exec } = require('child_process'); new ApolloServer({ resolvers: { Query: { run: (p, args) => exec(args.a) } } })",
    "const { ApolloServer } = require('@apollo/server'); const { exec } = require('child_process'); new ApolloServer({ resolvers: { Query: { run: (p, args) => exec('a') } } })",
  ],
  [
    'pg',
    'sql remote',
    handler("const { Pool } = require('pg'); const db = new Pool();", "db.query('a' + data)"),
    handler("const { Pool } = require('pg'); const db = new Pool();", "db.query('a $1', [data])"),
  ],
  [
    'mysql2',
    'sql remote',
    handler("const db = require('mysql2').createPool({});", "db.query('a' + data)"),
    handler("const db = require('mysql2').createPool({});", "db.query('a' + db.escape(data))"),
  ],
  [
    'better-sqlite3',
    'sql remote',
    handler("const db = require('better-sqlite3')('a');", "db.prepare('a' + data)"),
    handler("const db = require('better-sqlite3')('a');", "db.prepare('a').get(data)"),
  ],
  [
    'node-sqlite',
    'sql remote',
    handler(
      "const { DatabaseSync } = require('node:sqlite'); const db = new DatabaseSync('a');",
      "db.prepare('a' + data)",
    ),
    handler(
      "const { DatabaseSync } = require('node:sqlite'); const db = new DatabaseSync('a');",
      "db.prepare('a').get(data)",
    ),
  ],
  [
    'sqlite3',
    'sql remote',
    handler("const s = require('sqlite3'); const db = new s.Database('a');", "db.all('a' + data)"),
    handler("const s = require('sqlite3'); const db = new s.Database('a');", "db.all('a', [data])"),
  ],
  [
    'unknown-database',
    'sql remote',
    handler("const db = require('./db');", "db.query('a' + data)"),
    handler("const db = require('./db');", "db.query('a', [data])"),
  ],
  [
    'mssql',
    'sql remote',
    handler("const sql = require('mssql');", "new sql.Request().query('a' + data)"),
    handler("const sql = require('mssql');", "new sql.Request().input('a', data).query('a @a')"),
  ],
  [
    'knex',
    'sql remote',
    handler("const knex = require('knex')({});", "knex.raw('a' + data)"),
    handler("const knex = require('knex')({});", "knex('a').where({ b: data })"),
  ],
  [
    'sequelize',
    'sql remote',
    handler(
      "const { Sequelize } = require('sequelize'); const s = new Sequelize('a');",
      "s.query('a' + data)",
    ),
    handler(
      "const { Sequelize } = require('sequelize'); const s = new Sequelize('a');",
      "s.query('a :b', { replacements: { b: data } })",
    ),
  ],
  [
    'typeorm',
    'sql remote',
    handler(
      "const { getRepository } = require('typeorm');",
      "getRepository(A).createQueryBuilder('a').where('b = ' + data)",
    ),
    handler(
      "const { getRepository } = require('typeorm');",
      "getRepository(A).createQueryBuilder('a').where('b = :c', { c: data })",
    ),
  ],
  [
    'prisma',
    'sql remote',
    handler(
      "const { PrismaClient } = require('@prisma/client'); const db = new PrismaClient();",
      "db.$queryRawUnsafe('a' + data)",
    ),
    handler(
      "const { PrismaClient } = require('@prisma/client'); const db = new PrismaClient();",
      'db.$queryRaw`a ${data}`',
    ),
  ],
  [
    'mongodb',
    'nosql-query remote',
    handler(
      "const { MongoClient } = require('mongodb'); const c = new MongoClient('a');",
      "c.db('a').collection('b').findOne({ c: data })",
    ),
    handler(
      "const { MongoClient } = require('mongodb'); const c = new MongoClient('a');",
      "c.db('a').collection('b').findOne({ c: String(data) })",
    ),
  ],
  [
    'mongodb',
    'mass-assignment remote',
    handler("const m = require('mongoose'); const A = m.model('A', {});", 'A.create(req.body)'),
    handler("const m = require('mongoose'); const A = m.model('A', {});", "A.create({ a: 'b' })"),
  ],
  [
    'database-logins',
    'secret',
    "const { Client } = require('pg'); new Client({ password: 'a' })",
    "const { Client } = require('./pg'); new Client({ password: 'a' })",
  ],
  [
    'passwords',
    'fast-hash',
    "require('crypto').createHash('md5').update(a)",
    "require('crypto').scryptSync(a, b, 64)",
  ],
  [
    'jsonwebtoken',
    'jwt-verify',
    "const jwt = require('jsonwebtoken'); jwt.decode(a)",
    "const jwt = require('jsonwebtoken'); jwt.sign(a, b)",
  ],
  [
    'logins',
    'work-factor',
    "const bcrypt = require('bcrypt'); bcrypt.hash(a, 4)",
    "const bcrypt = require('bcrypt'); bcrypt.compare(a, b)",
  ],
  [
    'child_process',
    'command remote',
    handler("const { execSync } = require('child_process');", "execSync('ls ' + data)"),
    handler(
      "const { execSync } = require('child_process'); const { quote } = require('shell-quote');",
      "execSync('ls ' + quote([data]))",
    ),
  ],
  [
    'fs',
    'file-path remote',
    handler("const fs = require('node:fs/promises');", "await fs.readFile('a/' + data)"),
    handler(
      "const fs = require('node:fs/promises'); const { basename } = require('path');",
      "await fs.readFile('a/' + basename(data))",
    ),
  ],
  ['node-modules', 'code remote', handler('', 'eval(data)'), handler('', 'JSON.parse(data)')],
  [
    'node-modules',
    'regex remote',
    handler('', 'new RegExp(data)'),
    handler("const escape = require('escape-string-regexp');", 'new RegExp(escape(data))'),
  ],
  [
    'node-modules',
    'tls-off',
    "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'",
    "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1'",
  ],
  ['crypto', 'hash', "require('crypto').createHash('md5')", "require('crypto').randomBytes(8)"],
  ['crypto', 'random', 'Math.random()', "require('crypto').randomInt(8)"],
  [
    'validation',
    'sql remote',
    handler(
      "const { Pool } = require('pg'); const db = new Pool(); const v = require('validator');",
      "db.query('a' + data)",
    ),
    handler(
      "const { Pool } = require('pg'); const db = new Pool(); const v = require('validator');",
      "if (v.isUUID(data)) db.query('a' + data)",
    ),
  ],
  [
    'schemas',
    'nosql-query remote',
    handler("const { z } = require('zod'); const U = require('./user');", 'U.findOne({ a: data })'),
    handler(
      "const { z } = require('zod'); const U = require('./user');",
      'const b = z.object({ a: z.string() }).parse(req.query); U.findOne({ a: b.a })',
    ),
  ],
  [
    'schemas',
    'command remote',
    handler(
      "const { z } = require('zod'); const { exec } = require('child_process'); const s = z.object({ a: z.string() });",
      'exec(s.parse(req.body).a)',
    ),
    handler(
      "const { z } = require('zod'); const { exec } = require('child_process'); const s = z.enum(['a', 'b']).optional();",
      'exec(s.parse(data))',
    ),
  ],
  [
    'nodemailer',
    'tls-off',
    "require('nodemailer').createTransport({ tls: { rejectUnauthorized: false } })",
    "require('nodemailer').createTransport({ secure: true })",
  ],
  [
    'logging',
    'log remote',
    handler("const log = require('pino')();", 'log.info(data)'),
    handler("const log = require('pino')();", "log.info('a')"),
  ],
  [
    'objects',
    'merge remote',
    handler("const _ = require('lodash');", '_.merge({}, req.body)'),
    handler("const _ = require('lodash');", '_.pick(req.body, [])'),
  ],
  [
    'objects',
    'deserialize remote',
    handler("const s = require('node-serialize');", 's.unserialize(data)'),
    handler("const s = require('node-serialize');", 's.serialize(data)'),
  ],
  [
    'http-clients',
    'http-request remote',
    handler("const axios = require('axios');", 'axios.get(data)'),
    handler("const axios = require('axios');", "axios.get('https://a.example/')"),
  ],
  [
    'http-clients',
    'tls-off',
    "new (require('https').Agent)({ rejectUnauthorized: false })",
    "new (require('https').Agent)({ rejectUnauthorized: true })",
  ],
  [
    'headless-browsers',
    'http-request remote',
    handler(
      "const p = require('puppeteer');",
      'const b = await p.launch(); const g = await b.newPage(); g.goto(data)',
    ),
    handler(
      "const p = require('puppeteer');",
      "const b = await p.launch(); const g = await b.newPage(); g.goto('https://a.example/')",
    ),
  ],
  [
    'xml',
    'xml-parse remote',
    handler("const x = require('libxmljs');", 'x.parseXml(data, { noent: true })'),
    handler("const x = require('xml2js');", 'x.parseString(data)'),
  ],
  [
    'ldap',
    'ldap remote',
    handler(
      "const l = require('ldapjs'); const c = l.createClient({});",
      'c.search("a", { filter: "(b=" + data + ")" })',
    ),
    handler(
      "const l = require('ldapjs'); const c = l.createClient({});",
      'c.search("a", { filter: new l.EqualityFilter({ attribute: "b", value: data }) })',
    ),
  ],
  [
    'templates',
    'template-source remote',
    handler("const ejs = require('ejs');", "ejs.render('<p>' + data + '</p>');"),
    handler("const ejs = require('ejs');", "ejs.render('<p><%= data %></p>', { data });"),
  ],
  [
    'archives',
    'file-path archive-entry',
    "const Zip = require('adm-zip'); const fs = require('fs'); for (const e of new Zip('a').getEntries()) fs.writeFileSync('b/' + e.entryName, e.getData())",
    "const Zip = require('adm-zip'); const fs = require('fs'); const path = require('path'); for (const e of new Zip('a').getEntries()) fs.writeFileSync(path.basename(e.entryName), '')",
  ],
  [
    'browser',
    'html remote',
    'document.body.innerHTML = location.hash;',
    'document.body.textContent = location.hash;',
  ],
  [
    'browser',
    'html remote',
    'const a = <div dangerouslySetInnerHTML={{ __html: location.hash }} />;',
    'const a = <div title={location.hash} />;',
  ],
  [
    'xml',
    'xml-parse remote',
    handler("const expat = require('node-expat');", 'new expat.Parser().write(data)'),
    handler("const expat = require('./expat');", 'new expat.Parser().write(data)'),
  ],
  [
    'http-clients',
    'clear-text',
    "const http = require('http'); new http.Agent({ keepAlive: true })",
    "const https = require('https'); new https.Agent({ keepAlive: true })",
  ],
  [
    'http-clients',
    'clear-text',
    "const grpc = require('@grpc/grpc-js'); grpc.credentials.createInsecure()",
    "const grpc = require('@grpc/grpc-js'); grpc.credentials.createSsl()",
  ],
  [
    'angular',
    'escape-off',
    'a.config(function ($sceProvider) { $sceProvider.enabled(false); })',
    'a.config(function ($sceProvider) { $sceProvider.enabled(true); })',
  ],
  [
    'angular',
    'escape-off',
    "a.config(function ($p) { $p.resourceUrlWhitelist(['self', '**']); })",
    "a.config(function ($p) { $p.resourceUrlWhitelist(['self', 'https://a.example/**']); })",
  ],
  [
    'angular',
    'redirect remote',
    'function a($scope, $window) { $window.location.href = location.hash; }',
    "function a($scope, $window) { $window.location.href = '/a'; }",
  ],
  [
    'aws-lambda',
    'response remote',
    'exports.handler = (event, context, callback) => { callback(null, { body: event.a }); }',
    "exports.handler = (event, context, callback) => { callback(null, { body: 'a' }); }",
  ],
  [
    'aws-cdk',
    'cloud-resource',
    "import * as s3 from '@aws-cdk/aws-s3';\nnew s3.Bucket(this, 'a')",
    "import * as s3 from '@aws-cdk/aws-s3';\nnew s3.Bucket(this, 'a', { encryption: s3.BucketEncryption.KMS })",
  ],
  [
    'child_process',
    'command local',
    "const { program } = require('commander'); require('child_process').exec('ls ' + program.opts().dir)",
    "const { program } = require('commander'); require('child_process').execFile('ls', ['a'])",
  ],
  [
    'child_process',
    'command remote',
    handler("const { Client } = require('ssh2');", "new Client().exec('ls ' + data)"),
    handler("const { Client } = require('ssh2');", "new Client().exec('ls')"),
  ],
  [
    'crypto',
    'cipher',
    "const C = require('crypto-js'); C.AES.encrypt('a', key, { mode: C.mode.ECB })",
    "const C = require('crypto-js'); C.AES.encrypt('a', key, { mode: C.mode.CBC })",
  ],
  [
    'express',
    'redirect remote',
    handler('', "res.set('Location', data)"),
    handler('', "res.set('Location', '/a')"),
  ],
  [
    'html-sanitizers',
    'escape-off',
    "require('handlebars').compile('{{a}}', { noEscape: true })",
    "require('handlebars').compile('{{a}}')",
  ],
  [
    'mongodb',
    'nosql-query remote',
    handler('', "users.find({ $where: 'this.name == ' + data })"),
    handler('', 'users.find((user) => user.name === data)'),
  ],
  [
    'deno',
    'command remote',
    "Deno.serve(async (r) => { await Deno.run({ cmd: ['a', new URL(r.url).search] }); })",
    "Deno.serve(async (r) => { await Deno.run({ cmd: ['a', 'b'] }); })",
  ],
  [
    'deno',
    'html remote',
    "Deno.serve((r) => new Response('<b>' + r.url, { headers: { 'content-type': 'text/html' } }))",
    "Deno.serve((r) => new Response('<b>' + r.url, { headers: { 'content-type': 'text/plain' } }))",
  ],
  [
    'browser',
    'html remote',
    "const a = <a href={new URLSearchParams(location.search).get('a')}>a</a>;",
    "const a = <a title={new URLSearchParams(location.search).get('a')}>a</a>;",
  ],
  [
    'nestjs',
    'redirect remote',
    "import { Get, Query, Redirect } from '@nestjs/common';\nclass A { @Get() @Redirect() a(@Query('q') q) { return { url: q }; } }",
    "import { Get, Query, Redirect } from '@nestjs/common';\nclass A { @Get() @Redirect() a(@Query('q') q) { return { url: '/a' }; } }",
  ],
  [
    'dynamodb',
    'nosql-query remote',
    "const { DynamoDB } = require('aws-sdk'); const d = new DynamoDB.DocumentClient(); exports.handler = async (event) => d.query(JSON.parse(event.body))",
    "const { DynamoDB } = require('aws-sdk'); const d = new DynamoDB.DocumentClient(); exports.handler = async (event) => d.query({ Key: { id: 'a' } })",
  ],
  [
    'hono',
    'html remote',
    "import { Hono } from 'hono';\nnew Hono().get('/', (c) => c.html('<b>' + c.req.query('a')))",
    "import { Hono } from 'hono';\nnew Hono().get('/', (c) => c.html('<b>a'))",
  ],
  [
    'fastify',
    'secret',
    "const app = require('fastify')(); app.register(require('@fastify/jwt'), { secret: 'a' })",
    "const app = require('fastify')(); app.register(require('./jwt'), { secret: 'a' })",
  ],
  [
    'http-server',
    'redirect remote',
    "require('http').createServer((a, b) => { b.writeHead(302, { Location: require('url').parse(a.url, true).query.to }); })",
    "require('http').createServer((a, b) => { b.writeHead(200, { 'X-Path': a.url }); })",
  ],
  [
    'fs',
    'built-path remote',
    handler("const path = require('path');", "pack(path.join('a', data))"),
    handler("const path = require('path');", "pack(path.join('a', 'b'))"),
  ],
  ['fs', 'file-path remote', handler('', 'await import(data)'), handler('', "await import('a')")],
  [
    'sandboxes',
    'code remote',
    handler("const vm = require('vm');", "vm.runInContext('a', vm.createContext({ data }))"),
    handler("const vm = require('vm');", "vm.runInContext('a', vm.createContext({ a: 1 }))"),
  ],
  [
    'sandboxes',
    'code remote',
    handler("const { NodeVM, VMScript } = require('vm2');", 'new VMScript(`a${data}`)'),
    handler("const { NodeVM, VMScript } = require('vm2');", 'new NodeVM().run(`a`)'),
  ],
  [
    'browser',
    'redirect remote',
    "window.location = new URLSearchParams(location.search).get('to');",
    "window.location = '/to';",
  ],
  [
    'jquery',
    'html remote',
    '(function ($) { $("p").html(location.hash); })(jQuery);',
    '(function ($) { $("p").text(location.hash); })(jQuery);',
  ],
  [
    'angular',
    'html remote',
    'this.sanitizer.bypassSecurityTrustHtml(location.hash)',
    'this.sanitizer.sanitize(location.hash)',
  ],
  [
    'html-sanitizers',
    'html remote',
    handler('', 'res.send(data)'),
    handler("const sanitizeHtml = require('sanitize-html');", 'res.send(sanitizeHtml(data))'),
  ],
  [
    'html-sanitizers',
    'html remote',
    'document.body.innerHTML = location.hash;',
    "import DOMPurify from 'dompurify';\ndocument.body.innerHTML = DOMPurify.sanitize(location.hash);",
  ],
  [
    'text-sanitizers',
    'sql remote',
    handler("const db = require('./db');", "db.query('a' + data)"),
    handler(
      "const db = require('./db'); const s = require('sqlstring');",
      "db.query('a' + s.escape(data))",
    ),
  ],
];

describe('models of JavaScript libraries', () => {
  it.each(cases)('%s: %s', async (_model, finds, bad, good) => {
    expect([...(await sitesOf(bad))]).toContain(finds);
    expect([...(await sitesOf(good))]).not.toContain(finds);
  });

  it('finds the route handlers of Next.js by the names of file and function', async () => {
    const code =
      "import { exec } from 'child_process';\nexport async function GET(r) { exec(r.nextUrl.pathname); }";
    expect([...(await sitesOf(code, 'app/api/run/route.ts'))]).toContain('command remote');
    expect([...(await sitesOf(code, 'app/api/run/helper.ts'))]).not.toContain('command remote');
  });

  it('has a program for each model', () => {
    const tested = new Set(cases.map(([model]) => model));
    const names = javascriptModel.language.models.map(({ name }) => name);
    expect(names.filter((name) => !tested.has(name))).toEqual([]);
  });
});
