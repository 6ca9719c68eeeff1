import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { canLook, look } from './probe';
import { EXTENSION, eventually, extension } from './support';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly completionEvents: readonly string[];
}

interface Walkthrough {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

const walkthroughs: readonly Walkthrough[] = extension().packageJSON.contributes.walkthroughs;

/** The step's sign that it is done, once the walkthrough is on the page. */
async function ticked(walkthrough: Walkthrough, step: Step): Promise<boolean | undefined> {
  const id = `${EXTENSION}#${walkthrough.id}#${step.id}`;
  const [sign] = await look(`[data-step-id="${id}"]`);
  return sign && sign.attributes['aria-checked'] === 'true';
}

async function openPage(walkthrough: Walkthrough): Promise<void> {
  await vscode.commands.executeCommand('backendTutor.openWalkthrough', walkthrough.id);
}

/** Opens a practice file and changes it in a way that breaks no language. */
async function edit(file: string): Promise<void> {
  await vscode.commands.executeCommand('backendTutor.openPractice', file);
  const editor = await eventually('the practice file', () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.fileName.replaceAll('\\', '/').endsWith(file) && active;
  });
  const { document } = editor;
  const comment = { javascript: '// done', python: '# done', sql: '-- done' }[document.languageId];
  const change = new vscode.WorkspaceEdit();
  const text = comment ?? 'A line of my own.';
  change.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, `\n${text}\n`);
  assert.ok(await vscode.workspace.applyEdit(change));
  assert.ok(await document.save());
}

/** The first step of a walkthrough that an edit of a practice file ticks, and the file. */
function editedStep({ steps }: Walkthrough): { step: Step; file: string } | undefined {
  for (const step of steps) {
    for (const event of step.completionEvents) {
      const file = /^onContext:backendTutor\.did\.edit\.(.+)$/.exec(event)?.[1];
      if (file !== undefined) return { step, file };
    }
  }
  return undefined;
}

describe('walkthroughs', () => {
  it('are there for each of the six steps of the roadmap', () => {
    assert.equal(walkthroughs.length, 6);
    for (const { title, steps } of walkthroughs) {
      assert.ok(steps.length >= 4 && steps.length <= 7, `${title}: ${steps.length} steps`);
    }
  });

  it('have no button that does nothing', async () => {
    // A button's extension registers its commands when it is activated.
    await extension().activate();
    await vscode.extensions.getExtension('vscode.git')?.activate();
    const known = new Set(await vscode.commands.getCommands());
    const buttons = walkthroughs
      .flatMap(({ steps }) => steps)
      .flatMap(({ description }) => [...description.matchAll(/\(command:([\w.-]+)/g)])
      .map(([, command]) => command ?? '');
    assert.ok(buttons.length > 0);
    assert.deepEqual(
      buttons.filter((command) => !known.has(command)),
      [],
    );
  });

  for (const walkthrough of walkthroughs) {
    it(`shows every step of "${walkthrough.title}"`, async function () {
      await openPage(walkthrough);
      if (!canLook) this.skip();
      for (const step of walkthrough.steps) {
        await eventually(
          `the step "${step.title}"`,
          async () => (await ticked(walkthrough, step)) !== undefined,
        );
      }
    });

    const edited = editedStep(walkthrough);
    if (edited === undefined) continue;
    it(`ticks "${edited.step.title}" after an edit of ${edited.file}, and not before`, async function () {
      if (!canLook) this.skip();
      await openPage(walkthrough);
      const before = await eventually('the step', async () => {
        const state = await ticked(walkthrough, edited.step);
        return state !== undefined && { state };
      });
      assert.equal(before.state, false);
      await edit(edited.file);
      await openPage(walkthrough);
      await eventually('the tick', () => ticked(walkthrough, edited.step));
    });
  }

  it('tick a step for a snippet that was inserted', async function () {
    const found = walkthroughs
      .flatMap((walkthrough) => walkthrough.steps.map((step) => ({ walkthrough, step })))
      .flatMap(({ walkthrough, step }) => {
        const event = step.completionEvents.find((each) => each.includes('.did.snippet.'));
        return event === undefined
          ? []
          : [{ walkthrough, step, framework: event.split('.').pop() }];
      })[0];
    assert.ok(found, 'no step is ticked by a snippet');
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    const inserted = vscode.commands.executeCommand('backendTutor.insertSnippet', found.framework);
    await acceptFirstChoice(() => editor.document.getText() !== '');
    await inserted;
    assert.ok(document.getText().length > 20, document.getText());
    await vscode.commands.executeCommand('leaveSnippet');
    if (!canLook) this.skip();
    await openPage(found.walkthrough);
    await eventually('the tick', () => ticked(found.walkthrough, found.step));
  });
});

/** Accepts what is offered until it has had its effect: a list takes a moment to fill. */
async function acceptFirstChoice(effect: () => boolean): Promise<void> {
  await eventually('the choice to be taken', async () => {
    if (effect()) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return false;
  });
}
