import path from 'node:path/posix';
import type { FlatTree } from '../../server/src/parsing/flatTree';
import {
  clientMayImport,
  type LayerRule,
  layers,
  mayCompute,
  namelessLayers,
  outside,
  typeCycles,
} from './table';

/** A file of `server/src` or `client/src`, by its path from the project's folder, and its syntax. */
export interface SourceFile {
  readonly path: string;
  readonly tree: FlatTree;
}

export interface Violation {
  readonly kind:
    | 'layer'
    | 'unplaced'
    | 'package'
    | 'outside'
    | 'testing'
    | 'client'
    | 'name'
    | 'cycle'
    | 'computed';
  readonly message: string;
}

interface ImportEdge {
  /** What is written behind `from`; undefined when it is computed. */
  readonly source: string | undefined;
  readonly typeOnly: boolean;
}

/**
 * Checks the direction of all imports against the table, and what the lower layers name.
 *
 * @param names of languages, frameworks and rules that `namelessLayers` must not say.
 */
export function checkLayers(
  files: readonly SourceFile[],
  names: ReadonlySet<string>,
): readonly Violation[] {
  const violations: Violation[] = [];
  const edges = new LayerGraph();
  for (const file of files) {
    if (isTest(file.path)) continue;
    for (const edge of importsOf(file.tree)) {
      const found = checkImport(file.path, edge, edges);
      if (found) violations.push({ ...found, message: `${file.path}: ${found.message}` });
    }
    if (namelessLayers.includes(layerOf(inServer(file.path) ?? ''))) {
      for (const said of namesIn(file.tree, names))
        violations.push({ kind: 'name', message: `${file.path}: names "${said}"` });
    }
  }
  for (const cycle of edges.cycles()) violations.push({ kind: 'cycle', message: cycle });
  return violations;
}

function checkImport(from: string, edge: ImportEdge, graph: LayerGraph): Violation | undefined {
  const server = inServer(from);
  const { source } = edge;
  // The client's own packages and folders are its own affair.
  if (source === undefined) {
    return server === undefined || mayCompute.includes(server)
      ? undefined
      : { kind: 'computed', message: 'imports a module whose name is computed' };
  }
  if (!source.startsWith('.')) {
    return server === undefined ? undefined : checkPackage(layerOf(server), source);
  }
  const target = path.join(path.dirname(from), source);
  const inner = inServer(target);
  if (server === undefined) return checkClient(inner, target);
  const layer = layerOf(server);
  if (inner === undefined) {
    return outside[target]?.includes(layer)
      ? undefined
      : { kind: 'outside', message: `imports ${target}, which is no part of the server` };
  }
  if (isTest(target)) return { kind: 'testing', message: `imports ${inner}, which is for tests` };
  const to = layerOf(inner);
  if (to === layer) return undefined;
  graph.add(layer, to, edge.typeOnly);
  return checkLayer(layer, inner, edge.typeOnly);
}

function checkClient(inner: string | undefined, target: string): Violation | undefined {
  if (inner === undefined || clientMayImport.includes(inner)) return undefined;
  return { kind: 'client', message: `imports ${target} from the server` };
}

function checkLayer(layer: string, target: string, typeOnly: boolean): Violation | undefined {
  const rule = ruleOf(layer);
  if (!rule) return { kind: 'unplaced', message: `${layer} has no place among the layers` };
  if (rule.imports.some((allowed) => covers(allowed, target))) return undefined;
  const byType = rule.typesOnly?.some((allowed) => covers(allowed, target)) ?? false;
  if (byType && typeOnly) return undefined;
  const how = byType ? ' for more than its types' : '';
  return { kind: 'layer', message: `${layer} must not import ${target}${how}` };
}

function checkPackage(layer: string, source: string): Violation | undefined {
  const parts = source.split('/');
  const name = source.startsWith('node:')
    ? 'node:'
    : parts.slice(0, source.startsWith('@') ? 2 : 1).join('/');
  if (ruleOf(layer)?.packages?.includes(name)) return undefined;
  return { kind: 'package', message: `${layer} must not import the package ${source}` };
}

// -------------------------------------------------------------------------------------------------
// Layers

/** Path inside `server/src`, without `.ts`; undefined outside of it. */
function inServer(file: string): string | undefined {
  return file.startsWith('server/src/')
    ? file.slice('server/src/'.length).replace(/\.ts$/, '')
    : undefined;
}

function isTest(file: string): boolean {
  return /\.test(?:\.ts)?$/.test(file) || file.startsWith('server/src/testing/');
}

/** The layer that a module belongs to: a module with its own rule, a folder inside a folder, a folder. */
function layerOf(module: string): string {
  if (Object.hasOwn(layers, module)) return module;
  const [first = '', second = '', third] = module.split('/');
  const inner = `${first}/${second}`;
  return third !== undefined && ruleOf(inner) ? inner : first;
}

function ruleOf(layer: string): LayerRule | undefined {
  if (Object.hasOwn(layers, layer)) return layers[layer];
  const [first, second] = layer.split('/');
  return second === undefined ? undefined : layers[`${first}/*`];
}

/** A bare folder covers what is directly its own: not its inner layers, which `folder/*` covers. */
function covers(allowed: string, module: string): boolean {
  if (allowed === module) return true;
  const layer = layerOf(module);
  return (
    allowed === layer ||
    (allowed.endsWith('/*') &&
      layer.startsWith(allowed.slice(0, -1)) &&
      !Object.hasOwn(layers, layer))
  );
}

/** Which layer imports which. */
class LayerGraph {
  /** From, to, and whether each of its imports is of types only. */
  private readonly edges = new Map<string, Map<string, boolean>>();

  add(from: string, to: string, typeOnly: boolean): void {
    let targets = this.edges.get(from);
    if (!targets) this.edges.set(from, (targets = new Map()));
    targets.set(to, (targets.get(to) ?? true) && typeOnly);
  }

  /** Each cycle once, as `a → b → a`, without those that `typeCycles` allows. */
  cycles(): string[] {
    const found = new Map<string, string>();
    const visit = (layer: string, way: readonly string[]): void => {
      const at = way.indexOf(layer);
      if (at >= 0) {
        const cycle = way.slice(at);
        const key = [...cycle].sort().join(' ');
        if (!found.has(key)) found.set(key, [...cycle, layer].join(' → '));
        return;
      }
      for (const [to, typeOnly] of this.edges.get(layer) ?? []) {
        if (typeOnly && isListed(layer, to)) continue;
        visit(to, [...way, layer]);
      }
    };
    for (const layer of this.edges.keys()) visit(layer, []);
    return [...found.values()];
  }
}

function isListed(a: string, b: string): boolean {
  return typeCycles.some((pair) => pair.includes(a) && pair.includes(b));
}

// -------------------------------------------------------------------------------------------------
// Syntax

/** Every import of a file: statements, `export … from`, `import()`, `require()`, `import('m').T`. */
function importsOf(tree: FlatTree): ImportEdge[] {
  const found: ImportEdge[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (tree.isNamed[node] !== 1) continue;
    switch (nameOf(tree, node)) {
      case 'import_statement':
      case 'export_statement': {
        const source = fieldOf(tree, node, 'source') ?? importRequire(tree, node);
        if (source !== undefined)
          found.push({ source: stringText(tree, source), typeOnly: isTypeOnly(tree, node) });
        break;
      }
      case 'call_expression': {
        const callee = fieldOf(tree, node, 'function');
        const text = callee === undefined ? '' : textOf(tree, callee);
        if (text !== 'import' && text !== 'require') break;
        const args = fieldOf(tree, node, 'arguments');
        const first = args === undefined ? undefined : childrenOf(tree, args)[0];
        found.push({
          source: first === undefined ? undefined : stringText(tree, first),
          typeOnly: false,
        });
        break;
      }
    }
  }
  return found;
}

/** The string in `import x = require('m')`. */
function importRequire(tree: FlatTree, node: number): number | undefined {
  const clause = childrenOf(tree, node).find(
    (child) => nameOf(tree, child) === 'import_require_clause',
  );
  return clause === undefined ? undefined : fieldOf(tree, clause, 'source');
}

/** `import type …`, `export type …`, or each name with `type` before it. */
function isTypeOnly(tree: FlatTree, node: number): boolean {
  const text = textOf(tree, node);
  if (/^(?:import|export)\s+type\b(?!\s*(?:,|from\b))/.test(text)) return true;
  const names = /^(?:import|export)\s*\{([^}]*)\}/.exec(text)?.[1];
  if (names === undefined) return false;
  const written = names.split(',').filter((name) => name.trim() !== '');
  return written.length > 0 && written.every((name) => /^\s*type\s/.test(name));
}

/** Names said in string literals and templates, apart from the type `LanguageId` itself. */
function namesIn(tree: FlatTree, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let node = 0; node < tree.count; node++) {
    const kind = nameOf(tree, node);
    if (kind === 'type_alias_declaration') {
      const name = fieldOf(tree, node, 'name');
      if (name !== undefined && textOf(tree, name) === 'LanguageId') {
        node = tree.skip[node]! - 1;
        continue;
      }
    }
    if (kind !== 'string_fragment' && kind !== 'regex_pattern') continue;
    for (const word of textOf(tree, node).match(/[\w-]+/g) ?? [])
      if (names.has(word.toLowerCase())) found.push(word);
  }
  return found;
}

function nameOf(tree: FlatTree, node: number): string {
  return tree.grammar.symbolNames[tree.symbol[node]!] ?? '';
}

function textOf(tree: FlatTree, node: number): string {
  return tree.text.slice(tree.start[node], tree.end[node]);
}

/** The text of a string without holes; undefined for all else. */
function stringText(tree: FlatTree, node: number): string | undefined {
  const text = textOf(tree, node);
  return /^(['"`])[^$\\]*\1$/.test(text) ? text.slice(1, -1) : undefined;
}

function childrenOf(tree: FlatTree, parent: number): number[] {
  const found: number[] = [];
  for (let node = parent + 1; node < tree.skip[parent]!; node = tree.skip[node]!)
    if (tree.isNamed[node] === 1 && nameOf(tree, node) !== 'comment') found.push(node);
  return found;
}

function fieldOf(tree: FlatTree, parent: number, field: string): number | undefined {
  const id = tree.grammar.field(field);
  for (let node = parent + 1; node < tree.skip[parent]!; node = tree.skip[node]!)
    if (tree.field[node] === id) return node;
  return undefined;
}
