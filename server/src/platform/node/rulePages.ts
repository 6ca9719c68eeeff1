import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** From the bundles in `dist/extension` to the pages that ship beside them. */
const pages = path.join(__dirname, '..', '..', 'docs', 'rules');
const found = new Map<string, string | undefined>();

/** `file:` address of a rule's page, which can be read without a network; undefined when it is not there. */
export function findRulePage(ruleId: string): string | undefined {
  if (!found.has(ruleId)) {
    const file = path.join(pages, `${ruleId}.md`);
    found.set(ruleId, existsSync(file) ? pathToFileURL(file).href : undefined);
  }
  return found.get(ruleId);
}
