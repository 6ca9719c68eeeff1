import type { DocumentEngine } from './documents/store';
import { DatabaseError, type SqlEngine } from './engine';
import type { Dialect } from './statements';

/** A connection that the learner's settings name. */
export interface Target {
  readonly kind: 'postgresql' | 'mysql' | 'mongodb';
  readonly url: string;
  /** Without the password, for people. */
  readonly label: string;
}

const KINDS: Readonly<Record<string, Target['kind']>> = {
  'postgres:': 'postgresql',
  'postgresql:': 'postgresql',
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
  'mongodb:': 'mongodb',
  'mongodb+srv:': 'mongodb',
};

/**
 * Reads the setting: empty, a connection string, or `env:NAME`. What it says never holds the
 * string itself, which may have a password.
 * @throws {DatabaseError} when it cannot be used
 */
export function readTarget(
  setting: string,
  environment: Readonly<Record<string, string | undefined>>,
): Target | undefined {
  const written = setting.trim();
  if (written === '') return undefined;
  const variable = /^env:(\w+)$/.exec(written)?.[1];
  const text = variable === undefined ? written : (environment[variable] ?? '').trim();
  if (variable !== undefined && text === '') {
    throw new DatabaseError(
      `The setting backendTutor.database.connection names the environment variable ${variable}, and it is not set. VS Code sees variables that were set before it started.`,
    );
  }
  const scheme = /^[a-z+]+:/i.exec(text)?.[0].toLowerCase() ?? '';
  const kind = KINDS[scheme];
  if (kind === undefined || !text.includes('://')) {
    throw new DatabaseError(
      'The setting backendTutor.database.connection begins with postgres://, mysql://, mariadb:// or mongodb://, or is env:NAME.',
    );
  }
  return { kind, url: text, label: labelOf(text) };
}

function labelOf(url: string): string {
  const match = /^([a-z+]+:\/\/)(?:[^@/]*@)?([^?]*)/i.exec(url);
  // An @ in a password is written %40; where it is not, better show less than too much.
  const place = match?.[2]?.split('@').at(-1) ?? '';
  return `${match?.[1] ?? ''}${place}`;
}

/** Bundles of their own, loaded when they are needed. */
const mongo = (): typeof import('./mongoServer') => require('./mongoServer');
const mysql = (): typeof import('./mysqlServer') => require('./mysqlServer');
const postgres = (): typeof import('./postgresServer') => require('./postgresServer');

export function openServer({ kind, url }: Target): SqlEngine {
  return kind === 'mysql' ? mysql().openMysqlServer(url) : postgres().openPostgresServer(url);
}

export function openDocumentServer({ url }: Target): DocumentEngine {
  return mongo().openMongoServer(url);
}

export function dialectOf(target: Target | undefined): Dialect {
  return target?.kind === 'mysql' ? 'mysql' : 'postgresql';
}
