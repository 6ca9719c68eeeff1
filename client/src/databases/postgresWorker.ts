import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, protocol } from '@electric-sql/pglite';
import type { Answer, Failure, Reply, Request, WorkerData } from './postgresProtocol';
import { unpack } from './unpack';
import { Module } from './webAssembly';

/** Runs PostgreSQL in a thread of its own, so that a slow statement holds up nobody else. */

const port = parentPort!;
const { module, assets, folder } = workerData as WorkerData;

/** Written when a new folder is complete: half a database is worse than none. */
const COMPLETE = 'complete';

/** A module that does nothing: initdb is not needed, since a prepared database is unpacked. */
const EMPTY_MODULE = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

async function open(): Promise<PGlite> {
  const data = folder === undefined ? undefined : path.join(folder, 'data');
  const isThere = folder !== undefined && existsSync(path.join(folder, COMPLETE));
  if (data !== undefined && !isThere) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
  }
  const database = await PGlite.create({
    ...(data === undefined ? {} : { dataDir: `file://${data}` }),
    pgliteWasmModule: module,
    initdbWasmModule: new Module(EMPTY_MODULE),
    fsBundle: new Blob([await unpack(assets, 'pglite.data')]),
    ...(isThere ? {} : { loadDataDir: await snapshot() }),
  });
  await database.exec("SET client_min_messages = 'notice'");
  if (folder !== undefined && !isThere) writeFileSync(path.join(folder, COMPLETE), '');
  return database;
}

async function snapshot(): Promise<Blob> {
  return new Blob([await unpack(assets, 'snapshot.tar')], { type: 'application/x-tar' });
}

type Convert = (text: string) => unknown;
const whole: Convert = (text) => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
};
const real: Convert = (text) => {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
};
/** By the types' numbers in PostgreSQL's catalogue. */
const converters: Readonly<Record<number, Convert>> = {
  16: (text) => text === 't',
  20: whole,
  21: whole,
  23: whole,
  26: whole,
  700: real,
  701: real,
};
const asText: Convert = (text) => text;

const GAVE_UP =
  'the statement needed more memory or more nested calls than there are. It starts anew with the next statement.';

async function runStatement(database: PGlite, sql: string, maxRows: number): Promise<Answer> {
  const started = performance.now();
  let columns: readonly string[] = [];
  let convert: readonly Convert[] = [];
  const rows: unknown[][] = [];
  const notices: string[] = [];
  let tag = '';
  let isAnswered = false;
  let error: Failure | undefined;
  const parser = new protocol.Parser();
  const { messages } = protocol;
  const onMessage: Parameters<typeof parser.parse>[1] = (message) => {
    if (message instanceof messages.RowDescriptionMessage) {
      columns = message.fields.map(({ name }) => name);
      convert = message.fields.map(({ dataTypeID }) => converters[dataTypeID] ?? asText);
    } else if (message instanceof messages.DataRowMessage) {
      if (rows.length >= maxRows) return;
      rows.push(message.fields.map((text, i) => (text === null ? null : convert[i]!(text))));
    } else if (message instanceof messages.CommandCompleteMessage) {
      tag = message.text;
      isAnswered = true;
    } else if (message.name === 'emptyQuery') isAnswered = true;
    else if (message instanceof messages.NoticeMessage) notices.push(message.message ?? '');
    else if (message instanceof messages.DatabaseError) error ??= failureOf(message);
  };
  const send = (message: Uint8Array): Promise<void> =>
    database.execProtocolRawStream(message, {
      syncToFs: false,
      onRawData: (bytes) => parser.parse(bytes, onMessage),
    });
  await send(protocol.serialize.query(sql));
  await send(protocol.serialize.sync());
  // PGlite keeps silent when WebAssembly itself gave up; then nothing works any more.
  if (!isAnswered && error === undefined) throw new Error(GAVE_UP);
  await database.syncToFs();
  const milliseconds = performance.now() - started;
  return { columns, rows, tag, notices, milliseconds, ...(error === undefined ? {} : { error }) };
}

function failureOf(error: InstanceType<typeof protocol.messages.DatabaseError>): Failure {
  const { message, code, position, detail, hint } = error;
  return {
    message,
    code,
    position: position === undefined ? undefined : Number(position),
    detail,
    hint,
  };
}

const reply = (message: Reply): void => port.postMessage(message);

let database: PGlite | undefined;

async function handle(request: Request): Promise<void> {
  if (request.kind === 'close') {
    await database?.close();
    reply({ kind: 'closed' });
    port.close();
    return;
  }
  if (database === undefined) throw new Error('The database is not open.');
  reply({ kind: 'answer', answer: await runStatement(database, request.sql, request.maxRows) });
}

const fail = (error: unknown): void =>
  reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });

open().then(
  (opened) => {
    database = opened;
    port.on('message', (request: Request) => void handle(request).catch(fail));
    reply({ kind: 'ready' });
  },
  (error: unknown) => fail(error),
);
