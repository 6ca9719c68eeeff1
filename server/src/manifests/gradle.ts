import { insert, lineBreakOf, type Manifest } from './manifest';

/** https://docs.gradle.org/current/userguide/dependencies.html */
function gradle(names: readonly string[], isKotlin: boolean): Manifest {
  return {
    ecosystem: 'maven',
    names,
    has: (text, name) => new RegExp(`["']${escaped(name)}(?::[^"']*)?["']`).test(text),
    add(text, { name, version }) {
      const eol = lineBreakOf(text);
      const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? '    ';
      const mark = isKotlin || text.split('"').length > text.split("'").length ? '"' : "'";
      const managed =
        /^org\.springframework(?:\.|:)/.test(name) &&
        /io\.spring\.dependency-management|spring-boot-dependencies/.test(text);
      const notation = `${mark}${name}${managed ? '' : `:${version}`}${mark}`;
      const old = /^[ \t]*compile[ (]/m.test(text) && !/^[ \t]*implementation\b/m.test(text);
      const word = old ? 'compile' : 'implementation';
      const block = dependencyBlock(text);
      const isCall =
        isKotlin ||
        (block !== undefined &&
          /^[ \t]*(?:implementation|compile)\(/m.test(text.slice(block.start, block.end)));
      const line = isCall ? `${word}(${notation})` : `${word} ${notation}`;
      if (!block) {
        const gap = text === '' || text.endsWith('\n') ? '' : eol;
        return `${text}${gap}${eol}dependencies {${eol}${unit}${line}${eol}}${eol}`;
      }
      const body = text.slice(block.start, block.end);
      const last = [...body.matchAll(/^([ \t]*)(?:implementation|api|compile)\b[^\r\n]*/gm)].pop();
      // What goes on over several lines is not cut in two.
      if (last && isWhole(last[0])) {
        return insert(text, block.start + last.index + last[0].length, `${eol}${last[1]}${line}`);
      }
      return insert(
        text,
        block.start,
        `${eol}${unit}${line}${body.startsWith('\n') || body.startsWith('\r') ? '' : eol}`,
      );
    },
  };
}

export const buildGradle = gradle(['build.gradle'], false);
export const buildGradleKts = gradle(['build.gradle.kts'], true);

function escaped(name: string): string {
  return name.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
}

function isWhole(line: string): boolean {
  return line.split('(').length === line.split(')').length && !/[{,(]\s*$/.test(line);
}

/** What is between the braces of `dependencies` at the top level: not those of the build script itself. */
function dependencyBlock(
  text: string,
): { readonly start: number; readonly end: number } | undefined {
  const token =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\bdependencies[ \t]*\{|[{}]/g;
  let depth = 0;
  let start: number | undefined;
  for (const match of text.matchAll(token)) {
    const [found] = match;
    if (found === '}') {
      depth--;
      if (depth === 0 && start !== undefined) return { start, end: match.index };
    } else if (found.endsWith('{')) {
      if (depth === 0 && found !== '{') start = match.index + found.length;
      depth++;
    }
  }
  return undefined;
}
