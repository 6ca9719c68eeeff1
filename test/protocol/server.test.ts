import { describe, expect, it } from 'vitest';
import { fakeAnalysis } from './fakeAnalysis';
import { simpleCapabilities, TestClient } from './testClient';

/** The protocol layer alone, around an analysis that is easy to steer. */

const uri = 'file:///project/src/a.js';

async function start(text: string, options: Parameters<typeof TestClient.inProcess>[1] = {}) {
  const analysis = fakeAnalysis();
  const client = await TestClient.inProcess(
    { createAnalysis: async () => analysis },
    { folder: 'file:///project', ...options },
  );
  await client.open(uri, 'javascript', text);
  return { client, analysis };
}

describe('initialize', () => {
  it('offers pull diagnostics to a client that pulls', async () => {
    const { client } = await start('');
    expect(client.initialized.capabilities).toMatchObject({
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
      textDocumentSync: { openClose: true, change: 2 },
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'source.fixAll.backendTutor', 'refactor.rewrite'],
        resolveProvider: true,
      },
      hoverProvider: true,
    });
    expect(client.initialized.capabilities).not.toHaveProperty('documentFormattingProvider');
    await client.until('the registrations', () => client.registered.length >= 2);
    expect(client.registered).toContainEqual({
      method: 'textDocument/formatting',
      options: { documentSelector: [{ language: 'sql' }] },
    });
  });

  it('pushes to a client that does not', async () => {
    const { client } = await start('BAD', { capabilities: simpleCapabilities });
    expect(client.initialized.capabilities).not.toHaveProperty('diagnosticProvider');
    expect(client.initialized.capabilities.documentFormattingProvider).toBe(true);
    expect(await client.pushed(uri)).toHaveLength(1);
  });
});

describe('diagnostics', () => {
  it('say what, where, how bad, and the way of the data', async () => {
    const { client } = await start('let 😀 = "BAD";\nWARN WORSE');
    expect(await client.diagnostics(uri)).toMatchObject([
      {
        range: { start: { line: 0, character: 10 }, end: { line: 0, character: 13 } },
        severity: 1,
        source: 'Backend Tutor',
        code: 'bad-word',
        codeDescription: { href: 'https://example.org/bad-word' },
        message: 'BAD is no good word.',
        relatedInformation: [
          {
            location: { uri, range: { start: { line: 0, character: 0 } } },
            message: 'It comes from here.',
          },
        ],
        data: { ruleId: 'bad-word', start: 10, end: 13, version: 1 },
      },
      { severity: 2, code: 'warn-word' },
      { message: expect.stringContaining('There may be more to find.') },
    ]);
    expect(client.findings).toEqual([
      { uri, version: 1, counts: { 'bad-word': 2, 'warn-word': 1 }, hasSyntaxError: false },
    ]);
  });

  it('answer for the newest text', async () => {
    const { client } = await start('BAD\r\nfine');
    void client.edit(uri, 'BAD', 'fine');
    const answer = client.diagnostics(uri);
    void client.edit(uri, '', ' WARN BAD');
    await answer;
    const report = await client.report(uri);
    expect(report).toMatchObject({ kind: 'full', items: [{ code: 'warn-word' }, {}] });
    expect(await client.report(uri, report.resultId as string)).toMatchObject({
      kind: 'unchanged',
    });
    await client.edit(uri, '', ' ');
    expect(await client.report(uri, report.resultId as string)).toMatchObject({ kind: 'full' });
  });

  it('are pushed after a pause in typing, for the last text only', async () => {
    const { client } = await start('BAD', { capabilities: simpleCapabilities });
    await client.pushed(uri);
    for (const letter of ' BAD') await client.edit(uri, '', letter);
    expect(await client.pushed(uri)).toHaveLength(2);
    expect(client.published.map(({ version }) => version)).toEqual([1, 5]);
    await client.close(uri);
    const last = await client.until('the clearing', () =>
      client.published.find(({ diagnostics }) => diagnostics.length === 0),
    );
    expect(last.uri).toBe(uri);
  });

  it('say why a document is not analysed', async () => {
    const { client } = await start('BAD\0');
    expect(await client.diagnostics(uri)).toMatchObject([
      { code: 'not-analysed', severity: 3, message: 'This is binary.' },
    ]);
    expect(client.findings).toMatchObject([{ notAnalysed: 'This is binary.' }]);
  });

  it('leave unknown languages and closed documents alone', async () => {
    const { client } = await start('BAD');
    await client.open('file:///project/a.txt', 'plaintext', 'BAD');
    expect(await client.diagnostics('file:///project/a.txt')).toEqual([]);
    expect(await client.diagnostics('file:///never/opened.js')).toEqual([]);
    // A language id of another editor's own: the name decides.
    await client.open('file:///project/b.js', 'js-odd', 'BAD');
    expect(await client.diagnostics('file:///project/b.js')).toHaveLength(1);
    await client.open('untitled:Untitled-1', 'javascript', 'BAD');
    expect(await client.diagnostics('untitled:Untitled-1')).toHaveLength(1);
  });

  it('free a closed document, and start afresh when it is opened again', async () => {
    const { client, analysis } = await start('BAD');
    const first = await client.report(uri);
    expect(analysis.openDocuments).toBe(1);
    await client.close(uri);
    await client.diagnostics(uri);
    expect(analysis.openDocuments).toBe(0);
    await client.open(uri, 'javascript', 'WARN');
    const second = await client.report(uri, first.resultId as string);
    expect(second).toMatchObject({ kind: 'full', items: [{ code: 'warn-word' }] });
  });

  it('hold for the text of a document that is opened twice', async () => {
    const { client, analysis } = await start('BAD');
    await client.diagnostics(uri);
    await client.open(uri, 'javascript', 'WARN');
    expect(await client.diagnostics(uri)).toMatchObject([{ code: 'warn-word' }]);
    expect(analysis.openDocuments).toBe(1);
  });
});

describe('hover', () => {
  it('explains the finding and nothing else', async () => {
    const { client } = await start('let x = "BAD";');
    const hover = await client.hover(uri, { line: 0, character: 10 });
    expect(hover).toEqual({
      contents: {
        kind: 'markdown',
        value: [
          '**Title of bad-word** (CWE-89)',
          '**Why it matters:** Why it is `bad`.',
          '**How to fix it:** How to fix it.',
          '[Read more about bad-word](https://example.org/bad-word)',
        ].join('\n\n'),
      },
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 12 } },
    });
    expect(await client.hover(uri, { line: 0, character: 2 })).toBeNull();
  });

  it('is plain for a client without Markdown', async () => {
    const { client } = await start('BAD', { capabilities: simpleCapabilities });
    expect(await client.hover(uri, { line: 0, character: 1 })).toMatchObject({
      contents: { kind: 'plaintext', value: expect.stringContaining('Why it is bad.') },
    });
  });
});

describe('code actions', () => {
  const titles = (actions: { title: string }[]) => actions.map(({ title }) => title);

  it('repair the finding, with a version', async () => {
    const { client } = await start('first BAD');
    const [fix, ...rest] = await client.actions(uri, client.rangeOf(uri, 'BAD'));
    expect(fix).toMatchObject({ title: 'Write GOOD', kind: 'quickfix', isPreferred: true });
    expect(fix!.diagnostics).toMatchObject([{ code: 'bad-word' }]);
    expect(client.applied(uri, fix!)).toBe('first GOOD');
    expect(titles(rest)).toEqual([
      'Fix all "Title of bad-word" problems in all files',
      'Suppress this',
    ]);
    expect(await client.actions(uri, client.rangeOf(uri, 'first'))).toEqual([]);
  });

  it('ask before a change that has to be looked at', async () => {
    const { client } = await start('WARN');
    const [fix] = await client.actions(uri, client.rangeOf(uri, 'WARN'));
    expect(client.applied(uri, fix!)).toBe('LOOK');
    // One asks to be looked at, and the change itself is ticked.
    expect(Object.values(fix!.edit!.changeAnnotations!)).toMatchObject([
      { needsConfirmation: true, label: 'Write LOOK' },
      { needsConfirmation: false, label: 'Write LOOK' },
    ]);
  });

  it('fix all of one rule, also what a fix uncovers, when the action is chosen', async () => {
    const { client, analysis } = await start('BAD and WORSE and WARN');
    const actions = await client.actions(uri, client.rangeOf(uri, 'BAD'));
    expect(titles(actions)).toEqual([
      'Write GOOD',
      'Fix all "Title of bad-word" problems in this file',
      'Fix all Backend Tutor problems in this file',
      'Fix all "Title of bad-word" problems in all files',
      'Suppress this',
    ]);
    expect(actions[1]!.edit).toBeUndefined();
    expect(client.applied(uri, await client.resolve(actions[1]!))).toBe('GOOD and GOOD and WARN');
    expect(analysis.openDocuments).toBe(1);
  });

  it('tell a client that wants to know when a fix was applied, and where', async () => {
    const { client } = await start('one\nBAD', {
      initializationOptions: { commands: ['backendTutor.internal.fixed'] },
    });
    const [fix] = await client.actions(uri, client.rangeOf(uri, 'BAD'));
    expect(fix!.command).toMatchObject({
      command: 'backendTutor.internal.fixed',
      arguments: [{ uri, line: 1, ruleId: 'bad-word' }],
    });
  });

  it('leave a generated file alone, and say why', async () => {
    const { client } = await start('// Generated by a tool. DO NOT EDIT.\nBAD');
    const [fix, ...more] = await client.actions(uri, client.rangeOf(uri, 'BAD'));
    expect(fix).toMatchObject({
      title: 'Write GOOD',
      disabled: { reason: expect.stringContaining('a program makes it') },
    });
    expect(fix!.edit).toBeUndefined();
    expect(titles(more)).toEqual(['Suppress this']);
    expect(await client.actions(uri, client.rangeOf(uri, 'BAD'), ['source.fixAll'])).toEqual([]);
    const hover = await client.hover(uri, client.rangeOf(uri, 'BAD').start);
    expect(JSON.stringify(hover?.contents)).toContain('a program makes it');
  });

  it('refuse to fix a text that has changed since', async () => {
    const { client } = await start('BAD BAD');
    const actions = await client.actions(uri, client.rangeOf(uri, 'BAD'));
    const fixAll = actions.find(({ title }) => title.startsWith('Fix all'))!;
    await client.edit(uri, '', '!');
    await expect(client.resolve(fixAll)).rejects.toMatchObject({
      code: -32801,
      message: expect.stringContaining('changed since'),
    });
  });

  it('fix all on save, by kind', async () => {
    const { client } = await start('BAD BAD WARN');
    const whole = client.rangeOf(uri, 'BAD BAD WARN');
    const [action, ...more] = await client.actions(uri, whole, ['source.fixAll']);
    expect(more).toEqual([]);
    expect(action!.kind).toBe('source.fixAll.backendTutor');
    expect(client.applied(uri, action!)).toBe('GOOD GOOD WARN');
    await client.edit(uri, 'BAD BAD', 'GOOD');
    expect(await client.actions(uri, whole, ['source.fixAll'])).toEqual([]);
  });

  it('suppress with the reason as a placeholder', async () => {
    const { client } = await start('fine\n  BAD');
    const actions = await client.actions(uri, client.rangeOf(uri, 'BAD'));
    const action = actions.find(({ title }) => title.startsWith('Suppress'))!;
    const placeholder = '$'.concat('{1:{say \\$why\\}}');
    expect(action.edit?.documentChanges).toMatchObject([
      { edits: [{ snippet: { value: `// allow bad-word: ${placeholder}\n` } }] },
    ]);
    expect(client.applied(uri, action)).toBe('fine\n// allow bad-word: {say $why}\n  BAD');
  });

  it('are complete and plain for a simple client', async () => {
    const { client } = await start('BAD WORSE', { capabilities: simpleCapabilities });
    const actions = await client.actions(uri, client.rangeOf(uri, 'BAD'));
    expect(actions.every(({ edit }) => edit?.changes !== undefined)).toBe(true);
    expect(client.applied(uri, actions[1]!)).toBe('GOOD GOOD');
    expect(client.applied(uri, actions.at(-1)!)).toContain('{say $why}');
  });

  it('explain by the command of a client that has it', async () => {
    const { client } = await start('BAD', {
      initializationOptions: { commands: ['backendTutor.openRule'] },
    });
    const actions = await client.actions(uri, client.rangeOf(uri, 'BAD'));
    expect(actions.at(-1)).toMatchObject({
      title: 'Explain this problem',
      command: { command: 'backendTutor.openRule', arguments: ['bad-word'] },
    });
  });

  it('format SQL in a string', async () => {
    const { client } = await start('x = `select`');
    const actions = await client.actions(uri, client.rangeOf(uri, '`'), ['refactor']);
    expect(actions).toMatchObject([{ title: 'Format the SQL', kind: 'refactor.rewrite' }]);
  });
});

describe('formatting', () => {
  it('is for SQL alone', async () => {
    const { client } = await start('select', {
      settings: { sql: { format: { keywordCase: 'lower' } } },
    });
    await client.open('file:///project/a.sql', 'sql', 'select 1');
    expect(await client.format('file:///project/a.sql')).toBe('lower 2');
    expect(await client.format(uri)).toBe('select');
  });
});

describe('settings', () => {
  it('change severities, and are read again when they change', async () => {
    const { client } = await start('BAD WARN', { settings: { rules: { 'bad-word': 'hint' } } });
    expect((await client.diagnostics(uri)).map(({ severity }) => severity)).toEqual([3, 2]);
    await client.configure({ rules: { 'bad-word': 'off', 'warn-word': 'default' } });
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual(['warn-word']);
    await client.until('the refresh', () => client.refreshes === 1);
  });

  it('exclude paths below the folder', async () => {
    const { client } = await start('BAD', { settings: { exclude: ['src'] } });
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(await client.actions(uri, client.rangeOf(uri, 'BAD'), ['quickfix'])).toEqual([]);
    await client.open('file:///project/b.js', 'javascript', 'BAD');
    expect(await client.diagnostics('file:///project/b.js')).toHaveLength(1);
  });

  it('come with the notification from a client that is not asked', async () => {
    const { client } = await start('BAD', {
      capabilities: simpleCapabilities,
      initializationOptions: { settings: { rules: { 'bad-word': 'warning' } } },
    });
    expect(await client.pushed(uri)).toMatchObject([{ severity: 2 }]);
    await client.configure({ rules: { 'bad-word': 'off' } });
    await client.until('no diagnostics', () => client.published.at(-1)?.diagnostics.length === 0);
  });

  it('that are malformed are named once, and their default is used', async () => {
    const { client } = await start('BAD', {
      settings: {
        rules: { 'bad-word': 'loud', 'no-such-rule': 'error' },
        exclude: 'src',
        sql: { dialect: 'oracle', format: 7 },
      },
    });
    expect(await client.diagnostics(uri)).toMatchObject([{ severity: 1 }]);
    await client.open('file:///project/b.js', 'javascript', '');
    await client.diagnostics('file:///project/b.js');
    expect(client.messages).toHaveLength(1);
    const [message] = client.messages;
    expect(message).toContain('"backendTutor.rules.bad-word" should be one of "error", "warning"');
    expect(message).toContain('it is "loud"');
    expect(message).toContain('no such rule');
    expect(message).toContain('"backendTutor.exclude" should be a list of glob patterns');
    expect(message).toContain('"backendTutor.sql.dialect"');
    expect(message).toContain('"backendTutor.sql.format" should be an object');
    await client.configure(['nonsense']);
    await client.diagnostics(uri);
    expect(client.messages).toHaveLength(2);
  });
});

describe('trouble', () => {
  it('in the analysis is logged, and the next edit starts afresh', async () => {
    const { client } = await start('BAD CRASH');
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(client.logs.join()).toContain(
      'textDocument/diagnostic failed: Error: the analysis crashed',
    );
    expect(await client.hover(uri, { line: 0, character: 0 })).toBeNull();
    await client.edit(uri, 'CRASH', '');
    expect(await client.diagnostics(uri)).toHaveLength(1);
  });

  it('at the start is told to the person', async () => {
    const client = await TestClient.inProcess({
      createAnalysis: () => Promise.reject(new Error('no grammar')),
    });
    await client.open(uri, 'javascript', 'BAD');
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(client.messages).toEqual([
      'Backend Tutor cannot analyse code, because it did not start: no grammar',
    ]);
  });

  it('with odd parameters ends in an answer', async () => {
    const { client } = await start('BAD', { initializationOptions: { commands: 7 } });
    await client.open('file:///100%/%zz.js', 'javascript', 'BAD');
    expect(await client.diagnostics('file:///100%/%zz.js')).toHaveLength(1);
    expect(await client.resolve({ title: 'x', data: { uri: 7 } })).toMatchObject({ title: 'x' });
    expect(await client.hover(uri, { line: 999, character: 999 })).not.toBeUndefined();
    expect(await client.connection.sendRequest('backendTutor/rule', { id: 'nope' })).toBeNull();
    expect(
      await client.connection.sendRequest('backendTutor/rule', { id: 'bad-word' }),
    ).toMatchObject({ title: 'Title of bad-word' });
  });
});
