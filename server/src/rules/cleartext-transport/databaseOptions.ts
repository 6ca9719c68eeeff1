import type { Expr, MapExpr } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import { nodesAt } from '../edits';
import { setEntryAt } from '../repairs/options';
import { isTestFile } from '../report';
import type { FixDraft, Observation, RuleContext } from '../rule';
import { staysInside } from './addresses';

const message =
  'This connection to the database is not encrypted, so anyone on the way can read and change what it carries, the password too. Set `dialectOptions: { ssl: { … } }`.';

/** Databases that Sequelize talks to over the network without encryption, unless it is told to. */
const servers = ['postgres', 'mysql', 'mariadb'];

/**
 * Settings of Sequelize, which its command line reads from a file of their own:
 * https://sequelize.org/docs/v6/other-topics/migrations/#configuration
 */
export function databaseOptions(context: RuleContext): readonly Observation[] {
  const { module, flow } = context;
  const { language } = module;
  if (language !== 'javascript' && language !== 'typescript') return [];
  if (isTestFile(flow.file)) return [];
  return nodesOf(module, 'map').flatMap((map): readonly Observation[] => {
    const dialect = textOf(field(map, 'dialect'));
    if (dialect === undefined || !servers.includes(dialect) || !isOpen(map)) return [];
    // What is given to a constructor at once is a site.
    const isGiven = nodesAt(module, map).some(({ kind }) => kind === 'call');
    const fixes = () => encrypt(map, context);
    const { start, end } = map;
    return isGiven ? [] : [{ at: { start, end }, severity: 'hint', message, fixes }];
  });
}

function encrypt(map: MapExpr, context: RuleContext): readonly FixDraft[] {
  const path = field(map, 'ssl') ? (['ssl'] as const) : (['dialectOptions', 'ssl'] as const);
  const value = path.length === 1 ? 'true' : '{ rejectUnauthorized: true }';
  const edits = setEntryAt(map, path, value, context);
  return edits ? [{ title: 'Encrypt the connection', edits, safe: false }] : [];
}

/** Encryption that is said to be off, or nothing said of it for a database elsewhere. */
function isOpen(map: MapExpr): boolean {
  const options = field(map, 'dialectOptions');
  if (options && options.kind !== 'map') return false;
  const ssl = (options && field(options, 'ssl')) ?? field(map, 'ssl');
  if (ssl) return ssl.kind === 'literal' && ssl.value === false;
  const host = textOf(field(map, 'host'));
  const isClosed = map.entries.some(({ key }) => key === undefined);
  return host !== undefined && !isClosed && !staysInside(host);
}

function field({ entries }: MapExpr, name: string): Expr | undefined {
  return entries.find(({ key }) => key?.kind === 'literal' && key.value === name)?.value;
}

function textOf(of: Expr | undefined): string | undefined {
  return of?.kind === 'literal' && typeof of.value === 'string' ? of.value : undefined;
}
