import { at, type ConfigNode } from '../config/file';
import { parseYaml } from '../config/yaml';
import type { PackageNeed } from '../report/finding';
import { insert, lineBreakOf, type Manifest, placeAmong } from './manifest';

/** https://docs.npmjs.com/cli/v11/configuring-npm/package-json */
export const packageJson: Manifest = {
  ecosystem: 'npm',
  names: ['package.json'],
  has: (text, name) =>
    hasKey(text, name, [
      'dependencies',
      'devDependencies',
      'peerDependencies',
      'optionalDependencies',
    ]),
  add(text, need) {
    const root = rootOf(text);
    // Some say no more than `{"type": "module"}`: they are no package.
    const marks = ['name', 'private', 'scripts', 'dependencies', 'devDependencies'];
    if (!root?.some(({ key }) => marks.includes(key))) return undefined;
    const known = at({ ...empty, children: root }, 'dependencies')?.children ?? [];
    const areExact = known.length > 0 && known.every(({ value }) => /^\d/.test(value ?? ''));
    return addTo(text, root, 'dependencies', {
      ...need,
      version: areExact ? need.version.replace(/^[^~]/, '') : need.version,
    });
  },
};

/** https://getcomposer.org/doc/04-schema.md#require */
export const composerJson: Manifest = {
  ecosystem: 'composer',
  names: ['composer.json'],
  has: (text, name) => hasKey(text, name, ['require', 'require-dev']),
  add(text, need) {
    const root = rootOf(text);
    return root && addTo(text, root, 'require', need);
  },
};

const empty: ConfigNode = {
  key: '',
  keyAt: { start: 0, end: 0 },
  start: 0,
  end: 0,
  value: undefined,
  isList: false,
  children: [],
};

/** Undefined when it is no JSON, or no object. */
function rootOf(text: string): readonly ConfigNode[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  } catch {
    return undefined;
  }
  // What is JSON is YAML, but for tabs at the start of lines; as many spaces keep all in its place.
  const spaced = text.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
  return parseYaml(spaced).children;
}

function hasKey(text: string, name: string, sections: readonly string[]): boolean {
  const root = rootOf(text) ?? [];
  return root.some(
    ({ key, children }) => sections.includes(key) && children.some((child) => child.key === name),
  );
}

function addTo(
  text: string,
  root: readonly ConfigNode[],
  section: string,
  { name, version }: PackageNeed,
): string | undefined {
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(version)}`;
  const first = root[0];
  const last = root[root.length - 1];
  if (!first || !last) return undefined;
  const eol = lineBreakOf(text);
  const isLong = text.slice(0, first.keyAt.start).includes('\n');
  const unit = isLong ? (/[ \t]*$/.exec(text.slice(0, first.keyAt.start))?.[0] ?? '  ') : '';
  const block = isLong ? `{${eol}${unit}${unit}${entry}${eol}${unit}}` : `{ ${entry} }`;
  const found = root.find(({ key }) => key === section);
  if (!found) {
    const between = isLong ? `,${eol}${unit}` : ', ';
    return insert(text, last.end, `${between}"${section}": ${block}`);
  }
  // PHP's tools write an empty object as a list.
  if (found.children.length === 0)
    return text.slice(0, found.start) + block + text.slice(found.end);
  const place = placeAmong(
    found.children.map(({ key }) => key).filter((key) => key !== 'php'),
    name,
  );
  const ahead = found.children.filter(({ key }) => key !== 'php');
  const next = ahead[place];
  const lines = text.slice(found.start, found.children[0]?.keyAt.start).includes('\n');
  const between = lines ? `,${eol}${unit}${unit}` : ', ';
  if (next) return insert(text, next.keyAt.start, entry + between);
  return insert(
    text,
    found.children[found.children.length - 1]?.end ?? found.start,
    between + entry,
  );
}
