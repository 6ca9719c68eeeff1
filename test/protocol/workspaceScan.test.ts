import { describe, expect, it } from 'vitest';
import {
  type ScanFileParams,
  type ScanFileResult,
  scanFileRequest,
} from '../../server/src/lsp/protocol';
import { fakeAnalysis } from './fakeAnalysis';
import { TestClient } from './testClient';

const uri = 'file:///project/src/a.js';

async function start(options: Parameters<typeof TestClient.inProcess>[1] = {}) {
  const analysis = fakeAnalysis();
  const client = await TestClient.inProcess(
    { createAnalysis: async () => analysis },
    { folder: 'file:///project', ...options },
  );
  const scan = (params: ScanFileParams) =>
    client.connection.sendRequest<ScanFileResult>(scanFileRequest, params);
  return { client, analysis, scan };
}

describe('scanning a file that is not open', () => {
  it('gives its findings, and frees what was read', async () => {
    const { analysis, scan } = await start();
    expect(await scan({ uri, text: 'fine\nBAD' })).toMatchObject({
      diagnostics: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
          code: 'bad-word',
          codeDescription: { href: 'https://example.org/bad-word' },
        },
      ],
    });
    expect(analysis.openDocuments).toBe(0);
  });

  it('heeds the settings', async () => {
    const { client, scan } = await start({ settings: { exclude: ['src'] } });
    expect(await scan({ uri, text: 'BAD' })).toEqual({ diagnostics: [] });
    await client.configure({ rules: { 'bad-word': 'off' } });
    expect(await scan({ uri, text: 'BAD' })).toEqual({ diagnostics: [] });
    await client.configure({});
    expect((await scan({ uri, text: 'BAD' })).diagnostics).toHaveLength(1);
  });

  it('gives nothing for other languages, and after a crash of the analysis', async () => {
    const { analysis, scan } = await start();
    expect(await scan({ uri: 'file:///project/a.txt', text: 'BAD' })).toEqual({ diagnostics: [] });
    expect(await scan({ uri, text: 'CRASH' })).toEqual({ diagnostics: [] });
    expect(analysis.openDocuments).toBe(0);
  });
});

it('links to the page of the rule that a client shows itself', async () => {
  const initializationOptions = { commands: ['backendTutor.openRule'] };
  const { scan } = await start({ initializationOptions });
  const { diagnostics } = await scan({ uri, text: 'BAD' });
  expect(diagnostics[0]?.codeDescription?.href).toBe(
    'command:backendTutor.openRule?%5B%22bad-word%22%5D',
  );
});
