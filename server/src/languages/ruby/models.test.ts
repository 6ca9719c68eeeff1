import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis';
import { openAnalysis } from '../../testing/analysis';
import { siteKinds } from '../siteKinds';
import { rubyModel } from './model';

/** Tiny programs for each model: what a rule finds in them, and the safe variant where it is silent. */

const options = { rules: {}, sqlDialect: 'auto' } as const;
let analysis: Analysis;

beforeAll(async () => {
  analysis = await openAnalysis();
});

async function found(code: string): Promise<readonly string[]> {
  const document = await analysis.open('program.rb', undefined, code);
  expect(document.hasSyntaxError).toBe(false);
  const ids = document.findings(options).map(({ ruleId }) => ruleId);
  document.dispose();
  return ids;
}

/** An action that has a parameter of the request in `data`. */
const action = (body: string, top = '') =>
  `${top}\nclass ThingsController < ApplicationController\n  def show\n    data = params[:q]\n${body.replace(
    /^/gm,
    '    ',
  )}\n  end\nend\n`;

/** What a route of Sinatra does, which has a parameter of the request in `data`. */
const route = (body: string, top = '') =>
  `require 'sinatra'\n${top}\nget '/' do\n  data = params[:q]\n${body.replace(/^/gm, '  ')}\nend\n`;

const pgTop = "require 'pg'\ndb = PG.connect(dbname: 'shop')";
const mysqlTop = "require 'mysql2'\ndb = Mysql2::Client.new(host: 'db')";
const sqliteTop = "require 'sqlite3'\ndb = SQLite3::Database.new('a.db')";
const sequelTop = "require 'sequel'\nDB = Sequel.connect('sqlite://a.db')";
const mongoTop = "require 'mongo'\ndb = Mongo::Client.new(['db'])";

type Case = readonly [model: string, rule: string, bad: string, good: string];

const cases: readonly Case[] = [
  [
    'ruby-core',
    'command-injection',
    action('system("ls #{data.strip}")'),
    action('system("ls #{data.to_i}")'),
  ],
  [
    'ruby-core',
    'command-injection',
    action('list = []\nlist << data\nsystem(list.join(" "))'),
    action('list = []\nlist << "a"\nsystem(list.join(" "))'),
  ],
  [
    'ruby-core',
    'command-injection',
    action('data.each { |x| system("ls #{x}") }'),
    action('[1].each { |x| system("ls #{x}") }'),
  ],
  [
    'ruby-core',
    'path-traversal',
    action('File.read(data) unless data.empty?'),
    action('File.read(data) if data.match?(/\\A\\w+\\z/)'),
  ],
  [
    'ruby-core',
    'path-traversal',
    action('File.read(data) if data =~ /^\\w+$/'),
    action('File.read(data) if data =~ /\\A\\w+\\z/'),
  ],
  [
    'ruby-core',
    'sql-injection',
    action('User.where("a = #{data}")'),
    action('User.where("a = #{Integer(data)}")'),
  ],
  [
    'regexp',
    'regex-injection',
    action('/a#{data}/.match?("b")'),
    action('/a#{Regexp.escape(data)}/.match?("b")'),
  ],
  ['processes', 'command-injection', action('`ls #{data}`'), action('system("ls", data)')],
  [
    'processes',
    'command-injection',
    action('Open3.capture2("ls #{data}")', "require 'open3'"),
    action('Open3.capture2("ls", data)', "require 'open3'"),
  ],
  [
    'processes',
    'command-injection',
    action('IO.popen("ls #{data}")'),
    action('IO.popen(["ls", data])'),
  ],
  [
    'processes',
    'command-injection',
    action('%x(ls #{data})'),
    action('%x(ls #{Shellwords.escape(data)})', "require 'shellwords'"),
  ],
  [
    'processes',
    'command-injection',
    action('Kernel.spawn("ls #{data}")'),
    action('Kernel.spawn("ls")'),
  ],
  ['evaluation', 'code-injection', action('eval(data)'), action('eval("1 + 1")')],
  [
    'evaluation',
    'code-injection',
    action('User.class_eval(data)'),
    action('User.class_eval { attr_reader :a }'),
  ],
  [
    'evaluation',
    'unsafe-reflection',
    action('User.public_send(data)'),
    action('User.public_send(:name)'),
  ],
  [
    'evaluation',
    'unsafe-reflection',
    action('data.constantize.new'),
    action('{ "a" => User }.fetch(data).new'),
  ],
  [
    'files',
    'path-traversal',
    action('send_file(Rails.root.join("files", data))'),
    action('send_file(Rails.root.join("files", File.basename(data)))'),
  ],
  [
    'files',
    'path-traversal',
    action('FileUtils.rm_rf("/srv/#{data}")', "require 'fileutils'"),
    action('FileUtils.rm_rf("/srv/x")', "require 'fileutils'"),
  ],
  [
    'files',
    'path-traversal',
    action('Pathname.new(data).read', "require 'pathname'"),
    action('Pathname.new("a").read', "require 'pathname'"),
  ],
  [
    'files',
    'unrestricted-upload',
    action('File.binwrite("public/#{data.original_filename}", data.read)'),
    action('File.binwrite("public/#{SecureRandom.uuid}.png", data.read)'),
  ],
  [
    'rubyzip',
    'zip-slip',
    "Zip::File.open('a.zip') { |zip| zip.each { |entry| entry.extract(entry.name) } }",
    "Zip::File.open('a.zip') { |zip| zip.each { |entry| entry.extract(File.basename(entry.name)) } }",
  ],
  [
    'http-clients',
    'server-side-request-forgery',
    action('Net::HTTP.get(URI(data))', "require 'net/http'"),
    action('Net::HTTP.get(URI("https://shop.net/?q=#{data}"))', "require 'net/http'"),
  ],
  [
    'http-clients',
    'server-side-request-forgery',
    action('Faraday.get(data)', "require 'faraday'"),
    action('Faraday.get("https://shop.net", q: data)', "require 'faraday'"),
  ],
  [
    'http-clients',
    'server-side-request-forgery',
    action('HTTParty.post(data)', "require 'httparty'"),
    action('HTTParty.post("https://shop.net")', "require 'httparty'"),
  ],
  [
    'http-clients',
    'server-side-request-forgery',
    action('RestClient::Request.execute(method: :get, url: data)'),
    action('RestClient::Request.execute(method: :get, url: "https://shop.net")'),
  ],
  [
    'http-clients',
    'server-side-request-forgery',
    action('URI.open(data)', "require 'open-uri'"),
    action('URI.open("https://shop.net")', "require 'open-uri'"),
  ],
  [
    'http-clients',
    'tls-verification-disabled',
    "Faraday.new(url: 'https://shop.net', ssl: { verify: false })",
    "Faraday.new(url: 'https://shop.net', ssl: { verify: true })",
  ],
  [
    'http-clients',
    'tls-verification-disabled',
    "HTTParty.get('https://shop.net', verify: false)",
    "HTTParty.get('https://shop.net')",
  ],
  [
    'http-clients',
    'cleartext-transport',
    "Net::FTP.open('ftp.shop.net')",
    "Net::FTP.open('ftp.shop.net', ssl: true)",
  ],
  ['active-record', 'sql-injection', action('User.order(data)'), action('User.order(:name)')],
  [
    'active-record',
    'sql-injection',
    action('User.where("a = \'" + data + "\'").first'),
    action('User.where(a: data).first'),
  ],
  [
    'active-record',
    'sql-injection',
    action('User.where(["a = #{data}"])'),
    action('User.where(["a = ?", data])'),
  ],
  [
    'active-record',
    'sql-injection',
    action('User.joins(:posts).where("a = #{data}")'),
    action('User.joins(:posts).where("a = ?", data)'),
  ],
  [
    'active-record',
    'sql-injection',
    action('User.find_by_sql("SELECT * FROM users WHERE a = #{data}")'),
    action('User.find_by_sql(["SELECT * FROM users WHERE a = ?", data])'),
  ],
  [
    'active-record',
    'sql-injection',
    action('ActiveRecord::Base.connection.execute("DELETE FROM a WHERE b = #{data}")'),
    action(
      'ActiveRecord::Base.connection.execute("DELETE FROM a WHERE b = #{ActiveRecord::Base.connection.quote(data)}")',
    ),
  ],
  [
    'active-record',
    'sql-injection',
    `class User < ApplicationRecord\n  def self.named(a)\n    where("name = '#{a}'")\n  end\nend\n${action('User.named(data)')}`,
    `class User < ApplicationRecord\n  def self.named(a)\n    where(name: a)\n  end\nend\n${action('User.named(data)')}`,
  ],
  [
    'active-record',
    'mass-assignment',
    action('User.create(params[:user].permit!)'),
    action('User.create(params.require(:user).permit(:name))'),
  ],
  [
    'active-record',
    'plaintext-password',
    action('User.create(encrypted_password: params[:password])'),
    action('User.create(password: params[:password])'),
  ],
  [
    'pg',
    'sql-injection',
    route('db.exec("SELECT * FROM a WHERE b = #{data}")', pgTop),
    route('db.exec_params("SELECT * FROM a WHERE b = $1", [data])', pgTop),
  ],
  [
    'mysql2',
    'sql-injection',
    route('db.query("SELECT * FROM a WHERE b = \'#{data}\'")', mysqlTop),
    route('db.query("SELECT * FROM a WHERE b = \'#{db.escape(data)}\'")', mysqlTop),
  ],
  [
    'sqlite3',
    'sql-injection',
    route('db.execute("SELECT * FROM a WHERE b = #{data}")', sqliteTop),
    route('db.execute("SELECT * FROM a WHERE b = ?", [data])', sqliteTop),
  ],
  [
    'sequel',
    'sql-injection',
    route('DB["SELECT * FROM a WHERE b = #{data}"].all', sequelTop),
    route('DB["SELECT * FROM a WHERE b = ?", data].all', sequelTop),
  ],
  [
    'unknown-database',
    'sql-injection',
    route('settings.db.execute("SELECT * FROM a WHERE b = #{data}")'),
    route('settings.db.execute("SELECT * FROM a WHERE b = ?", data)'),
  ],
  [
    'mongoid',
    'nosql-injection',
    route('db[:users].find(name: data).first', mongoTop),
    route('db[:users].find(name: data.to_s).first', mongoTop),
  ],
  [
    'action-controller',
    'open-redirect',
    action('redirect_to data'),
    action('redirect_to data, allow_other_host: false'),
  ],
  [
    'action-controller',
    'open-redirect',
    action('redirect_to request.params[:back]'),
    action('redirect_to root_path'),
  ],
  [
    'action-controller',
    'template-injection',
    action('render inline: data'),
    action('render inline: "<%= a %>", locals: { a: data }'),
  ],
  [
    'action-controller',
    'path-traversal',
    action('send_file "/srv/#{data}"'),
    action('send_data "a", filename: data'),
  ],
  [
    'action-controller',
    'trust-boundary',
    action('session[:plan] = data'),
    action('session[:plan] = "free"'),
  ],
  [
    'action-controller',
    'insecure-cookie',
    action('cookies[:token] = { value: "a", secure: false }'),
    action('cookies[:token] = { value: "a", secure: true, httponly: true }'),
  ],
  [
    'action-controller',
    'session-fixation',
    action('session[:user_id] = @user.id'),
    action('reset_session\nsession[:user_id] = @user.id'),
  ],
  [
    'action-controller',
    'csrf-disabled',
    'class A < ApplicationController\n  skip_forgery_protection\nend',
    'class A < ApplicationController\n  protect_from_forgery with: :exception\nend',
  ],
  [
    'action-controller',
    'permissive-cors',
    action("response.headers['Access-Control-Allow-Origin'] = request.headers['Origin']"),
    action("response.headers['Access-Control-Allow-Origin'] = 'https://shop.net'"),
  ],
  [
    'action-view',
    'cross-site-scripting',
    action('raw("<b>#{data}</b>")'),
    action('raw("<b>#{h(data)}</b>")'),
  ],
  [
    'action-view',
    'cross-site-scripting',
    action('"<b>#{data}</b>".html_safe'),
    action('"<b>#{sanitize(data)}</b>".html_safe'),
  ],
  [
    'rails-settings',
    'debug-enabled',
    'Rails.application.configure do\n  config.consider_all_requests_local = true\nend',
    'Rails.application.configure do\n  config.consider_all_requests_local = false\nend',
  ],
  [
    'rails-settings',
    'hardcoded-secret',
    "Rails.application.config.secret_key_base = 'f3c9a1e07b2d48569c1e7a0b4d6f8213'",
    "Rails.application.config.secret_key_base = ENV.fetch('KEY')",
  ],
  [
    'action-cable',
    'command-injection',
    'class ChatChannel < ApplicationCable::Channel\n  def speak(data)\n    system("say #{data}")\n  end\nend',
    'class ChatChannel < ApplicationCable::Channel\n  def speak(data)\n    system("say", data)\n  end\nend',
  ],
  [
    'logger',
    'log-injection',
    action('Rails.logger.info("a #{data}")'),
    action('Rails.logger.info("a #{data.inspect}")'),
  ],
  [
    'sinatra',
    'cross-site-scripting',
    route('"<b>#{data}</b>"'),
    route('"<b>#{Rack::Utils.escape_html(data)}</b>"'),
  ],
  ['sinatra', 'open-redirect', route('redirect data'), route("redirect '/'")],
  ['sinatra', 'template-injection', route('erb data'), route('erb :page, locals: { a: data }')],
  [
    'sinatra',
    'command-injection',
    'get \'/:name\' do |name|\n  system("ls #{name}")\nend',
    "get '/:name' do |name|\n  system('ls', name)\nend",
  ],
  [
    'grape',
    'command-injection',
    'class Api < Grape::API\n  get :things do\n    system("ls #{params[:a]}")\n  end\nend',
    'class Api < Grape::API\n  get :things do\n    "<b>#{params[:a]}</b>"\n  end\nend',
  ],
  [
    'grape',
    'path-traversal',
    'class Api < Grape::API\n  get(:things) { File.read(params[:a]) }\nend',
    'class Api < Grape::API\n  get(:things) { params[:a] }\nend',
  ],
  [
    'rack',
    'insecure-cookie',
    "use Rack::Session::Cookie, secret: ENV['KEY'], secure: false",
    "use Rack::Session::Cookie, secret: ENV['KEY'], secure: true, same_site: :lax",
  ],
  [
    'rack',
    'command-injection',
    'class A\n  def call(env)\n    request = Rack::Request.new(env)\n    system("ls #{request.params[\'a\']}")\n  end\nend',
    "class A\n  def call(env)\n    request = Rack::Request.new(env)\n    system('ls', request.params['a'])\n  end\nend",
  ],
  [
    'rack-cors',
    'permissive-cors',
    "allow do\n  origins '*'\n  resource '/api/*'\nend",
    "allow do\n  origins 'https://shop.net'\n  resource '/api/*'\nend",
  ],
  [
    'serialization',
    'unsafe-deserialization',
    action('Marshal.load(data)'),
    action('JSON.parse(data)'),
  ],
  [
    'serialization',
    'unsafe-deserialization',
    action('YAML.load(data)', "require 'yaml'"),
    action('YAML.safe_load(data)', "require 'yaml'"),
  ],
  [
    'serialization',
    'unsafe-deserialization',
    action('Oj.load(data)', "require 'oj'"),
    action('Oj.load(data, mode: :strict)', "require 'oj'"),
  ],
  [
    'xml',
    'xpath-injection',
    action("Nokogiri::XML('<a/>').xpath(\"//a[b='#{data}']\")"),
    action("Nokogiri::XML('<a/>').xpath('//a[b=$b]', nil, b: data)"),
  ],
  [
    'templates',
    'template-injection',
    action('ERB.new(data).result'),
    action("ERB.new('<%= a %>').result_with_hash(a: data)"),
  ],
  [
    'net-ldap',
    'ldap-injection',
    action('Net::LDAP.new.search(filter: "(uid=#{data})")'),
    action('Net::LDAP.new.search(filter: Net::LDAP::Filter.eq("uid", data))'),
  ],
  [
    'digest',
    'weak-hash',
    action('OpenSSL::Digest::SHA1.hexdigest(data)'),
    action('OpenSSL::Digest::SHA256.hexdigest(data)'),
  ],
  [
    'digest',
    'weak-password-hash',
    action('Digest::SHA256.hexdigest(params[:password])'),
    action('Digest::SHA256.hexdigest(data)'),
  ],
  [
    'openssl',
    'weak-cipher',
    "OpenSSL::Cipher.new('des-cbc')",
    "OpenSSL::Cipher.new('aes-256-gcm')",
  ],
  [
    'openssl',
    'weak-cipher',
    "c = OpenSSL::Cipher.new('aes-256-gcm')\nc.iv = '000000000000'",
    "c = OpenSSL::Cipher.new('aes-256-gcm')\nc.iv = c.random_iv",
  ],
  [
    'openssl',
    'short-key',
    'class Keys\n  def initialize\n    @size = 1024\n  end\n  def make\n    OpenSSL::PKey::RSA.new(@size)\n  end\nend',
    'class Keys\n  def initialize(size)\n    @size = 1024\n    @size = size if size\n  end\n  def make\n    OpenSSL::PKey::RSA.new(@size)\n  end\nend',
  ],
  ['openssl', 'short-key', 'OpenSSL::PKey::RSA.new(1024)', 'OpenSSL::PKey::RSA.new(3072)'],
  [
    'bcrypt',
    'weak-work-factor',
    'BCrypt::Password.create(a, cost: 5)',
    'BCrypt::Password.create(a)',
  ],
  ['random', 'weak-random', 'reset_token = rand(1_000_000)', 'reset_token = SecureRandom.hex'],
  [
    'jwt',
    'jwt-unverified',
    action('JWT.decode(data, nil, false)'),
    action("JWT.decode(data, ENV['KEY'], true, algorithm: 'HS256')"),
  ],
  [
    'jwt',
    'jwt-no-expiry',
    "JWT.encode({ sub: 1 }, ENV['KEY'])",
    "JWT.encode({ sub: 1, exp: 5 }, ENV['KEY'])",
  ],
  ['processes', 'command-injection', action('open("|ls #{data}")'), action('open("|date")')],
  [
    'processes',
    'command-injection',
    action("require 'open3'\nOpen3.pipeline('sort', \"grep #{data}\")"),
    action("require 'open3'\nOpen3.pipeline(['grep', data], 'sort')"),
  ],
  [
    'http-clients',
    'server-side-request-forgery',
    action('HTTPClient.new.get(data)'),
    action("HTTPClient.new.get('https://example.org/a')"),
  ],
  [
    'http-clients',
    'cleartext-transport',
    "Typhoeus.get('http://api.example.org/a')",
    "Typhoeus.get('https://api.example.org/a')",
  ],
  [
    'http-clients',
    'tls-verification-disabled',
    "Excon.get('https://api.example.org', ssl_verify_peer: false)",
    "Excon.get('https://api.example.org', ssl_verify_peer: true)",
  ],
  ['files', 'path-traversal', action('CSV.read(data)'), action("CSV.read('prices.csv')")],
  [
    'action-controller',
    'path-traversal',
    action('render template: data'),
    action("render template: 'a'"),
  ],
  [
    'rails-settings',
    'unsafe-deserialization',
    'Rails.application.config.action_dispatch.cookies_serializer = :marshal',
    'Rails.application.config.action_dispatch.cookies_serializer = :json',
  ],
  [
    'rails-settings',
    'cross-site-scripting',
    'ActiveSupport.escape_html_entities_in_json = false',
    'ActiveSupport.escape_html_entities_in_json = true',
  ],
  [
    'action-controller',
    'csrf-disabled',
    'class ApplicationController < ActionController::Base\nend',
    'class ApplicationController < ActionController::Base\n  protect_from_forgery with: :exception\nend',
  ],
  [
    'sequel',
    'sql-injection',
    action('DB.fetch("SELECT * FROM a WHERE b = \'%s\'" % data)', sequelTop),
    action("DB.fetch('SELECT * FROM a WHERE b = ?', data)", sequelTop),
  ],
  [
    'aws-lambda',
    'command-injection',
    'def handler(event:, context:)\n  system("ls #{event[\'dir\']}")\nend',
    "def handler(event:, context:)\n  system('ls', event['dir'])\nend",
  ],
  [
    'processes',
    'command-injection',
    'class Image\n  def make\n    `convert #{path} a.png`\n  end\nend',
    'class Image\n  def make\n    `convert #{path.shellescape} a.png`\n  end\nend',
  ],
  [
    'action-view',
    'cross-site-scripting',
    'def text(comment)\n  @comment.body.html_safe\nend',
    "def text(comment)\n  'a'.html_safe + @comment.body_html.html_safe\nend",
  ],
  [
    'serialization',
    'unsafe-deserialization',
    action('YAML.load(data)'),
    action('YAML.load(data, permitted_classes: [Date])'),
  ],
  [
    'random',
    'weak-random',
    "password = ('a'..'z').to_a.shuffle.join",
    "password = ('a'..'z').to_a.shuffle(random: SecureRandom).join",
  ],
  [
    'hanami',
    'open-redirect',
    'class Show < Hanami::Action\n  def handle(request, response)\n    response.redirect_to request.params[:to]\n  end\nend',
    "class Show < Hanami::Action\n  def handle(request, response)\n    response.redirect_to '/books'\n  end\nend",
  ],
  [
    'roda',
    'cross-site-scripting',
    "class App < Roda\n  route do |r|\n    r.get 'a' do\n      \"<b>#{r.params['q']}</b>\"\n    end\n  end\nend",
    "class App < Roda\n  route do |r|\n    r.get 'a' do\n      \"<b>#{r.params['q'].to_i}</b>\"\n    end\n  end\nend",
  ],
  [
    'webrick',
    'cross-site-scripting',
    "server = WEBrick::HTTPServer.new(Port: 80)\nserver.mount_proc('/') { |req, res| res.body = \"<b>#{req.query['q']}</b>\" }",
    "server = WEBrick::HTTPServer.new(Port: 80)\nserver.mount_proc('/') { |req, res| res.body = \"<b>#{CGI.escapeHTML(req.query['q'])}</b>\" }",
  ],
  [
    'cgi',
    'command-injection',
    "require 'cgi'\ncgi = CGI.new\nsystem(\"ls #{cgi['dir']}\")",
    "require 'cgi'\ncgi = CGI.new\nsystem('ls', cgi['dir'])",
  ],
  [
    'mongoid',
    'nosql-injection',
    action('Thing.where("$where" => "this.a == \'#{data}\'")'),
    action('Thing.where("$where" => "this.a == 1")'),
  ],
  [
    'devise',
    'timing-unsafe-comparison',
    action('head :ok if ENV["API_TOKEN"] == data'),
    action('head :ok if Devise.secure_compare(ENV["API_TOKEN"], data)'),
  ],
];

describe('models of Ruby libraries', () => {
  it.each(cases)('%s: %s', async (_model, rule, bad, good) => {
    expect(await found(bad)).toContain(rule);
    expect(await found(good)).not.toContain(rule);
  });

  it('has a program for each model', () => {
    const tested = new Set(cases.map(([model]) => model));
    const names = rubyModel.language.models.map(({ name }) => name);
    expect(names.filter((name) => !tested.has(name))).toEqual([]);
  });

  it('uses the words that rules know', () => {
    const unknown = rubyModel.language.models.flatMap(({ name, sinks }) =>
      (sinks ?? []).flatMap(({ kind, roles, data }) => {
        const known = siteKinds[kind as keyof typeof siteKinds];
        const words: readonly string[] = known.roles;
        const keys = 'data' in known ? Object.keys(known.data) : [];
        return [
          ...Object.keys(roles ?? {}).filter((word) => !words.includes(word)),
          ...Object.keys(data ?? {}).filter((word) => !keys.includes(word)),
        ].map((word) => `${name}: ${kind} ${word}`);
      }),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });
});
