import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysedDocument, Analysis } from '../server/src/analysis';
import { applyEdits, type Finding } from '../server/src/report/finding';
import { openAnalysis } from '../server/src/testing/analysis';

/** The loop that the security step teaches: each file has findings, and its quick fixes end them. */

const folder = path.join(__dirname, '6-security', 'practice');
const options = { rules: {}, sqlDialect: 'auto' } as const;
const trained: Readonly<Record<string, string | readonly string[]>> = {
  'cors.js': 'permissive-cors',
  'cors.py': 'permissive-cors',
  'passwords.js': 'plaintext-password',
  'passwords.py': ['plaintext-password', 'weak-password-hash'],
  'sql-injection.js': 'sql-injection',
  'sql_injection.py': 'sql-injection',
};

/** Hints are advice on the rest of the program, which the step leaves out. */
function findingsOf(document: AnalysedDocument): readonly Finding[] {
  return document.findings(options).filter(({ severity }) => severity !== 'hint');
}

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

describe('practice files of the security step', () => {
  it.each(Object.entries(trained))('%s trains %s, and its fixes clean it', async (file, rule) => {
    const starter = readFileSync(path.join(folder, file), 'utf8');
    const document = await analysis.open(file, undefined, starter);
    const findings = findingsOf(document);
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set([rule].flat()));
    for (let left = findings.length; left > 0; left--) {
      const next = findingsOf(document)[0];
      const fix = next && document.fixes(next)[0];
      expect(fix, 'a finding without a quick fix').toBeDefined();
      if (fix) document.update(applyEdits(document.text, fix.edits));
    }
    expect(findingsOf(document)).toEqual([]);
    expect(document.hasSyntaxError).toBe(false);
    document.dispose();
  });
});
