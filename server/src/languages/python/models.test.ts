import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { holdsAll } from '../../engine/conditions';
import { analyseFlow } from '../../engine/program';
import { role } from '../../engine/sites';
import { allTaints } from '../../engine/values';
import { createParsing, type Parsing } from '../../parsing/parsing';
import { pythonFrontEnd } from './frontEnd';
import { pythonModel } from './model';

/** A tiny program for each model: what it finds, and the safe variant at which it is silent. */

const { resolve } = createRequire(import.meta.url);
let parsing: Parsing;

beforeAll(async () => {
  parsing = await createParsing((name) => {
    const folder = name === 'web-tree-sitter.wasm' ? 'web-tree-sitter' : 'tree-sitter-python';
    return readFile(resolve(`${folder}/${name}`));
  });
});

/**
 * The sites of a program: `sql` for one that is there, `sql remote` (or another kind of source) for
 * one that such data reaches in one of its roles.
 */
async function sitesOf(code: string): Promise<ReadonlySet<string>> {
  const document = (await parsing.load('python')).open(code);
  const flow = analyseFlow(pythonFrontEnd.lower(document.tree), pythonModel, 'program.py');
  document.dispose();
  const found = new Set<string>();
  for (const site of flow.sites) {
    if (!holdsAll(site.spec?.where, site)) continue;
    found.add(site.kind);
    const names = Object.keys(site.spec?.roles ?? {}).filter((name) => name !== 'params');
    const args = names.map((name) => role(site, name)).filter((arg) => arg !== undefined);
    for (const arg of args) {
      for (const { source, cleaned } of allTaints(arg.value)) {
        if (!cleaned.includes(site.kind)) found.add(`${site.kind} ${source.kind}`);
      }
    }
  }
  return found;
}

const flask = `from flask import Flask, request, session
app = Flask(__name__)
@app.get('/')
def view():
    data = request.args['q']
`;
/** A view of Flask that has the query string in `data`. */
const view = (imports: string, body: string) =>
  `${imports}\n${flask}${body.replace(/^/gm, '    ')}\n`;

type Case = readonly [model: string, finds: string, bad: string, good: string];

const cases: readonly Case[] = [
  [
    'builtins',
    'sql local',
    'import sqlite3\nsqlite3.connect("x").execute("a" + input())',
    'import sqlite3\nsqlite3.connect("x").execute("a" + str(int(input())))',
  ],
  [
    'flask',
    'html remote',
    view('', 'return "<b>" + data'),
    view('from flask import escape', 'return "<b>" + escape(data)'),
  ],
  [
    'flask',
    'redirect remote',
    view('from flask import redirect', 'return redirect(data)'),
    view('from flask import redirect, url_for', 'return redirect(url_for("x", y=data))'),
  ],
  [
    'flask',
    'template-source remote',
    view('from flask import render_template_string', 'return render_template_string(data)'),
    view('from flask import render_template', 'return render_template("x.html", y=data)'),
  ],
  [
    'flask',
    'debug-on',
    'from flask import Flask\nFlask("x").run(debug=True)',
    'from flask import Flask\nFlask("x").run()',
  ],
  [
    'flask',
    'csrf-off',
    'from flask import Flask\napp = Flask("x")\napp.config["WTF_CSRF_ENABLED"] = False',
    'from flask import Flask\napp = Flask("x")\napp.config["WTF_CSRF_ENABLED"] = True',
  ],
  [
    'cookies',
    'cookie',
    view('from flask import make_response', 'r = make_response("x")\nr.set_cookie("a", "b")'),
    view('from flask import make_response', 'r = make_response("x")\nr.delete_cookie("a")'),
  ],
  [
    'response-headers',
    'response-headers',
    view('from flask import Response', 'return Response("x", 200, {"A": "b"})'),
    view('', 'return "x"'),
  ],
  [
    'flask-cors',
    'cors-options',
    'from flask_cors import CORS\nCORS(app)',
    'from flask_cors import logging\nlogging(app)',
  ],
  [
    'flask-wtf',
    'csrf-off',
    'from flask_wtf import FlaskForm\nclass F(FlaskForm):\n    class Meta:\n        csrf = False',
    'from flask_wtf import FlaskForm\nclass F(FlaskForm):\n    class Meta:\n        csrf = True',
  ],
  [
    'flask-login',
    'guard',
    view('from flask_login import login_required', 'return ""') +
      '@app.get("/a")\n@login_required\ndef a():\n    return ""\n',
    view('', 'return ""'),
  ],
  [
    'flask-hardening',
    'throttle',
    'from flask_limiter import Limiter\nLimiter(app)',
    'from flask_limiter import util\nutil(app)',
  ],
  [
    'flask-restful',
    'sql remote',
    'import sqlite3\nfrom flask_restful import Resource, reqparse\nclass A(Resource):\n    def get(self):\n        args = reqparse.RequestParser().parse_args()\n        sqlite3.connect("x").execute("a" + args["b"])',
    'import sqlite3\nfrom flask_restful import Resource, reqparse\nclass A(Resource):\n    def get(self):\n        args = reqparse.RequestParser().parse_args()\n        sqlite3.connect("x").execute("a = ?", (args["b"],)).fetchone()[0]\n        sqlite3.connect("x").executescript("a")',
  ],
  [
    'django',
    'html remote',
    'from django.http import HttpResponse\ndef a(request):\n    return HttpResponse(request.GET["a"])',
    'from django.http import HttpResponse\nfrom django.utils.html import escape\ndef a(request):\n    return HttpResponse(escape(request.GET["a"]))',
  ],
  [
    'django',
    'html remote',
    'from django.views import View\nfrom django.http import HttpResponse\nclass A(View):\n    def get(self, r):\n        return HttpResponse(self.request.POST["a"])',
    'from django.views import View\nfrom django.http import JsonResponse\nclass A(View):\n    def get(self, r):\n        return JsonResponse({"a": self.request.POST["a"]})',
  ],
  [
    'django',
    'redirect remote',
    'from django.shortcuts import redirect\ndef a(request):\n    to = request.GET["next"]\n    if is_local(to):\n        return redirect(to)',
    'from django.shortcuts import redirect\nfrom django.utils.http import url_has_allowed_host_and_scheme\ndef is_local(url):\n    "Whether it leads here."\n    return url_has_allowed_host_and_scheme(url, allowed_hosts=None)\ndef a(request):\n    to = request.GET["next"]\n    if to and is_local(to):\n        return redirect(to)',
  ],
  [
    'files',
    'file-path remote',
    view('import os', 'open(data)'),
    view('import os', 'if os.path.abspath(data).startswith("/a/"):\n    open(data)'),
  ],
  [
    'django',
    'redirect remote',
    'from django.shortcuts import redirect\ndef a(request):\n    return redirect(request.GET["next"])',
    'from django.shortcuts import redirect\nfrom django.utils.http import url_has_allowed_host_and_scheme\ndef a(request):\n    to = request.GET["next"]\n    if url_has_allowed_host_and_scheme(to, allowed_hosts=None):\n        return redirect(to)',
  ],
  [
    'django-orm',
    'sql remote',
    'from .models import A\nimport django\ndef a(request):\n    A.objects.raw("select " + request.GET["a"])',
    'from .models import A\nimport django\ndef a(request):\n    A.objects.raw("select %s", [int(request.GET["a"])])',
  ],
  [
    'django-settings',
    'debug-on',
    'INSTALLED_APPS = []\nDEBUG = True',
    'INSTALLED_APPS = []\nDEBUG = False',
  ],
  [
    'django-rest-framework',
    'sql remote',
    'from rest_framework.views import APIView\nfrom django.db import connection\nclass A(APIView):\n    def post(self, request):\n        connection.cursor().execute("a" + request.data["b"])',
    'from rest_framework.views import APIView\nfrom django.db import connection\nclass A(APIView):\n    def post(self, request):\n        connection.cursor().execute("a %s", [int(request.data["b"])])',
  ],
  [
    'starlette',
    'html remote',
    'from starlette.responses import HTMLResponse\ndef a(request):\n    return HTMLResponse(request.query_params["a"])',
    'from starlette.responses import JSONResponse\ndef a(request):\n    return JSONResponse(request.query_params["a"])',
  ],
  [
    'fastapi',
    'sql remote',
    'import sqlite3\nfrom fastapi import FastAPI\napp = FastAPI()\n@app.get("/")\ndef a(q: str):\n    sqlite3.connect("x").execute("a" + q)',
    'import sqlite3\nfrom fastapi import FastAPI, Depends\napp = FastAPI()\n@app.get("/")\ndef a(q: int, d = Depends(db)):\n    sqlite3.connect("x").execute("a" + q)\n    sqlite3.connect("x").execute("a" + d)',
  ],
  [
    'aiohttp-server',
    'redirect remote',
    'from aiohttp import web\nasync def a(request):\n    raise web.HTTPFound(request.query["a"])',
    'from aiohttp import web\nasync def a(request):\n    raise web.HTTPFound("/x")',
  ],
  [
    'tornado',
    'html remote',
    'import tornado.web\nclass A(tornado.web.RequestHandler):\n    def get(self):\n        self.write(self.get_argument("a"))',
    'import tornado.web, tornado.escape\nclass A(tornado.web.RequestHandler):\n    def get(self):\n        self.write(tornado.escape.xhtml_escape(self.get_argument("a")))',
  ],
  [
    'pyramid',
    'html remote',
    'from pyramid.response import Response\ndef a(request):\n    return Response(request.params["a"])',
    'from pyramid.response import Response\nfrom html import escape\ndef a(request):\n    return Response(escape(request.params["a"]))',
  ],
  [
    'bottle',
    'html remote',
    'from bottle import route, request\n@route("/")\ndef a():\n    return request.query["a"]',
    'from bottle import route, request, html_escape\n@route("/")\ndef a():\n    return html_escape(request.query["a"])',
  ],
  [
    'websockets',
    'command remote',
    'import os\nfrom channels.generic.websocket import WebsocketConsumer\nclass A(WebsocketConsumer):\n    def receive(self, text_data):\n        os.system(text_data)',
    'import os\nfrom channels.generic.websocket import WebsocketConsumer\nclass A(WebsocketConsumer):\n    def receive(self, text_data):\n        os.system("ls")',
  ],
  [
    'graphql',
    'command remote',
    'import os\nimport strawberry\n@strawberry.field\ndef a(self, b: str):\n    os.system(b)',
    'import os\nimport strawberry\n@strawberry.field\ndef a(self, b: int):\n    os.system(b)',
  ],
  [
    'celery',
    'deserialize',
    'from celery import Celery\nCelery("x").conf.update(task_serializer="pickle")',
    'from celery import Celery\nCelery("x").conf.update(task_serializer="json")',
  ],
  [
    'command-line',
    'command local',
    'import os, argparse\nargs = argparse.ArgumentParser().parse_args()\nos.system(args.a)',
    'import os, shlex, argparse\nargs = argparse.ArgumentParser().parse_args()\nos.system("ls " + shlex.quote(args.a))',
  ],
  [
    'sqlite3',
    'sql remote',
    view('import sqlite3', 'sqlite3.connect("x").cursor().execute("a" + data)'),
    view('import sqlite3', 'sqlite3.connect("x").cursor().execute("a", ())'),
  ],
  [
    'psycopg',
    'sql remote',
    view('import psycopg2', 'psycopg2.connect("x").cursor().execute("a" + data)'),
    view(
      'import psycopg2\nfrom psycopg2 import sql',
      'psycopg2.connect("x").cursor().execute(sql.SQL("a {}").format(sql.Identifier(data)))',
    ),
  ],
  [
    'asyncpg',
    'sql remote',
    view('import asyncpg', 'c = asyncpg.connect("x")\nc.fetch("a" + data)'),
    view('import asyncpg', 'c = asyncpg.connect("x")\nc.fetch("a")'),
  ],
  [
    'pg8000',
    'sql remote',
    view('import pg8000.native', 'pg8000.native.Connection("x").run("a" + data)'),
    view('import pg8000.native', 'pg8000.native.Connection("x").run("a")'),
  ],
  [
    'mysql',
    'sql remote',
    view('import pymysql', 'pymysql.connect().cursor().execute("a" + data)'),
    view('import pymysql', 'pymysql.connect().cursor().execute("a")'),
  ],
  [
    'sql-drivers',
    'sql remote',
    view('import pyodbc', 'pyodbc.connect("x").cursor().execute("a" + data)'),
    view('import pyodbc', 'pyodbc.connect("x").cursor().execute("a")'),
  ],
  [
    'sqlalchemy',
    'sql remote',
    view('from sqlalchemy import text', 'text("a" + data)'),
    view('from sqlalchemy import text', 'text("a :b").bindparams(b=data)'),
  ],
  [
    'unknown-database',
    'sql remote',
    view('from .db import c', 'c.execute("a" + data)'),
    view('from .db import c', 'c.execute("a")'),
  ],
  [
    'pymongo',
    'nosql-query remote',
    view('import pymongo', 'pymongo.MongoClient().shop.users.find_one({"a": request.json["a"]})'),
    view(
      'import pymongo',
      'pymongo.MongoClient().shop.users.find_one({"a": int(request.json["a"])})',
    ),
  ],
  [
    'aws',
    'command remote',
    'import os\ndef handler(event, context):\n    os.system(event["a"])',
    'import os, shlex\ndef handler(event, context):\n    os.system(shlex.quote(event["a"]))',
  ],
  [
    'processes',
    'command remote',
    view('import subprocess', 'subprocess.run(data, shell=True)'),
    view('import subprocess, shlex', 'subprocess.run("ls " + shlex.quote(data), shell=True)'),
  ],
  [
    'remote-processes',
    'command remote',
    view('import paramiko', 'paramiko.SSHClient().exec_command(data)'),
    view('import paramiko', 'paramiko.SSHClient().exec_command("ls")'),
  ],
  [
    'introspection',
    'code remote',
    view('', 'eval(data)'),
    view('import ast', 'ast.literal_eval(data)'),
  ],
  [
    'serialization',
    'deserialize remote',
    view('import yaml', 'yaml.load(data, Loader=yaml.Loader)'),
    view('import yaml', 'yaml.load(data, Loader=yaml.SafeLoader)'),
  ],
  [
    'serialization',
    'deserialize remote',
    view('import pickle', 'pickle.loads(data)'),
    view('import json', 'json.loads(data)'),
  ],
  [
    'files',
    'file-path remote',
    view('', 'open("a/" + data)'),
    view('from werkzeug.utils import secure_filename', 'open("a/" + secure_filename(data))'),
  ],
  [
    'requests',
    'http-request remote',
    view('import requests', 'requests.get(data)'),
    view('import requests', 'requests.get("https://a.example", params={"q": data})'),
  ],
  [
    'requests',
    'tls-off',
    'import requests\nrequests.get("https://a.example", verify=False)',
    'import requests\nrequests.get("https://a.example")',
  ],
  [
    'httpx',
    'http-request remote',
    view('import httpx', 'httpx.Client().post(data)'),
    view('import httpx', 'httpx.Client().post("https://a.example", json=data)'),
  ],
  [
    'aiohttp-client',
    'http-request remote',
    view('import aiohttp', 'aiohttp.ClientSession().get(data)'),
    view('import aiohttp', 'aiohttp.ClientSession().get("https://a.example")'),
  ],
  [
    'urllib',
    'http-request remote',
    view('from urllib.request import urlopen', 'urlopen(data)'),
    view(
      'from urllib.request import urlopen\nfrom urllib.parse import quote',
      'urlopen("https://a.example/" + quote(data))',
    ),
  ],
  [
    'ssl',
    'tls-off',
    'import ssl\nc = ssl.create_default_context()\nc.check_hostname = False',
    'import ssl\nc = ssl.create_default_context()\nc.check_hostname = True',
  ],
  [
    'connections',
    'clear-text',
    'import ftplib\nftplib.FTP("x")',
    'import ftplib\nftplib.FTP_TLS("x")',
  ],
  [
    'xml',
    'xml-parse remote',
    view('from lxml import etree', 'etree.fromstring(data)'),
    view('from lxml import etree', 'etree.fromstring("<a/>")'),
  ],
  [
    'xml',
    'xpath remote',
    view('import elementpath', 'elementpath.select(root, "//a[" + data)'),
    view('import elementpath', 'elementpath.select(data, "//a")'),
  ],
  [
    'xml',
    'xpath remote',
    view('from lxml import etree', 'etree.parse("a").xpath("//a[" + data)'),
    view('from lxml import etree', 'etree.parse("a").xpath("//a[@b=$c]", c=data)'),
  ],
  [
    'templates',
    'html remote',
    view('from markupsafe import Markup', 'return Markup("<b>%s</b>" % data)'),
    view('from markupsafe import Markup', 'return Markup("<b>%s</b>") % data'),
  ],
  [
    'templates',
    'template-source remote',
    view('import jinja2', 'jinja2.Environment().from_string(data)'),
    view('import jinja2', 'jinja2.Environment().from_string("a").render(a=data)'),
  ],
  [
    'ldap',
    'ldap remote',
    view('import ldap3', 'ldap3.Connection("x").search("dc=a", "(a=" + data + ")")'),
    view(
      'import ldap3\nfrom ldap3.utils.conv import escape_filter_chars',
      'ldap3.Connection("x").search("dc=a", "(a=" + escape_filter_chars(data) + ")")',
    ),
  ],
  [
    'jwt',
    'jwt-verify remote',
    view('import jwt', 'jwt.decode(data, options={"verify_signature": False})'),
    view('import jwt', 'jwt.get_unverified_header(data)'),
  ],
  [
    'hashlib',
    'hash',
    'import hashlib\nhashlib.md5(b"a")',
    'import hashlib\nhashlib.md5(b"a", usedforsecurity=False)',
  ],
  [
    'passwords',
    'work-factor',
    'import bcrypt\nbcrypt.gensalt(4)',
    'import bcrypt\nbcrypt.checkpw(a, b)',
  ],
  [
    'cryptography',
    'cipher',
    'from Crypto.Cipher import DES\nDES.new(k)',
    'from Crypto.Cipher import nothing\nnothing.new(k)',
  ],
  [
    'random',
    'secret weak-random',
    'import random, jwt\njwt.encode({}, random.choice("abc"))',
    'import secrets, jwt\njwt.encode({}, secrets.token_hex(8))',
  ],
  [
    'twilio',
    'xml remote',
    view(
      'from twilio.rest import Client',
      'Client(a, b).calls.create(twiml="<Say>" + data + "</Say>")',
    ),
    view(
      'from twilio.rest import Client\nfrom html import escape',
      'Client(a, b).calls.create(twiml="<Say>" + escape(data) + "</Say>")',
    ),
  ],
  [
    'quart',
    'command remote',
    'from quart import Quart, request\nimport os\nos.system(request.args["a"])',
    'from quart import Quart, request\nimport os\nos.system(request.method)',
  ],
  [
    'werkzeug',
    'html remote',
    'from werkzeug.wrappers import Request, Response\ndef a(request):\n    return Response(request.args["a"], mimetype="text/html")',
    'from werkzeug.wrappers import Request, Response\ndef a(request):\n    return Response(request.args["a"], mimetype="text/plain")',
  ],
  [
    'sanic',
    'html remote',
    'from sanic import Sanic, html\napp = Sanic("a")\n@app.get("/")\nasync def a(request):\n    return html(request.args["a"])',
    'from sanic import Sanic, text\napp = Sanic("a")\n@app.get("/")\nasync def a(request):\n    return text(request.args["a"])',
  ],
  [
    'cherrypy',
    'html remote',
    'import cherrypy\nclass A:\n    @cherrypy.expose\n    def a(self, b):\n        return "<b>" + b',
    'import cherrypy\nclass A:\n    def a(self, b):\n        return "<b>" + b',
  ],
  [
    'webpy',
    'redirect remote',
    'import web\nclass A:\n    def GET(self):\n        raise web.seeother(web.input().to)',
    'import web\nclass A:\n    def GET(self):\n        raise web.seeother("/")',
  ],
  [
    'falcon',
    'response remote',
    'import falcon\nclass A:\n    def on_get(self, req, resp):\n        resp.text = "<b>" + req.get_param("a")',
    'import falcon\nclass A:\n    def on_get(self, req, resp):\n        resp.text = "<b>"',
  ],
  [
    'litestar',
    'command remote',
    'from litestar import get\nimport os\n@get("/")\ndef a(b: str) -> None:\n    os.system(b)',
    'from litestar import get\nimport os\n@get("/")\ndef a(b: int) -> None:\n    os.system(b)',
  ],
  [
    'more-databases',
    'sql remote',
    view('import duckdb', 'duckdb.connect().execute("select " + data)'),
    view('import duckdb', 'duckdb.connect().execute("select ?", [data])'),
  ],
  [
    'more-databases',
    'sql remote',
    view('import ibm_db', 'ibm_db.exec_immediate(a, "select " + data)'),
    view('import ibm_db', 'ibm_db.prepare(a, "select ?")'),
  ],
  [
    'service-clients',
    'tls-off',
    'from elasticsearch import Elasticsearch\nElasticsearch("https://a.example.com", verify_certs=False)',
    'from elasticsearch import Elasticsearch\nElasticsearch("https://a.example.com", verify_certs=True)',
  ],
  [
    'logging',
    'log remote',
    view('import logging', 'logging.getLogger("a").info("x" + data)'),
    view('import logging', 'logging.getLogger("a").info("x")'),
  ],
  [
    're',
    'regex remote',
    view('import re', 're.compile(data)'),
    view('import re', 're.compile(re.escape(data))'),
  ],
];

type Line = readonly [finds: string, imports: string, bad: string, good: string];

/** Single functions: a line of a view with the query string in `data`, and the safe variant. */
const lines: readonly Line[] = [
  // --- Programs
  ['command remote', 'import os', 'getattr(os, "system")(data)', 'getattr(os, "strerror")(data)'],
  [
    'command remote',
    'import asyncio',
    'asyncio.create_subprocess_exec("sh", "-c", data)',
    'asyncio.create_subprocess_exec("ls", "-l")',
  ],
  [
    'command remote',
    '',
    'loop.subprocess_exec(lambda: 1, *data)',
    'loop.subprocess_exec(lambda: 1, "ls")',
  ],
  [
    'command remote',
    'import gevent.subprocess',
    'gevent.subprocess.run("a" + data, shell=True)',
    'gevent.subprocess.run("a", shell=True)',
  ],
  ['command remote', 'import anyio', 'anyio.run_process("a" + data)', 'anyio.run_process("a")'],
  [
    'command remote',
    'import docker',
    'docker.from_env().containers.run(data)',
    'docker.from_env().containers.run("a")',
  ],
  [
    'command remote',
    'import docker',
    'docker.from_env().containers.get("a").exec_run(data)',
    'docker.from_env().containers.get(data).exec_run("a")',
  ],
  [
    'command remote',
    'from airflow.operators.bash import BashOperator',
    'BashOperator(task_id="a", bash_command="b" + data)',
    'BashOperator(task_id=data, bash_command="b")',
  ],
  [
    'command remote',
    'import winrm',
    'winrm.Session("a", auth=b).run_ps("c" + data)',
    'winrm.Session("a", auth=b).run_ps("c")',
  ],
  [
    'code remote',
    'import timeit',
    'timeit.timeit("a", setup=data)',
    'timeit.timeit("a", number=data)',
  ],
  [
    'code remote',
    'import code',
    'code.InteractiveConsole().runsource(data)',
    'code.InteractiveConsole({"a": data}).interact()',
  ],

  [
    'code remote',
    'import redis',
    'redis.Redis().eval("return " + data, 0)',
    'redis.Redis().eval("return ARGV[1]", 0, data)',
  ],
  [
    'fast-hash remote',
    'from werkzeug.security import generate_password_hash',
    'generate_password_hash(data, method="md5")',
    'generate_password_hash(data, method="scrypt")',
  ],

  // --- Templates
  [
    'escape-off',
    'import jinja2',
    'jinja2.Template("<b>{{ a }}</b>").render(a=data)',
    'jinja2.Template("{{ a }} = 1").render(a=data)',
  ],
  [
    'escape-off',
    'import mako.lookup',
    'mako.lookup.TemplateLookup(["a"])',
    'mako.lookup.TemplateLookup(["a"], default_filters=["h"])',
  ],
  [
    'escape-off',
    'import tornado.template',
    'tornado.template.Loader("a", autoescape=None)',
    'tornado.template.Loader("a")',
  ],
  ['escape-off', '', 'app.jinja_env.autoescape = False', 'app.jinja_env.autoescape = True'],
  [
    'html remote',
    'import streamlit',
    'streamlit.markdown(data, unsafe_allow_html=True)',
    'streamlit.markdown(data)',
  ],

  // --- Data and keys
  ['deserialize remote', 'import torch', 'torch.load(data)', 'torch.load(data, weights_only=True)'],
  [
    'deserialize remote',
    'import ruamel.yaml',
    'ruamel.yaml.load(data)',
    'ruamel.yaml.load(data, Loader=ruamel.yaml.SafeLoader)',
  ],
  ['deserialize remote', 'import dill', 'dill.load_session(data)', 'dill.dump_session(data)'],
  [
    'xml-parse remote',
    'import xml.dom.minidom',
    'xml.dom.minidom.parseString(data)',
    'xml.dom.minidom.getDOMImplementation(data)',
  ],
  [
    'xml-parse',
    'import xmlrpc.server',
    'xmlrpc.server.SimpleXMLRPCServer(a)',
    'xmlrpc.server.Fault',
  ],
  [
    'key-size',
    'from Crypto.PublicKey import ECC',
    'ECC.generate(curve="P-192")',
    'ECC.import_key(data)',
  ],
  [
    'work-factor',
    'from Crypto.Protocol.KDF import PBKDF2',
    'PBKDF2(a, b, 32, count=1000)',
    'data.count()',
  ],
  [
    'code',
    'import logging.config',
    'logging.config.listen(1)',
    'logging.config.listen(1, verify=a)',
  ],

  ['random', 'import uuid', 'uuid.uuid1()', 'uuid.uuid4()'],
  ['debug-on', '', 'app.config["TESTING"] = True', 'app.config["TESTING"] = False'],
  ['debug-on', '', 'app.config.update(ENV="development")', 'app.config.update(ENV="production")'],
  [
    'tls-off',
    'import urllib3',
    'urllib3.connectionpool.connection_from_url("https://a", cert_reqs="CERT_NONE")',
    'urllib3.connectionpool.connection_from_url("https://a")',
  ],

  // --- Connections
  ['clear-text', 'import httpx', 'httpx.Client(base_url="http://a.example.com")', 'httpx.Client()'],
  ['clear-text', 'import imaplib', 'imaplib.IMAP4("a.example.com")', 'imaplib.IMAP4_SSL("a")'],
  [
    'clear-text',
    'import websockets',
    'websockets.connect("ws://a.example.com")',
    'websockets.connect("wss://a.example.com")',
  ],
  [
    'clear-text',
    'import ldap3',
    'ldap3.Server("ldap://a.example.com")',
    'ldap3.Server("ldaps://a.example.com")',
  ],

  // --- Certificates
  [
    'tls-off',
    'import ldap',
    'ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)',
    'ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_DEMAND)',
  ],
  [
    'tls-off',
    'import ssl',
    'c = ssl.create_default_context()\nc.minimum_version = ssl.TLSVersion.TLSv1',
    'c = ssl.create_default_context()\nc.minimum_version = ssl.TLSVersion.TLSv1_2',
  ],
  [
    'tls-off',
    'from OpenSSL import SSL',
    'SSL.Context(SSL.TLS_METHOD).set_verify(SSL.VERIFY_NONE, f)',
    'SSL.Context(SSL.TLS_METHOD).set_verify(SSL.VERIFY_PEER, f)',
  ],
  [
    'tls-off',
    'import ldap3, ssl',
    'ldap3.Tls(validate=ssl.CERT_NONE)',
    'ldap3.Tls(validate=ssl.CERT_REQUIRED)',
  ],
];

describe('models of Python libraries', () => {
  it.each(lines)('%s: %s: %s', async (finds, imports, bad, good) => {
    expect([...(await sitesOf(view(imports, bad)))]).toContain(finds);
    expect([...(await sitesOf(view(imports, good)))]).not.toContain(finds);
  });

  it.each(cases)('%s: %s', async (_model, finds, bad, good) => {
    expect([...(await sitesOf(bad))]).toContain(finds);
    expect([...(await sitesOf(good))]).not.toContain(finds);
  });

  it('has a program for each model', () => {
    const tested = new Set(cases.map(([model]) => model));
    const names = pythonModel.language.models.map(({ name }) => name);
    expect(names.filter((name) => !tested.has(name))).toEqual([]);
  });
});
