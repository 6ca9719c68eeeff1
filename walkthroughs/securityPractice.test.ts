import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../server/src/analysis';
import { applyEdits } from '../server/src/report/finding';
import { openAnalysis } from '../server/src/testing/analysis';

/** The loop that the security step teaches: each file has findings, and its quick fixes end them. */

const folder = path.join(__dirname, '6-security', 'practice');
const options = { rules: {}, sqlDialect: 'auto' } as const;
const trained: Readonly<Record<string, string>> = {
  'cors.js': 'permissive-cors',
  'cors.py': 'permissive-cors',
  'passwords.js': 'plaintext-password',
  'passwords.py': 'plaintext-password',
  'sql-injection.js': 'sql-injection',
  'sql_injection.py': 'sql-injection',
};

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

describe('practice files of the security step', () => {
  it.each(Object.entries(trained))('%s trains %s, and its fixes clean it', async (file, rule) => {
    const starter = readFileSync(path.join(folder, file), 'utf8');
    const document = await analysis.open(file, undefined, starter);
    const findings = document.findings(options);
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set([rule]));
    for (let left = findings.length; left > 0; left--) {
      const next = document.findings(options)[0];
      const fix = next && document.fixes(next)[0];
      expect(fix, 'a finding without a quick fix').toBeDefined();
      if (fix) document.update(applyEdits(document.text, fix.edits));
    }
    expect(document.findings(options)).toEqual([]);
    expect(document.hasSyntaxError).toBe(false);
    document.dispose();
  });
});
