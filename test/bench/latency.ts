import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { exitCode, TestClient } from '../protocol/testClient';
import { type CorpusFile, type CorpusLanguage, corpusFile, languages } from './corpus';
import { Random } from './random';
import { median, percentile } from './statistics';

export interface Latency {
  readonly language: CorpusLanguage;
  readonly lines: number;
  readonly keystrokes: number;
  readonly p50: number;
  readonly p95: number;
}

/** What is typed at each place, and then taken away again, a character at a time. */
const typed: Readonly<Record<CorpusLanguage, string>> = {
  javascript: "\n  f('a');",
  typescript: "\n  f('a');",
  python: "\n    f('a')",
  java: '\n        f("a");',
  ruby: "\n  f('a')",
  php: "\n    f('a');",
};
const places = 9;

/** A small file in which something must be found. */
const sample = `const express = require('express');
const { Pool } = require('pg');
const pool = new Pool();
express().get('/users', async (req, res) => {
  const found = await pool.query('SELECT * FROM users WHERE name = '' + req.query.name + ''');
  res.json(found.rows);
});
`;

/**
 * Times keystrokes in the server that is shipped, over stdio: from the change to the answer with the
 * diagnostics. Also the memory of the server, with all the files still open.
 */
export async function measureLatency(
  server: string,
): Promise<{ latencies: Latency[]; rssMb: number }> {
  const { client, server: child } = await TestClient.spawn([server, '--stdio']);
  const latencies: Latency[] = [];
  for (const lines of [500, 5000]) {
    for (const language of languages) {
      latencies.push(await typeIn(client, corpusFile(language, lines, lines), lines));
    }
  }
  const rssMb = residentMb(child.pid ?? 0);
  await client.shutdown();
  await client.connection.sendNotification('exit');
  await exitCode(child);
  return { latencies, rssMb };
}

async function typeIn(client: TestClient, file: CorpusFile, lines: number): Promise<Latency> {
  const uri = pathToFileURL(path.resolve('bench', file.name)).href;
  await client.open(uri, file.language, file.text);
  await client.report(uri);
  const random = new Random(1);
  const times: number[] = [];
  // The first place warms up the server's code for this language and size, and does not count.
  for (let place = 0; place <= places; place++) {
    const taken = await typeAt(client, uri, insideOf(file.text, random), typed[file.language]);
    if (place > 0) times.push(...taken);
  }
  return {
    language: file.language,
    lines,
    keystrokes: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

/** The end of a line in a function: one that is indented and ends a statement. */
function insideOf(text: string, random: Random): number {
  const ends = [...text.matchAll(/^ +[^\n]*[;)]$/gm)].map((line) => line.index + line[0].length);
  return random.pick(ends);
}

async function typeAt(
  client: TestClient,
  uri: string,
  at: number,
  text: string,
): Promise<number[]> {
  const times: number[] = [];
  const keystroke = async (start: number, end: number, replacement: string) => {
    const before = client.document(uri);
    const range = { start: before.positionAt(start), end: before.positionAt(end) };
    const contentChanges = [{ range, text: replacement }];
    const version = before.version + 1;
    const started = performance.now();
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      identifier: 'backendTutor',
    });
    times.push(performance.now() - started);
    TextDocument.update(before, contentChanges, version);
  };
  for (let i = 0; i < text.length; i++) await keystroke(at + i, at + i, text.charAt(i));
  for (let i = text.length; i > 0; i--) await keystroke(at + i - 1, at + i, '');
  return times;
}

/** From starting the process to the first diagnostics of a small file, in milliseconds. */
export async function measureColdStart(server: string, times: number): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < times; run++) {
    const started = performance.now();
    const { client, server: child } = await TestClient.spawn([server, '--stdio']);
    await client.open('file:///bench/app.js', 'javascript', sample);
    const found = await client.diagnostics('file:///bench/app.js');
    taken.push(performance.now() - started);
    if (found.length === 0) throw new Error('the server found nothing in the sample');
    await client.shutdown();
    await client.connection.sendNotification('exit');
    await exitCode(child);
  }
  return median(taken);
}

/** Memory of a process that is in RAM, in megabytes. NaN where the system does not say. */
function residentMb(pid: number): number {
  try {
    if (process.platform === 'linux') {
      const kilobytes = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return Number(kilobytes) / 1024;
    }
    return (
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
    );
  } catch {
    return Number.NaN;
  }
}
