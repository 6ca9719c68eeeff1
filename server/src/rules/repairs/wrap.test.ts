import { beforeAll, expect, it } from 'vitest';
import type { Analysis } from '../../analysis';
import { applyEdits } from '../../report/finding';
import { openAnalysis } from '../../testing/analysis';

/** PHP: no call fits into a string, so the text around the data changes with it. */

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

const escaped = (code: string) => `htmlspecialchars(${code}, ENT_QUOTES, 'UTF-8')`;

it.each([
  ['echo "a $x b";', `echo "a " . ${escaped('$x')} . " b";`],
  ['echo "$x";', `echo ${escaped('$x')};`],
  ['echo "$x b";', `echo ${escaped('$x')} . " b";`],
  ['echo "a {$x}";', `echo "a " . ${escaped('$x')};`],
  ['echo "{$x}{$x}";', `echo ${escaped('$x')} . ${escaped('$x')};`],
  ['echo "a $_GET[b] c";', `echo "a " . ${escaped("$_GET['b']")} . " c";`],
  ["echo 'a' . $x;", `echo 'a' . ${escaped('$x')};`],
  [
    'echo <<<HTML\n<p>$x</p>\nHTML;',
    `$safeX = ${escaped('$x')};\necho <<<HTML\n<p>{$safeX}</p>\nHTML;`,
  ],
])('%s', async (before, after) => {
  const code = (line: string) => `<?php\n$x = $_GET['x'];\n${line}\n`;
  const document = await analysis.open('page.php', undefined, code(before));
  const options = { rules: {}, sqlDialect: 'auto' } as const;
  const finding = document.findings(options).find((one) => one.ruleId === 'cross-site-scripting');
  const [fix] = document.fixes(finding!);
  expect(applyEdits(document.text, fix!.edits)).toBe(code(after));
});
