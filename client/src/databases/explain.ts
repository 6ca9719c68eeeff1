/** One step of a query plan, in words. */
export interface PlanNode {
  /** As PostgreSQL calls it, such as `Seq Scan`. */
  readonly type: string;
  /** Its table, alias or index, if any. */
  readonly on: string | undefined;
  /** What it does, in one sentence. */
  readonly words: string;
  /** Conditions and keys, each with its name. */
  readonly details: readonly (readonly [name: string, text: string])[];
  /** Rows that the planner expects. */
  readonly rows: number;
  /** Its cost with that of its children, in the planner's unit. */
  readonly cost: number;
  /** Its own part of the whole cost, from 0 to 1. */
  readonly share: number;
  readonly children: readonly PlanNode[];
}

type Json = Readonly<Record<string, unknown>>;

/** Reads what `EXPLAIN (FORMAT JSON)` of PostgreSQL gives. */
export function readPlan(text: string): PlanNode {
  const [first] = JSON.parse(text) as { Plan: Json }[];
  if (first === undefined) throw new Error('This is no query plan.');
  return nodeOf(first.Plan, Math.max(number(first.Plan['Total Cost']), Number.MIN_VALUE));
}

function nodeOf(plan: Json, total: number): PlanNode {
  const children = ((plan.Plans as Json[] | undefined) ?? []).map((child) => nodeOf(child, total));
  const cost = number(plan['Total Cost']);
  const inner = children.reduce((sum, child) => sum + child.cost, 0);
  const type = String(plan['Node Type']);
  return {
    type,
    on: name(plan),
    words: describe(type, plan),
    details: details(plan),
    rows: number(plan['Plan Rows']),
    cost,
    // LIMIT ends its child early: then it costs less than the child would.
    share: Math.max(0, Math.min(1, (cost - inner) / total)),
    children,
  };
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function name(plan: Json): string | undefined {
  const relation =
    plan['Relation Name'] ?? plan['CTE Name'] ?? plan['Function Name'] ?? plan['Index Name'];
  if (relation === undefined) return undefined;
  const alias = plan.Alias;
  return alias === undefined || alias === relation ? String(relation) : `${relation} (${alias})`;
}

function list(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function describe(type: string, plan: Json): string {
  const table = String(plan['Relation Name'] ?? plan.Alias ?? 'the table');
  const index = String(plan['Index Name'] ?? 'the index');
  const isFiltered = plan.Filter !== undefined;
  switch (type) {
    case 'Seq Scan':
      return isFiltered
        ? `reads every row of ${table} and keeps those that fit`
        : `reads every row of ${table}`;
    case 'Index Scan':
      return plan['Index Cond'] === undefined
        ? `reads ${table} in the order of the index ${index}`
        : `looks up rows of ${table} in the index ${index}`;
    case 'Index Only Scan':
      return `finds all that it needs in the index ${index}, without reading ${table}`;
    case 'Bitmap Index Scan':
      return `notes in the index ${index} where rows that fit are`;
    case 'Bitmap Heap Scan':
      return `reads those pages of ${table} that the index named`;
    case 'BitmapAnd':
      return 'keeps the places that all of the indexes named';
    case 'BitmapOr':
      return 'takes the places that any of the indexes named';
    case 'Tid Scan':
      return `reads rows of ${table} by their place on disk`;
    case 'Nested Loop':
      return joins(plan, 'for each row of the first part, looks for partners in the second');
    case 'Hash Join':
      return joins(plan, 'finds partners with a hash table that was made of the second part');
    case 'Merge Join':
      return joins(plan, 'walks through both parts, which are sorted, at the same time');
    case 'Hash':
      return 'puts the rows into a hash table, so that partners are found at once';
    case 'Sort':
      return `sorts the rows by ${list(plan['Sort Key'])}`;
    case 'Incremental Sort':
      return `finishes sorting rows that are partly sorted, by ${list(plan['Sort Key'])}`;
    case 'Limit':
      return 'stops when it has enough rows';
    case 'Unique':
      return 'leaves out rows that are there already';
    case 'Aggregate':
      return plan['Group Key'] === undefined
        ? 'makes one row of all rows (count, sum and the like)'
        : `makes one row for each group by ${list(plan['Group Key'])}`;
    case 'Group':
      return `makes one row for each group by ${list(plan['Group Key'])}`;
    case 'WindowAgg':
      return 'computes window functions: each row sees its neighbours';
    case 'Result':
      return plan['One-Time Filter'] === undefined
        ? 'computes values, without reading a table'
        : 'checks a condition once, before anything is read';
    case 'Values Scan':
      return 'goes through the rows that stand in the query';
    case 'Function Scan':
      return `goes through the rows that ${plan['Function Name'] ?? 'a function'} gives`;
    case 'CTE Scan':
      return `goes through what WITH ${plan['CTE Name'] ?? ''} gave`;
    case 'WorkTable Scan':
      return 'goes through the rows of the last round';
    case 'Recursive Union':
      return 'repeats its second part until it gives no new rows';
    case 'Subquery Scan':
      return 'goes through the rows of a subquery';
    case 'Append':
      return 'gives the rows of all parts, one after the other';
    case 'Merge Append':
      return 'merges parts that are sorted';
    case 'SetOp':
      return `compares two results (${plan.Command ?? 'EXCEPT or INTERSECT'})`;
    case 'Materialize':
      return 'keeps the rows in memory, since they are read again';
    case 'Memoize':
      return 'remembers what it found for a value, for the next time';
    case 'Gather':
    case 'Gather Merge':
      return 'collects the rows of several processes that work at once';
    case 'ModifyTable':
      return `writes to ${table} (${plan.Operation ?? 'change'})`;
    case 'LockRows':
      return 'locks the rows until the transaction ends';
    case 'ProjectSet':
      return 'calls a function that gives several rows for one';
    default:
      return type;
  }
}

function joins(plan: Json, how: string): string {
  const kind = plan['Join Type'];
  if (kind === 'Left' || kind === 'Right' || kind === 'Full') {
    return `${how}; rows without a partner stay (${String(kind).toLowerCase()} join)`;
  }
  if (kind === 'Semi') return `${how}; one partner is enough`;
  if (kind === 'Anti') return `${how}; keeps the rows that have none`;
  return how;
}

const DETAILS = [
  'Filter',
  'Index Cond',
  'Recheck Cond',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
  'Sort Key',
  'Group Key',
  'One-Time Filter',
  'Subplan Name',
] as const;

function details(plan: Json): (readonly [string, string])[] {
  return DETAILS.flatMap((key) =>
    plan[key] === undefined ? [] : [[key, list(plan[key])] as const],
  );
}
