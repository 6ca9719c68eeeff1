import { parseDockerfile } from './dockerfile';
import { parseDotenv } from './dotenv';
import type { ConfigFile, ConfigLanguage } from './file';
import { purposeOf } from './kinds';
import { parseProperties } from './properties';
import { parseYaml } from './yaml';

/** A longer text is no configuration that a person wrote. */
const maxLength = 500_000;

/**
 * Reads a configuration file; no text makes it fail. One that is too long
 * counts as empty, with an error.
 * @param path for its name, its format where a kind has two, and what it is for
 */
export function parseConfig(language: ConfigLanguage, path: string, text: string): ConfigFile {
  const { children, comments, hasSyntaxError } =
    text.length > maxLength
      ? { children: [], comments: [], hasSyntaxError: true }
      : parserOf(language, path)(text);
  const none = { start: 0, end: 0 };
  return {
    language,
    name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
    text,
    purpose: purposeOf(path),
    root: {
      key: '',
      keyAt: none,
      start: 0,
      end: text.length,
      value: undefined,
      isList: false,
      children,
    },
    comments,
    hasSyntaxError,
  };
}

function parserOf(language: ConfigLanguage, path: string) {
  if (language === 'dockerfile') return parseDockerfile;
  if (language === 'dotenv') return parseDotenv;
  return /\.properties$/i.test(path) ? parseProperties : parseYaml;
}
