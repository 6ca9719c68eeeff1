import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension';
import { canLook, look } from './probe';
import { EXTENSION, eventually, extension } from './support';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly completionEvents: readonly string[];
  readonly media: { readonly markdown: string };
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

/** Passes every exercise of a lesson, as its checks would. */
async function learn(step: string, lesson: string): Promise<void> {
  const course = await ((await extension().activate()) as Api).learning();
  const found = course.catalogue.steps.find(({ id }) => id === step);
  for (const { id, tracks } of found?.lessons.find(({ id }) => id === lesson)?.exercises ?? []) {
    await course.store.pass(id, tracks[0]!);
  }
  await course.tickLessons();
}

/** The folder of a step's lesson, which names the step of the roadmap. */
function folderOf({ media }: Step): string {
  return media.markdown.split('/')[1] ?? '';
}

/** The first step of a walkthrough that the exercises of a lesson tick. */
function learnedStep({ steps }: Walkthrough): Step | undefined {
  return steps.find((step) =>
    step.completionEvents.includes(`onContext:backendTutor.did.learn.${step.id}`),
  );
}

describe('walkthroughs', () => {
  it('are there for each of the six steps of the roadmap', () => {
    assert.equal(walkthroughs.length, 6);
    for (const { title, steps } of walkthroughs) {
      assert.ok(steps.length >= 4 && steps.length <= 12, `${title}: ${steps.length} steps`);
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

    const learned = learnedStep(walkthrough);
    if (learned === undefined) continue;
    it(`ticks "${learned.title}" when its exercises are passed, and not before`, async function () {
      if (!canLook) this.skip();
      const { learning, progress } = (await extension().activate()) as Api;
      await (await learning()).store.forget();
      await progress.reset();
      await openPage(walkthrough);
      await eventually(
        'the step, not done',
        async () => (await ticked(walkthrough, learned)) === false,
      );
      await learn(folderOf(learned), learned.id);
      await openPage(walkthrough);
      await eventually('the tick', () => ticked(walkthrough, learned));
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
