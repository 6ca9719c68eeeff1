import * as vscode from 'vscode';
import type { CollectionSchema } from '../databases/documents/store';
import type { Field } from '../databases/fields';
import { type Column, shortType, type Table } from '../databases/schema';

const VIEW = 'backendTutor.schema';

/** What there is in the databases. */
export interface Contents {
  readonly sql: { readonly title: string; readonly tables: readonly Table[] };
  readonly documents: { readonly title: string; readonly collections: readonly CollectionSchema[] };
}

/** One line of the tree. */
export interface SchemaNode {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon: string;
  readonly context?: 'table' | 'view' | 'collection';
  readonly isOpen?: boolean;
  /** The name in SQL, or of the collection. */
  readonly name?: string;
  readonly children: readonly SchemaNode[];
}

/** The tree of tables and collections. */
export class SchemaView implements vscode.TreeDataProvider<SchemaNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #tree: vscode.TreeView<SchemaNode>;
  #roots: readonly SchemaNode[] = [];

  constructor() {
    this.#tree = vscode.window.createTreeView(VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
  }

  dispose(): void {
    this.#tree.dispose();
    this.#changed.dispose();
  }

  show({ sql, documents }: Contents): void {
    const roots: SchemaNode[] = [];
    if (sql.tables.length > 0) {
      roots.push({
        label: sql.title,
        icon: 'database',
        isOpen: true,
        children: sql.tables.map(tableNode),
      });
    }
    if (documents.collections.length > 0) {
      roots.push({
        label: documents.title,
        icon: 'json',
        isOpen: true,
        children: documents.collections.map(collectionNode),
      });
    }
    this.#roots = roots;
    this.#changed.fire();
  }

  /** Told in the view, such as that a server cannot be reached. */
  set message(text: string | undefined) {
    this.#tree.message = text;
  }

  getChildren(node?: SchemaNode): SchemaNode[] {
    return [...(node === undefined ? this.#roots : node.children)];
  }

  getTreeItem(node: SchemaNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const state = node.children.length === 0 ? None : node.isOpen ? Expanded : Collapsed;
    const item = new vscode.TreeItem(node.label, state);
    item.iconPath = new vscode.ThemeIcon(node.icon);
    if (node.description !== undefined) item.description = node.description;
    item.tooltip = node.tooltip ?? `${node.label} ${node.description ?? ''}`.trim();
    if (node.context !== undefined) item.contextValue = node.context;
    return item;
  }
}

/** A table’s name as it is written in SQL: in quotes where it must be. */
function nameOf({ schema, name }: Table): string {
  const quote = schema === '' ? '`' : '"';
  const written = (part: string): string =>
    /^[a-z_][a-z0-9_]*$/.test(part) ? part : quote + part.replaceAll(quote, quote + quote) + quote;
  return schema === 'public' || schema === ''
    ? written(name)
    : `${written(schema)}.${written(name)}`;
}

function tableNode(table: Table): SchemaNode {
  const isView = table.kind === 'view';
  return {
    label: /^(?:public)?$/.test(table.schema) ? table.name : `${table.schema}.${table.name}`,
    ...(isView ? { description: 'view' } : {}),
    icon: isView ? 'eye' : 'table',
    context: 'table',
    name: nameOf(table),
    children: [
      ...table.columns.map((column) => columnNode(table, column)),
      ...(table.indexes.length === 0
        ? []
        : [
            {
              label: 'Indexes',
              description: String(table.indexes.length),
              icon: 'list-tree',
              children: table.indexes.map(({ name, columns, isUnique }) => ({
                label: name,
                description: `${columns.join(', ')}${isUnique ? ', unique' : ''}`,
                icon: 'symbol-numeric',
                children: [],
              })),
            },
          ]),
    ],
  };
}

function columnNode(table: Table, column: Column): SchemaNode {
  const key = table.foreignKeys.find(({ columns }) => columns.includes(column.name));
  const target = key?.references[key.columns.indexOf(column.name)];
  const parts = [
    shortType(column.type),
    column.isPrimary ? 'primary key' : column.isUnique ? 'unique' : '',
    key === undefined ? '' : `→ ${key.table}.${target}`,
    column.nullable ? 'may be NULL' : '',
    column.default === undefined ? '' : `default ${column.default}`,
  ];
  return {
    label: column.name,
    description: parts.filter(Boolean).join(', '),
    icon: column.isPrimary ? 'key' : key === undefined ? 'symbol-field' : 'references',
    children: [],
  };
}

function collectionNode({ name, count, fields, indexes }: CollectionSchema): SchemaNode {
  return {
    label: name,
    description: count === 1 ? '1 document' : `${count} documents`,
    icon: 'symbol-namespace',
    context: 'collection',
    name,
    children: [
      ...fields.map(fieldNode),
      ...indexes.map((index) => ({
        label: index.name,
        description: index.isUnique ? 'unique index' : 'index',
        icon: 'symbol-numeric',
        children: [],
      })),
    ],
  };
}

function fieldNode({ name, types, share, fields }: Field): SchemaNode {
  const percent = Math.round(share * 100);
  return {
    label: name,
    description: `${types.join(' or ')}${percent < 100 ? `, in ${percent} %` : ''}`,
    icon: name === '_id' ? 'key' : 'symbol-field',
    children: fields.map(fieldNode),
  };
}
