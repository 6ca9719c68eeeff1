import { insert, lineBreakOf, type Manifest } from './manifest';

/** https://maven.apache.org/pom.html#dependencies */
export const pomXml: Manifest = {
  ecosystem: 'maven',
  names: ['pom.xml'],
  has: (text, name) =>
    dependenciesOf(text)?.some((each) => coordinates(text, each) === name) === true,
  add(text, { name, version }) {
    const project = elements(text)?.find((each) => each.name === 'project');
    if (!project) return undefined;
    const [group = '', artifact = ''] = name.split(':');
    const eol = lineBreakOf(text);
    const first = project.children[0];
    const unit = (first && indentationOf(text, first.start)) || '    ';
    const lines = [
      '<dependency>',
      `${unit}<groupId>${group}</groupId>`,
      `${unit}<artifactId>${artifact}</artifactId>`,
      ...(isManaged(text, project, group) ? [] : [`${unit}<version>${version}</version>`]),
      '</dependency>',
    ];
    const indented = (by: string) => lines.map((line) => `${by}${line}${eol}`).join('');
    const list = child(project, 'dependencies');
    if (list?.inner) {
      const last = list.children[list.children.length - 1];
      const by = last ? indentationOf(text, last.start) : unit + unit;
      const end = lineStart(text, list.inner.end);
      const isOwnLine = text.slice(end, list.inner.end).trim() === '';
      return isOwnLine
        ? insert(text, end, indented(by))
        : insert(text, list.inner.end, `${eol}${indented(by)}${unit}`);
    }
    const end = project.inner?.end;
    if (list || end === undefined) return undefined;
    const block = `${unit}<dependencies>${eol}${indented(unit + unit)}${unit}</dependencies>${eol}`;
    const start = lineStart(text, end);
    return text.slice(start, end).trim() === ''
      ? insert(text, start, block)
      : insert(text, end, eol + block);
  },
};

interface Element {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Undefined for `<a/>`. */
  readonly inner: { readonly start: number; readonly end: number } | undefined;
  readonly children: readonly Element[];
}

/** The elements at the top; undefined when tags do not close each other. */
function elements(text: string): readonly Element[] | undefined {
  const tag = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([\w:.-]+)[^>]*?(\/?)>/g;
  const top: Element[] = [];
  const open: { name: string; start: number; inner: number; children: Element[] }[] = [];
  for (const match of text.matchAll(tag)) {
    const [all, closing, name, single] = match;
    if (name === undefined) continue;
    const end = match.index + all.length;
    if (closing === '/') {
      const last = open.pop();
      if (last?.name !== name) return undefined;
      const inner = { start: last.inner, end: match.index };
      const element = { name, start: last.start, end, inner, children: last.children };
      (open[open.length - 1]?.children ?? top).push(element);
    } else if (single === '/') {
      const element = { name, start: match.index, end, inner: undefined, children: [] };
      (open[open.length - 1]?.children ?? top).push(element);
    } else {
      open.push({ name, start: match.index, inner: end, children: [] });
    }
  }
  return open.length > 0 ? undefined : top;
}

function child(of: Element | undefined, name: string): Element | undefined {
  return of?.children.find((each) => each.name === name);
}

function textOf(text: string, of: Element | undefined): string {
  return of?.inner ? text.slice(of.inner.start, of.inner.end).trim() : '';
}

function dependenciesOf(text: string): readonly Element[] | undefined {
  const project = elements(text)?.find(({ name }) => name === 'project');
  return child(project, 'dependencies')?.children;
}

function coordinates(text: string, dependency: Element): string {
  const part = (name: string) => textOf(text, child(dependency, name));
  return `${part('groupId')}:${part('artifactId')}`;
}

/** Spring Boot's parent chooses the versions of Spring's own libraries. */
function isManaged(text: string, project: Element, group: string): boolean {
  const parent = child(project, 'parent');
  return (
    /^org\.springframework(?:\.|$)/.test(group) &&
    textOf(text, child(parent, 'artifactId')) === 'spring-boot-starter-parent'
  );
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function indentationOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}
