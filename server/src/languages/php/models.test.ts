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
