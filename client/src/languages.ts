/** Ids of the languages that the server analyses. */
export const analysedLanguages: readonly string[] = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'python',
  'sql',
  'dockerfile',
  'dockercompose',
  'dotenv',
  'github-actions-workflow',
  'spring-boot-properties',
  'spring-boot-properties-yaml',
  'blade',
  'django-html',
  'ejs',
  'erb',
  'handlebars',
  'html',
  'jade',
  'jinja',
  'jinja-html',
  'jsp',
  'mustache',
  'nunjucks',
  'pug',
  'twig',
  'vue',
];

/** Files that the server analyses, in formats of which it leaves all others alone. */
export const analysedFiles: readonly string[] = [
  '**/{docker-compose,compose}*.{yml,yaml}',
  '**/.github/workflows/*.{yml,yaml}',
  '**/action.{yml,yaml}',
  '**/{application,bootstrap}*.{properties,yml,yaml}',
  '**/{.env,.env.*,*.env}',
  '**/package.json',
  '**/*.{blade.php,jspf,hbs,njk}',
];

/**
 * What a scan of a folder reads, in one group without inner groups, which not every search knows.
 * The server says of each file whether it is one of its own.
 */
export const scannedFiles = `**/{${[
  ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'py', 'java', 'rb', 'php', 'sql'],
  ...['html', 'htm', 'erb', 'ejs', 'hbs', 'handlebars', 'mustache', 'jinja', 'jinja2', 'j2', 'njk'],
  ...['twig', 'jsp', 'jspf', 'tag', 'pug', 'jade', 'vue', 'yml', 'yaml', 'env', 'dockerfile'],
]
  .map((ending) => `*.${ending}`)
  .concat('Dockerfile*', '.env*', 'package.json', 'application*.properties')
  .join(',')}}`;
