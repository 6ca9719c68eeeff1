import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, apply, findings, open, openCopy, waitForFindings } from './support';

/** The fixtures, and what is to be found in each. */
const FIXTURES = [
  { file: 'injection.js', rule: 'sql-injection', count: 2, fixable: true },
  { file: 'injection.py', rule: 'sql-injection', count: 1, fixable: true },
  { file: 'passwords.js', rule: 'plaintext-password', count: 1, fixable: true },
  { file: 'cors.js', rule: 'permissive-cors', count: 1, fixable: true },
  { file: 'queries.sql', rule: 'missing-where', count: 1, fixable: false },
  { file: 'queries.sql', rule: 'sql-syntax', count: 1, fixable: false },
];

/** Quick fixes that do something else than to repair the code. */
const NOT_A_REPAIR = /^(?:Fix all|Explain|Suppress)/;

function isRepair({ edit, title }: vscode.CodeAction): boolean {
  return edit !== undefined && !NOT_A_REPAIR.test(title);
}

for (const { file, rule, count, fixable } of FIXTURES) {
  describe(`${rule} in ${file}`, () => {
    it('is underlined, says why, and names the page of the rule', async () => {
      const { document } = await open(file);
      const [first] = await waitForFindings(document, rule, count);
      assert.ok(first);
      assert.ok(first.message.length > 20, first.message);
      assert.ok(typeof first.code === 'object' && first.code.target.toString() !== '');
    });

    it('explains itself on hover', async () => {
      const { document } = await open(file);
      const [first] = await waitForFindings(document, rule, count);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        first?.range.start,
      );
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
      assert.match(text, /Why it matters/);
      assert.match(text, /How to fix it/);
    });

    it('offers to suppress it, and the comment does', async () => {
      const { document } = await openCopy(file);
      const [first] = await waitForFindings(document, rule, count);
      assert.ok(first);
      const offered = await actions(document, first.range);
      const suppress = offered.find(({ title }) => title.startsWith(`Suppress ${rule} here`));
      assert.ok(suppress, `only: ${offered.map(({ title }) => title).join('; ')}`);
      await apply(suppress);
      await waitForFindings(document, rule, count - 1);
    });

    if (!fixable) return;
    it('has quick fixes, and each of them makes the finding go away', async () => {
      const fixture = (await open(file)).document;
      const [shown] = await waitForFindings(fixture, rule, count);
      assert.ok(shown);
      const titles = (await actions(fixture, shown.range)).filter(isRepair).map((a) => a.title);
      assert.ok(titles.length > 0, 'no quick fix is offered');
      for (const title of titles) {
        const { document } = await openCopy(file);
        const [first] = await waitForFindings(document, rule, count);
        assert.ok(first);
        const fix = (await actions(document, first.range)).find((each) => each.title === title);
        assert.ok(fix, `"${title}" is not offered for a copy`);
        await apply(fix);
        await waitForFindings(document, rule, count - 1);
        // Hints are advice on the rest of the program.
        const left = findings(document).filter(
          ({ severity }) => severity <= vscode.DiagnosticSeverity.Warning,
        );
        assert.equal(left.length, count - 1, 'the fix brings a new finding');
      }
    });
  });
}

describe('the path of the data', () => {
  it('leads from the sink back to the request', async () => {
    const { document } = await open('injection.py');
    const [finding] = await waitForFindings(document, 'sql-injection', 1);
    const steps = finding?.relatedInformation ?? [];
    assert.ok(steps.length > 0, 'no related information');
    assert.ok(
      steps.some(({ location }) => document.getText(location.range).includes('request')),
      steps.map(({ message, location }) => `${message} ${location.range.start.line}`).join('\n'),
    );
  });
});

describe('fix all', () => {
  it('repairs every finding with a safe fix in one go, on request', async () => {
    const { document } = await openCopy('injection.js');
    await waitForFindings(document, 'sql-injection', 2);
    const kind = vscode.CodeActionKind.SourceFixAll.append('backendTutor');
    const [fixAll] = await actions(document, new vscode.Range(0, 0, 0, 0), kind);
    assert.ok(fixAll, 'no action of this kind');
    await apply(fixAll);
    await waitForFindings(document, 'sql-injection', 0);
  });

  it('repairs on save where the settings ask for it', async () => {
    const configuration = vscode.workspace.getConfiguration('editor');
    const key = 'codeActionsOnSave';
    await configuration.update(key, { 'source.fixAll.backendTutor': 'explicit' }, true);
    try {
      const { document } = await openCopy('injection.js');
      await waitForFindings(document, 'sql-injection', 2);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '\n');
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand('workbench.action.files.save');
      await waitForFindings(document, 'sql-injection', 0);
      assert.equal(document.isDirty, false);
    } finally {
      await configuration.update(key, undefined, true);
    }
  });
});

describe('settings', () => {
  it('switch a rule off and on again', async () => {
    const { document } = await open('cors.js');
    await waitForFindings(document, 'permissive-cors', 1);
    const configuration = vscode.workspace.getConfiguration('backendTutor');
    await configuration.update('rules', { 'permissive-cors': 'off' }, true);
    try {
      await waitForFindings(document, 'permissive-cors', 0);
    } finally {
      await configuration.update('rules', undefined, true);
    }
    await waitForFindings(document, 'permissive-cors', 1);
  });
});
