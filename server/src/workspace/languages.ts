import type { ConfigLanguage } from '../config/file';
import { configLanguageOf } from '../config/kinds';
import type { CompiledModel } from '../engine/model';
import type { Module } from '../ir/types';
import type { FrontEnd } from '../languages/frontEnd';
import { javaFrontEnd } from '../languages/java/frontEnd';
import { javaModel } from '../languages/java/model';
import { lowerProperties } from '../languages/java/properties';
import { javascriptFrontEnd, typescriptFrontEnd } from '../languages/javascript/frontEnd';
import { javascriptModel } from '../languages/javascript/model';
import { phpFrontEnd } from '../languages/php/frontEnd';
import { phpModel } from '../languages/php/model';
import { pythonFrontEnd } from '../languages/python/frontEnd';
import { pythonModel } from '../languages/python/model';
import { rubyFrontEnd } from '../languages/ruby/frontEnd';
import { rubyModel } from '../languages/ruby/model';
import type { GrammarId } from '../parsing/flatTree';
import { templateLanguageIds, templateLanguageOf } from '../templates/kinds';
import { type TemplateLanguage, templateLanguages } from '../templates/template';

/** A programming language as the workspace knows it: how it is read, what its libraries mean. */
export interface CodeLanguage {
  readonly frontEnd: FrontEnd;
  readonly model: CompiledModel;
  /** Files of data that programs of the language read, by ending: what a program sees of them. */
  readonly data?: Readonly<Record<string, (text: string) => Module>>;
  /** Begins a comment to the end of the line. */
  readonly lineComment: string;
}

const codeLanguages: Readonly<
  Record<'javascript' | 'typescript' | 'python' | 'java' | 'ruby' | 'php', CodeLanguage>
> = {
  javascript: { frontEnd: javascriptFrontEnd, model: javascriptModel, lineComment: '//' },
  typescript: { frontEnd: typescriptFrontEnd, model: javascriptModel, lineComment: '//' },
  python: { frontEnd: pythonFrontEnd, model: pythonModel, lineComment: '#' },
  php: { frontEnd: phpFrontEnd, model: phpModel, lineComment: '//' },
  ruby: { frontEnd: rubyFrontEnd, model: rubyModel, lineComment: '#' },
  java: {
    frontEnd: javaFrontEnd,
    model: javaModel,
    data: { '.properties': lowerProperties },
    lineComment: '//',
  },
};

export type DocumentLanguage =
  | keyof typeof codeLanguages
  | 'sql'
  | ConfigLanguage
  | TemplateLanguage;

/** Languages whose programs are lowered and run through the engine. */
export type ProgramLanguage = keyof typeof codeLanguages;

/** LSP language ids that we know, and the language and grammar of each. */
const byLanguageId: Readonly<Record<string, DocumentLanguage>> = {
  javascript: 'javascript',
  javascriptreact: 'javascript',
  typescript: 'typescript',
  typescriptreact: 'typescript',
  python: 'python',
  java: 'java',
  ruby: 'ruby',
  php: 'php',
  sql: 'sql',
  dockerfile: 'dockerfile',
  dockercompose: 'compose',
  'github-actions-workflow': 'workflow',
  'spring-boot-properties': 'spring',
  'spring-boot-properties-yaml': 'spring',
  dotenv: 'dotenv',
  ...templateLanguageIds,
};

const byExtension = new Map<string, { language: DocumentLanguage; grammar: GrammarId | undefined }>(
  [['.sql', { language: 'sql', grammar: undefined }]],
);
for (const [language, { frontEnd }] of Object.entries(codeLanguages)) {
  for (const [extension, grammar] of Object.entries(frontEnd.extensions)) {
    byExtension.set(extension, { language: language as DocumentLanguage, grammar });
  }
}

/** What a tool has made of programs; nobody reads findings there. */
const minified = /[.-]min\.[cm]?js$/i;

/**
 * What a text is analysed as. A whole name that is known, such as `docker-compose.yml`, decides first:
 * editors call such files by their format alone. Then the editor's own word, then the ending of the name.
 *
 * @param languageId LSP language id, when an editor has one
 * @returns undefined for what is not analysed
 */
export function languageOf(
  languageId: string | undefined,
  path: string,
): DocumentLanguage | undefined {
  if (minified.test(path)) return undefined;
  return (
    configLanguageOf(path) ??
    // `.blade.php` is PHP to many editors, `.html` may be a template of any family.
    templateLanguageById(languageId) ??
    templateLanguageOf(path) ??
    (languageId === undefined ? undefined : byLanguageId[languageId]) ??
    byExtension.get(/\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '')?.language
  );
}

/** What an editor says more exactly than the name does: `jinja-html` for `page.html`. */
function templateLanguageById(languageId: string | undefined): TemplateLanguage | undefined {
  const known = languageId === undefined ? undefined : templateLanguageIds[languageId];
  return known === 'html' ? undefined : known;
}

export function isTemplate(language: DocumentLanguage): language is TemplateLanguage {
  return (templateLanguages as readonly string[]).includes(language);
}

export function isProgram(language: DocumentLanguage): language is ProgramLanguage {
  return Object.hasOwn(codeLanguages, language);
}

/** The language whose programs read such a file as data, and how. */
export function dataReader(
  path: string,
): { readonly model: CompiledModel; lower(text: string): Module } | undefined {
  for (const { data, model } of Object.values<CodeLanguage>(codeLanguages)) {
    for (const [ending, lower] of Object.entries(data ?? {})) {
      if (path.endsWith(ending)) return { model, lower };
    }
  }
  return undefined;
}

export function codeLanguage(language: ProgramLanguage): CodeLanguage {
  return codeLanguages[language];
}

/** The grammar for a file: by its extension where that is the language's own, else the language's first. */
export function grammarFor(
  language: ProgramLanguage,
  languageId: string | undefined,
  path: string,
): GrammarId {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
  const known = extension === undefined ? undefined : byExtension.get(extension);
  if (known?.grammar && known.language === language) return known.grammar;
  if (languageId === 'typescriptreact') return 'tsx';
  return language;
}
