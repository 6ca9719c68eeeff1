import * as vscode from 'vscode';
import {
  type AddPackagesParams,
  addPackagesCommand,
  type FixedParams,
  openRuleCommand,
  type RuleResult,
} from '../../server/src/lsp/protocol';
import { lessons } from './lessons.generated';
import { movedLine } from './movedLine';

type RuleInfo = NonNullable<RuleResult>;

/** How long the note stands above a repaired line. */
const SHOWN_MS = 60_000;

interface Note {
  readonly uri: string;
  line: number;
  readonly rule: RuleInfo;
  readonly packages: FixedParams['packages'];
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * What a fix prevents, above the line that it changed and in its hover. The note goes away by itself
 * after a minute, or when the line is edited.
 */
export class FixNotes implements vscode.CodeLensProvider, vscode.HoverProvider, vscode.Disposable {
  private notes: readonly Note[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.changed.event;

  /** @param ruleOf what the server knows of a rule */
  constructor(private readonly ruleOf: (id: string) => Promise<RuleResult>) {
    const everywhere = { pattern: '**' };
    this.subscription = vscode.Disposable.from(
      this.changed,
      vscode.languages.registerCodeLensProvider(everywhere, this),
      vscode.languages.registerHoverProvider(everywhere, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) =>
        this.drop((note) => note.uri === uri.toString()),
      ),
    );
  }

  /** Run when a fix has been applied. */
  async add({ uri, line, ruleId, packages }: FixedParams): Promise<void> {
    const rule = await this.ruleOf(ruleId);
    if (rule === null) return;
    const name = vscode.Uri.parse(uri).toString();
    const isSame = (note: Note) => note.uri === name && note.line === line;
    this.drop(isSame);
    const timer = setTimeout(() => this.drop((each) => each === note), SHOWN_MS);
    const note: Note = { uri: name, line, rule, packages, timer };
    this.notes = [...this.notes, note];
    this.changed.fire();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    return this.notesIn(uri).flatMap(({ line, rule, packages }) => {
      const range = new vscode.Range(line, 0, line, 0);
      const lesson = lessons[rule.id];
      const lenses = [
        new vscode.CodeLens(range, {
          title: `$(pass) Fixed: ${rule.title}. What does this prevent?`,
          tooltip: prevented(rule),
          command: openRuleCommand,
          arguments: [rule.id],
        }),
      ];
      if (packages) {
        const params: AddPackagesParams = { uri: uri.toString(), needs: packages.needs };
        lenses.push(
          new vscode.CodeLens(range, {
            title: packages.title,
            command: addPackagesCommand,
            arguments: [params],
          }),
        );
      }
      if (lesson) {
        lenses.push(
          new vscode.CodeLens(range, {
            title: 'Open the lesson',
            command: 'backendTutor.openWalkthrough',
            arguments: [lesson.walkthrough, lesson.step],
          }),
        );
      }
      return lenses;
    });
  }

  provideHover({ uri }: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const here = this.notesIn(uri).filter(({ line }) => line === position.line);
    if (here.length === 0) return undefined;
    return new vscode.Hover(here.map(({ rule }) => hoverText(rule)));
  }

  private notesIn(uri: vscode.Uri): readonly Note[] {
    const name = uri.toString();
    return this.notes.filter((note) => note.uri === name);
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    for (const note of this.notesIn(document.uri)) {
      const moved = movedLine(note.line, contentChanges);
      if (moved === undefined) this.drop((each) => each === note);
      else note.line = moved;
    }
  }

  private drop(isGone: (note: Note) => boolean): void {
    const gone = this.notes.filter(isGone);
    if (gone.length === 0) return;
    for (const { timer } of gone) clearTimeout(timer);
    this.notes = this.notes.filter((note) => !isGone(note));
    this.changed.fire();
  }

  dispose(): void {
    this.drop(() => true);
    this.subscription.dispose();
  }
}

/** The first paragraph of why a weakness matters, without marks of Markdown. */
function prevented({ docs }: RuleInfo): string {
  return firstParagraph(docs.why).replace(/[`*]/g, '');
}

function firstParagraph(markdown: string): string {
  return (markdown.split(/\n\s*\n/)[0] ?? '').replace(/:$/, '.');
}

function hoverText(rule: RuleInfo): vscode.MarkdownString {
  const link = (title: string, command: string, ...args: readonly string[]) =>
    `[${title}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
  const lesson = lessons[rule.id];
  const links = [
    ...(lesson
      ? [link('Open the lesson', 'backendTutor.openWalkthrough', lesson.walkthrough, lesson.step)]
      : []),
    link(`Read about ${rule.id}`, openRuleCommand, rule.id),
  ];
  const text = new vscode.MarkdownString(
    `**Fixed: ${rule.title}.** This is what the change prevents: ${firstParagraph(rule.docs.why)}\n\n${links.join(' · ')}`,
  );
  text.isTrusted = { enabledCommands: [openRuleCommand, 'backendTutor.openWalkthrough'] };
  return text;
}
