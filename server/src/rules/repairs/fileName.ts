import type { Expr } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import type { RuleContext } from '../rule';
import { importClass, importModule, importWhole } from './imports';
import { isOtherType } from './places';
import { mergedInsertions } from './refuse';
import { wrapAll } from './wrap';

/** Takes the last part of a path, so that nothing in it leads to another folder. */

interface Taker {
  /** For titles. */
  readonly by: string;
  readonly write: (data: string) => string;
  readonly edits: readonly TextEdit[];
}

/** What the language's own library calls it, with the import that it needs. */
function fileNameTaker(context: RuleContext): Taker {
  const { text } = context;
  switch (context.module.language) {
    case 'javascript':
    case 'typescript': {
      const named = /\b(?:import|const|let|var)\s*\{[^}]*\bbasename\b[^}]*\}/.test(text);
      if (named) return { by: 'path.basename', write: (data) => `basename(${data})`, edits: [] };
      const isNode = /['"]node:/.test(text) && !/['"]path['"]/.test(text);
      const { name, edits } = importModule(context, isNode ? 'node:path' : 'path', 'path');
      return { by: 'path.basename', write: (data) => `${name}.basename(${data})`, edits };
    }
    case 'python': {
      if (/^from os import [^\n]*\bpath\b/m.test(text)) {
        return { by: 'os.path.basename', write: (data) => `path.basename(${data})`, edits: [] };
      }
      const { edits } = importWhole(context, 'os');
      const known = /^\s*import\s+os\b/m.test(text) ? [] : edits;
      return { by: 'os.path.basename', write: (data) => `os.path.basename(${data})`, edits: known };
    }
    case 'java': {
      if (/^import\s+org\.apache\.commons\.io\.FilenameUtils;/m.test(text)) {
        const by = 'FilenameUtils.getName';
        return { by, write: (data) => `${by}(${data})`, edits: [] };
      }
      const { name, edits } = importClass(context, 'java.io.File');
      return { by: 'File.getName', write: (data) => `new ${name}(${data}).getName()`, edits };
    }
    case 'ruby':
      return { by: 'File.basename', write: (data) => `File.basename(${data})`, edits: [] };
    case 'php':
      return { by: 'basename', write: (data) => `basename(${data})`, edits: [] };
  }
}

/** Keeps only the file name of each of these; undefined where one stands where no call can. */
export function keepFileNames(
  places: readonly Expr[],
  context: RuleContext,
): { readonly by: string; readonly edits: readonly TextEdit[] } | undefined {
  if (places.some((place) => isOtherType(place, context))) return undefined;
  const taker = fileNameTaker(context);
  const wrapped = wrapAll(places, (written) => taker.write(withoutParentheses(written)), context);
  return wrapped && { by: taker.by, edits: mergedInsertions([...wrapped, ...taker.edits]) };
}

function withoutParentheses(written: string): string {
  return /^\([^()]*\)$/.test(written) ? written.slice(1, -1) : written;
}
