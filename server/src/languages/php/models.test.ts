import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis';
import { openAnalysis } from '../../testing/analysis';
import { phpModel } from './model';

/** Tiny programs for each model: what a rule finds in them, and the safe variant where it is silent. */

const options = { rules: {}, sqlDialect: 'auto' } as const;
let analysis: Analysis;

beforeAll(async () => {
  analysis = await openAnalysis();
});

async function found(code: string): Promise<readonly string[]> {
  const document = await analysis.open('program.php', undefined, `<?php\n${code}\n`);
  expect(document.hasSyntaxError).toBe(false);
  const ids = document.findings(options).map(({ ruleId }) => ruleId);
  document.dispose();
  return ids;
}

/** An action of Laravel that has the request in `$request`. */
const laravelAction = (body: string) => `
use App\\Models\\User;
use Illuminate\\Http\\Request;
use Illuminate\\Support\\Facades\\DB;

class UserController extends Controller
{
    public function store(Request $request)
    {
        ${body}
    }
}`;

/** An action of Symfony. */
const symfonyAction = (body: string) => `
use Symfony\\Bundle\\FrameworkBundle\\Controller\\AbstractController;
use Symfony\\Component\\HttpFoundation\\Request;
use Symfony\\Component\\HttpFoundation\\Response;

class UserController extends AbstractController
{
    public function show(Request $request): Response
    {
        ${body}
    }
}`;

type Case = readonly [model: string, rule: string, bad: string, good: string];

const cases: readonly Case[] = [
  [
    'superglobals',
    'cross-site-scripting',
    "echo $_GET['q'];",
    "echo htmlspecialchars($_GET['q']);",
  ],
  ['core', 'cross-site-scripting', "echo trim($_GET['q']);", "echo intval($_GET['q']);"],
  [
    'output',
    'permissive-cors',
    "header('Access-Control-Allow-Origin: *');",
    "header('Access-Control-Allow-Origin: https://app.example.com');",
  ],
  [
    'output',
    'trust-boundary',
    "$_SESSION['plan'] = $_POST['plan'];",
    "$_SESSION['plan'] = (int) $_POST['plan'];",
  ],
  [
    'databases',
    'sql-injection',
    "$db = new PDO('sqlite:a'); $db->query(\"SELECT * FROM t WHERE a = '{$_GET['a']}'\");",
    "$db = new PDO('sqlite:a'); $db->prepare('SELECT * FROM t WHERE a = ?')->execute([$_GET['a']]);",
  ],
  [
    'databases',
    'cross-site-scripting',
    "$r = (new mysqli('db', 'shop', getenv('PW')))->query('SELECT a FROM t'); while ($row = $r->fetch_assoc()) { echo $row['a']; }",
    "$r = (new mysqli('db', 'shop', getenv('PW')))->query('SELECT a FROM t'); while ($row = $r->fetch_assoc()) { echo htmlspecialchars($row['a']); }",
  ],
  [
    'databases',
    'cross-site-scripting',
    "$s = (new PDO('sqlite:a'))->query('SELECT a FROM t'); echo $s->fetchColumn();",
    "$s = (new PDO('sqlite:a'))->query('SELECT a FROM t'); echo (int) $s->fetchColumn();",
  ],
  [
    'databases',
    'plaintext-password',
    "$s = (new PDO('sqlite:a'))->prepare('INSERT INTO u (password) VALUES (?)'); $s->execute([$_POST['password']]);",
    "$s = (new PDO('sqlite:a'))->prepare('INSERT INTO u (hash) VALUES (?)'); $s->execute([password_hash($_POST['password'], PASSWORD_DEFAULT)]);",
  ],
  [
    'databases',
    'default-credentials',
    "new mysqli('db', 'root', 'root', 'shop');",
    "new mysqli('db', 'shop', getenv('PW'), 'shop');",
  ],
  [
    'wordpress',
    'sql-injection',
    'global $wpdb; $wpdb->query("DELETE FROM t WHERE a = \'" . $_GET[\'a\'] . "\'");',
    "global $wpdb; $wpdb->query($wpdb->prepare('DELETE FROM t WHERE a = %s', $_GET['a']));",
  ],
  [
    'doctrine',
    'sql-injection',
    "use Doctrine\\DBAL\\DriverManager; $c = DriverManager::getConnection([]); $c->executeQuery('SELECT * FROM t WHERE a = ' . $_GET['a']);",
    "use Doctrine\\DBAL\\DriverManager; $c = DriverManager::getConnection([]); $c->executeQuery('SELECT * FROM t WHERE a = ?', [$_GET['a']]);",
  ],
  [
    'processes',
    'command-injection',
    "shell_exec('ls ' . $_GET['d']);",
    "shell_exec('ls ' . escapeshellarg($_GET['d']));",
  ],
  [
    'processes',
    'code-injection',
    "mb_ereg_replace('a', $_GET['r'], 'b', 'e');",
    "mb_ereg_replace('a', $_GET['r'], 'b', 'i');",
  ],
  [
    'processes',
    'unsafe-reflection',
    "$class = $_GET['c']; $object = new $class(1);",
    "$class = ['a' => A::class][$_GET['c']]; $object = new $class(1);",
  ],
  [
    'files',
    'zip-slip',
    "$zip = new ZipArchive(); $zip->open('a.zip'); touch('b/' . $zip->getNameIndex(0));",
    "$zip = new ZipArchive(); $zip->open('a.zip'); touch('b/' . basename($zip->getNameIndex(0)));",
  ],
  [
    'core',
    'cross-site-scripting',
    "echo implode(',', array_map(fn ($x) => trim($x), explode(',', $_GET['a'])));",
    "echo implode(',', array_map(fn ($x) => htmlspecialchars($x), explode(',', $_GET['a'])));",
  ],
  [
    'core',
    'sql-injection',
    'foreach ($_GET as $key => $value) { (new PDO(\'sqlite:a\'))->query("SELECT $key FROM t"); }',
    "foreach ([1, 2] as $key => $value) { (new PDO('sqlite:a'))->prepare('SELECT a FROM t WHERE b = ' . (int) $key); }",
  ],
  [
    'core',
    'log-injection',
    "error_log('for ' . $_GET['a']);",
    "error_log('for ' . str_replace([\"\\r\", \"\\n\"], '', $_GET['a']));",
  ],
  [
    'files',
    'path-traversal',
    "readfile($_GET['f']);",
    "readfile('pages/' . basename($_GET['f']));",
  ],
  [
    'documents',
    'unsafe-deserialization',
    "unserialize($_COOKIE['s']);",
    "json_decode($_COOKIE['s'], true);",
  ],
  ['cryptography', 'weak-hash', 'echo md5($document);', "echo hash('sha256', $document);"],
  [
    'cryptography',
    'weak-cipher',
    "openssl_encrypt($text, 'des-ede3-cbc', $key, 0, $iv);",
    "openssl_encrypt($text, 'aes-256-gcm', $key, 0, $iv, $tag);",
  ],
  [
    'cryptography',
    'jwt-no-expiry',
    "use Firebase\\JWT\\JWT; JWT::encode(['sub' => 1], getenv('KEY'), 'HS256');",
    "use Firebase\\JWT\\JWT; JWT::encode(['sub' => 1, 'exp' => time() + 900], getenv('KEY'), 'HS256');",
  ],
  [
    'laravel',
    'sql-injection',
    laravelAction("return DB::select('SELECT * FROM t WHERE a = ' . $request->input('a'));"),
    laravelAction("return DB::select('SELECT * FROM t WHERE a = ?', [$request->input('a')]);"),
  ],
  [
    'laravel',
    'cross-site-scripting',
    "Route::get('a/{b}', function ($b) { echo $b; });",
    "Route::get('a/{b}', function (int $b) { echo $b; });",
  ],
  [
    'laravel',
    'cross-site-scripting',
    laravelAction('echo $request->name;'),
    laravelAction('echo e($request->name);'),
  ],
  [
    'laravel',
    'mass-assignment',
    laravelAction('User::create($request->all());'),
    laravelAction("User::create($request->only(['name']));"),
  ],
  ['laravel', 'debug-enabled', "config(['app.debug' => true]);", "config(['app.debug' => false]);"],
  [
    'symfony',
    'open-redirect',
    symfonyAction("return $this->redirect($request->query->get('next'));"),
    symfonyAction("return $this->redirectToRoute('home');"),
  ],
  [
    'guzzle',
    'server-side-request-forgery',
    "use GuzzleHttp\\Client; (new Client())->get($_GET['url']);",
    "use GuzzleHttp\\Client; (new Client())->get('https://api.example.com/status');",
  ],
  [
    'superglobals',
    'unrestricted-upload',
    "move_uploaded_file($_FILES['f']['tmp_name'], 'files/' . $_FILES['f']['name']);",
    "$text = file_get_contents($_FILES['f']['tmp_name']);",
  ],
  [
    'superglobals',
    'path-traversal',
    "readfile('files/' . $_FILES['f']['name']);",
    "readfile($_FILES['f']['tmp_name']);",
  ],
  [
    'output',
    'insecure-cookie',
    "ini_set('session.cookie_httponly', '0');",
    "ini_set('session.cookie_httponly', '1');",
  ],
  [
    'output',
    'insecure-cookie',
    "setcookie('session', $id, time() + 3600);",
    "setcookie('session', $id, ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']);",
  ],
  ['output', 'session-fixation', "session_id($_GET['sid']);", 'echo strlen(session_id());'],
  [
    'files',
    'tls-verification-disabled',
    'curl_setopt_array($c, [CURLOPT_SSL_VERIFYPEER => false]);',
    'curl_setopt_array($c, [CURLOPT_SSL_VERIFYPEER => true]);',
  ],
  [
    'files',
    'tls-verification-disabled',
    "stream_context_create(['ssl' => ['verify_peer' => false]]);",
    "stream_context_create(['ssl' => ['verify_peer' => true]]);",
  ],
  [
    'files',
    'server-side-request-forgery',
    "curl_setopt_array($c, [CURLOPT_URL => $_GET['u']]);",
    "curl_setopt_array($c, [CURLOPT_URL => 'https://api.example.org/']);",
  ],
  [
    'files',
    'path-traversal',
    'function show($page) { include "pages/$page"; }',
    "function show($page) { include __DIR__ . '/pages/a.php'; }",
  ],
  [
    'documents',
    'xml-external-entities',
    '$d = new DOMDocument(); $d->substituteEntities = true;',
    '$d = new DOMDocument(); $d->substituteEntities = false;',
  ],
  [
    'cryptography',
    'weak-hash',
    'openssl_sign($a, $signature, $key, OPENSSL_ALGO_MD5);',
    'openssl_sign($a, $signature, $key, OPENSSL_ALGO_SHA256);',
  ],
  [
    'cryptography',
    'weak-random',
    '$token = mt_rand(1, 1000000);',
    '$token = bin2hex(random_bytes(16));',
  ],
  [
    'databases',
    'nosql-injection',
    "(new MongoDB\\Client())->shop->users->find(['name' => $_GET['n']]);",
    "(new MongoDB\\Client())->shop->users->find(['name' => (string) $_GET['n']]);",
  ],
  [
    'wordpress',
    'csrf-disabled',
    "wp_verify_nonce($_POST['n'], 'save'); update_option('a', 1);",
    "if (!wp_verify_nonce($_POST['n'], 'save')) { die(); }",
  ],
  [
    'wordpress',
    'sql-syntax',
    'global $wpdb; $wpdb->query("SELEC a FROM t WHERE b = 1");',
    'global $wpdb; $wpdb->query($wpdb->prepare("SELECT a FROM %i WHERE b = %d", $table, $id));',
  ],
  [
    'wordpress',
    'open-redirect',
    'function back($to) { wp_redirect($to); }',
    "function back() { $to = admin_url('a.php'); wp_redirect($to); }",
  ],
  [
    'wordpress',
    'tls-verification-disabled',
    "wp_remote_get('https://api.example.org', ['sslverify' => false]);",
    "wp_remote_get('https://api.example.org', ['timeout' => 5]);",
  ],
  [
    'laravel',
    'sql-injection',
    laravelAction('return User::orderBy($request->sort)->get();'),
    laravelAction("return User::where('a', $request->a)->get();"),
  ],
  [
    'laravel',
    'sql-injection',
    laravelAction(
      "\\Illuminate\\Validation\\Rule::unique('users')->ignore($request->input('id'));",
    ),
    laravelAction("\\Illuminate\\Validation\\Rule::unique('users')->ignore($user->id);"),
  ],
  [
    'laravel',
    'server-side-request-forgery',
    laravelAction('\\Illuminate\\Support\\Facades\\Http::withToken(1)->get($request->url);'),
    laravelAction("\\Illuminate\\Support\\Facades\\Http::withToken(1)->get('https://a.example');"),
  ],
  [
    'symfony',
    'permissive-cors',
    symfonyAction("return new Response('a', 200, ['Access-Control-Allow-Origin' => '*']);"),
    symfonyAction("return new Response('a', 200, ['Cache-Control' => 'no-store']);"),
  ],
  [
    'symfony',
    'csrf-disabled',
    symfonyAction("return $this->createFormBuilder($a, ['csrf_protection' => false]);"),
    symfonyAction("return $this->createFormBuilder($a, ['method' => 'POST']);"),
  ],
  [
    'guzzle',
    'cleartext-transport',
    "(new GuzzleHttp\\Client())->get('http://api.example.org/a');",
    "(new GuzzleHttp\\Client())->get('https://api.example.org/a');",
  ],
  [
    'core',
    'cross-site-scripting',
    "function show($a) { echo $a; } call_user_func_array('show', [$_GET['a']]);",
    "function show($a) { echo $a; } call_user_func_array('show', ['a']);",
  ],
  [
    'documents',
    'template-injection',
    "(new Smarty())->display('string:Hello ' . $_GET['name']);",
    "$s = new Smarty(); $s->assign('name', $_GET['name']); $s->display('a.tpl');",
  ],
  [
    'core',
    'unsafe-reflection',
    "$name = $_GET['n']; (new Page())->$name();",
    "$pages = ['a' => fn () => 1]; $pages['a']();",
  ],
  [
    'cryptography',
    'jwt-unverified',
    '\\Lcobucci\\JWT\\Configuration::forUnsecuredSigner();',
    '\\Lcobucci\\JWT\\Configuration::forSymmetricSigner($signer, $key);',
  ],
];

describe('models of PHP libraries', () => {
  it.each(cases)('%s: %s', async (_model, rule, bad, good) => {
    expect(await found(bad)).toContain(rule);
    expect(await found(good)).not.toContain(rule);
  });

  it('has a program for each model', () => {
    const tested = new Set(cases.map(([model]) => model));
    const names = phpModel.language.models.map(({ name }) => name);
    expect(names.filter((name) => !tested.has(name))).toEqual([]);
  });
});
