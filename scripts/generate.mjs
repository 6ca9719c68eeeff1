// Writes what repeats what folders already say: the rule registry, the rules' pages, and the parts
// of package.json that list walkthroughs, snippets and rule settings.
//
//   node scripts/generate.mjs           writes
//   node scripts/generate.mjs --check   writes nothing; exits with 1 when something is stale
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
/** @type {string[]} */
const stale = [];

/** @param {string} file relative to the project */
function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

/** @param {string} file @param {string} content */
function write(file, content) {
  const target = path.join(root, file);
  if (existsSync(target) && readFileSync(target, 'utf8') === content) return;
  stale.push(file);
  if (check) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** @param {string} folder */
function folders(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
}

// --- Rules -----------------------------------------------------------------------------------

const ruleFolders = folders('server/src/rules').filter((id) =>
  existsSync(path.join(root, 'server/src/rules', id, 'rule.ts')),
);
/** A rule without its page is still being written: it is left out, and the check refuses it. */
const ruleIds = ruleFolders.filter((id) =>
  existsSync(path.join(root, 'server/src/rules', id, 'rule.md')),
);
if (check) {
  const without = ruleFolders.filter((id) => !ruleIds.includes(id));
  stale.push(...without.map((id) => `server/src/rules/${id}/rule.md`));
}

/** The text of a section up to the next heading of its level. @param {string} page @param {string} heading */
function section(page, heading) {
  const match = new RegExp(`^## ${heading}\\n+([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(page);
  if (!match?.[1]) throw new Error(`a rule's page has no section "${heading}"`);
  return match[1].trim();
}

/** @param {string} id */
function camel(id) {
  return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

const pages = new Map(ruleIds.map((id) => [id, read(`server/src/rules/${id}/rule.md`)]));

/** Whether the code of a rule gives fixes, with its detections or with its observations. @param {string} id */
function hasFixes(id) {
  return readdirSync(path.join(root, 'server/src/rules', id))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .some((name) => /\bfixes\b/.test(read(`server/src/rules/${id}/${name}`)));
}

const registry = [
  '// Written by scripts/generate.mjs. Do not edit.',
  "import type { Rule } from './rule';",
  ...ruleIds.map((id) => `import { rule as ${camel(id)} } from './${id}/rule';`),
  '',
  '/** Every rule, by id. */',
  'export const rules: readonly Rule[] = [',
  ...ruleIds.map((id) => `  ${camel(id)},`),
  '];',
  '',
  '/** Rules that repair some of what they find. */',
  'export const rulesWithFixes: ReadonlySet<string> = new Set([',
  ...ruleIds.filter(hasFixes).map((id) => `  '${id}',`),
  ']);',
  '',
  "/** What the rules' pages say, in Markdown: the weakness, its danger, the repair (without the examples). */",
  'export const ruleDocs: Readonly<Record<string, { what: string; why: string; how: string }>> = {',
  ...[...pages].flatMap(([id, page]) => [
    `  ${quoted(id)}: {`,
    `    what: ${quoted(section(page, 'What'))},`,
    `    why: ${quoted(section(page, 'Why'))},`,
    `    how: ${quoted(
      section(page, 'How to fix')
        .split(/^(?:###|```)/m)[0]
        ?.trim() ?? '',
    )},`,
    '  },',
  ]),
  '};',
  '',
].join('\n');
write('server/src/rules/registry.generated.ts', registry);

/** Words that the grammars of SQL compare with: every text of letters between quotes in their code. */
const grammarWords = new Set(
  ['mysql', 'postgresql', 'sqlite', 'transactsql'].flatMap((dialect) =>
    [...read(`node_modules/node-sql-parser/build/${dialect}.js`).matchAll(/"([A-Za-z]\w*)"/g)].map(
      (match) => /** @type {string} */ (match[1]).toUpperCase(),
    ),
  ),
);
write(
  'server/src/sql/grammarWords.generated.ts',
  [
    '// Written by scripts/generate.mjs. Do not edit.',
    "/** Words that may mean something to node-sql-parser's grammars; every other word is a name. */",
    'export const grammarWords: ReadonlySet<string> = new Set(',
    `  ${quoted([...grammarWords].sort().join(' '))}.split(' '),`,
    ');',
    '',
  ].join('\n'),
);

/** Metadata that package.json needs, read from the source: an id, its title and severity. @param {string} id */
function ruleFacts(id) {
  const source = read(`server/src/rules/${id}/rule.ts`);
  const title = /\n {2}title: '((?:[^'\\]|\\.)*)'/.exec(source)?.[1];
  // A rule about data from outside has a severity for each origin; the highest one counts.
  const written = [...source.matchAll(/\bseverity: '(\w+)'/g)].map((match) => match[1]);
  const severity =
    /\n {2}severity: '(\w+)'/.exec(source)?.[1] ??
    ['error', 'warning', 'hint'].find((level) => written.includes(level));
  if (!title || !severity) throw new Error(`${id}/rule.ts has no plain title and severity`);
  return { title, severity };
}

for (const [id, page] of pages) {
  // The marks that make the examples tests are not for readers.
  write(
    `docs/rules/${id}.md`,
    page.replace(/^```(\w+) (bad|good)$/gm, (_, language, kind) =>
      kind === 'bad' ? `Unsafe:\n\n\`\`\`${language}` : `Safe:\n\n\`\`\`${language}`,
    ),
  );
}
write(
  'docs/rules/README.md',
  [
    '# Rules',
    '',
    '| rule | what it finds | most severe |',
    '|---|---|---|',
    ...ruleIds.map((id) => {
      const { title, severity } = ruleFacts(id);
      return `| [${id}](${id}.md) | ${title} | ${severity} |`;
    }),
    '',
  ].join('\n'),
);
for (const file of existsSync(path.join(root, 'docs/rules'))
  ? readdirSync(path.join(root, 'docs/rules'))
  : []) {
  if (file === 'README.md' || pages.has(file.replace(/\.md$/, ''))) continue;
  stale.push(`docs/rules/${file}`);
  if (!check) rmSync(path.join(root, 'docs/rules', file));
}

// --- Checks of exercises ----------------------------------------------------------------------

const programChecks = folders('walkthroughs').flatMap((step) => {
  const folder = `walkthroughs/${step}/exercises`;
  if (!existsSync(path.join(root, folder))) return [];
  return folders(folder)
    .filter((id) => existsSync(path.join(root, folder, id, 'check.ts')))
    .map((id) => ({ id, file: `${folder}/${id}/check` }));
});
write(
  'client/src/exercises/programs.generated.ts',
  [
    '// Written by scripts/generate.mjs. Do not edit.',
    "import type { GitSpecification } from './git/specification';",
    "import type { Specification } from './http/specification';",
    ...programChecks.map(
      ({ id, file }) => `import { check as ${camel(id)} } from '../../../${file}';`,
    ),
    '',
    '/** The checks by program, by the id of their exercise. */',
    'export const programs: Readonly<Record<string, Specification | GitSpecification>> = {',
    ...programChecks.map(({ id }) => `  ${quoted(id)}: ${camel(id)},`),
    '};',
    '',
  ].join('\n'),
);

// --- package.json ----------------------------------------------------------------------------

/** VS Code's own format for descriptions doubles its marks: ``code``, __emphasis__. @param {string} markdown */
function formatted(markdown) {
  return markdown
    .replace(/(?<!`)`([^`]+)`(?!`)/g, '``$1``')
    .replace(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/g, '__$1__');
}

const manifest = JSON.parse(read('package.json'));
manifest.contributes ??= {};
const { contributes } = manifest;

const steps = folders('walkthroughs').filter((folder) =>
  existsSync(path.join(root, 'walkthroughs', folder, 'walkthrough.json')),
);

/**
 * A step that the exercises of its lesson tick names them, and its first button starts them.
 * @param {string} folder @param {{id: string, description: string, completion: string}} step
 */
function describe(folder, { id, description, completion }) {
  if (completion !== `did.learn.${id}`) return formatted(description);
  const course = `walkthroughs/${folder}/course.json`;
  if (!existsSync(path.join(root, course))) return formatted(description);
  /** @type {{ lessons: { id: string, exercises: string[] }[] }} */
  const { lessons } = JSON.parse(read(course));
  const titles = (lessons.find((lesson) => lesson.id === id)?.exercises ?? [])
    .map((exercise) => `walkthroughs/${folder}/exercises/${exercise}/exercise.json`)
    .filter((file) => existsSync(path.join(root, file)))
    .map((file) => JSON.parse(read(file)).title);
  const [text, ...buttons] = description.split('\n');
  const args = encodeURIComponent(JSON.stringify([folder, id]));
  const start = `[Start the exercise${titles.length === 1 ? '' : 's'}](command:backendTutor.startLesson?${args})`;
  const named = `The check of ${titles.map((title) => `*${title}*`).join(', ')} ticks this step.`;
  return formatted([text, named, start, ...buttons].join('\n'));
}

contributes.walkthroughs = steps.map((folder) => {
  const walkthrough = JSON.parse(read(`walkthroughs/${folder}/walkthrough.json`));
  return {
    id: walkthrough.id,
    title: walkthrough.title,
    description: walkthrough.description,
    steps: walkthrough.steps.map(
      /** @param {{id: string, title: string, description: string, lesson: string, completion: string}} step */
      (step) => ({
        id: step.id,
        title: step.title,
        description: describe(folder, step),
        media: { markdown: `walkthroughs/${folder}/${step.lesson}` },
        completionEvents: [`onContext:backendTutor.${step.completion}`],
      }),
    ),
  };
});

/** By rule: the step of a walkthrough that teaches what it is about. */
const lessons = steps.flatMap((folder) => {
  const { id, steps } = JSON.parse(read(`walkthroughs/${folder}/walkthrough.json`));
  return steps.flatMap(
    /** @param {{id: string, rules?: string[]}} step */
    (step) => (step.rules ?? []).map((rule) => ({ rule, walkthrough: id, step: step.id })),
  );
});
write(
  'client/src/lessons.generated.ts',
  [
    '// Written by scripts/generate.mjs. Do not edit.',
    '/** By rule: the step of a walkthrough that teaches what it is about. */',
    'export const lessons: Readonly<Record<string, { walkthrough: string; step: string }>> = {',
    ...lessons.map(
      ({ rule, walkthrough, step }) =>
        `  '${rule}': { walkthrough: '${walkthrough}', step: '${step}' },`,
    ),
    '};',
    '',
  ].join('\n'),
);

const snippetFiles = JSON.parse(read('snippets/index.json'));
contributes.snippets = snippetFiles.flatMap(
  /** @param {{languages: string[], file: string}} entry */
  ({ languages, file }) => languages.map((language) => ({ language, path: `./snippets/${file}` })),
);

contributes.configuration ??= { title: 'Backend Tutor', properties: {} };
contributes.configuration.properties['backendTutor.rules'] = {
  type: 'object',
  scope: 'resource',
  order: 1,
  markdownDescription:
    'Rules and how severe their findings are. `default` is the rule’s own severity; `off` switches it off.',
  additionalProperties: false,
  default: {},
  properties: Object.fromEntries(
    ruleIds.map((id) => {
      const { title, severity } = ruleFacts(id);
      return [
        id,
        {
          enum: ['default', 'error', 'warning', 'hint', 'off'],
          default: 'default',
          description: `${title} (default: ${severity})`,
        },
      ];
    }),
  ),
};
write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);

if (check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exit(1);
}
console.log(stale.length === 0 ? 'Generated files are up to date.' : `Wrote ${stale.join(', ')}.`);
