import Module from 'node:module';
import path from 'node:path';

/**
 * Times the extension's activation: loading its code and calling `activate`, in this process, which
 * must be a fresh one. In place of the editor stands a stub that answers at once, so what the editor
 * itself does for the extension is not in it.
 *
 * @param bundle the extension's main file
 * @returns milliseconds
 */
export function measureActivation(bundle: string, manifest: unknown): number {
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  // A bundle copies a module's own properties and keeps its prototype.
  const editor: unknown = Object.create(stub());
  loader._load = (request, ...rest) => (request === 'vscode' ? editor : load(request, ...rest));
  const folder = path.resolve(path.dirname(bundle), '../..');
  const uri = { scheme: 'file', path: folder, fsPath: folder };
  const memento = {
    get: (_key: string, value: unknown) => value,
    update: async () => {},
    keys: () => [],
    setKeysForSync: () => {},
  };
  const context = {
    subscriptions: [],
    extension: { id: 'backend-tutor.backend-tutor', packageJSON: manifest, extensionUri: uri },
    extensionUri: uri,
    extensionPath: folder,
    globalStorageUri: uri,
    storageUri: uri,
    globalState: memento,
    workspaceState: memento,
    asAbsolutePath: (file: string) => path.join(folder, file),
  };
  const started = performance.now();
  const extension = Module.createRequire(bundle)(bundle) as { activate(context: unknown): unknown };
  extension.activate(context);
  return performance.now() - started;
}

/** Anything, that can be called, constructed and extended, and gives itself. */
function stub(): object {
  class Anything {}
  const anything: object = new Proxy(Anything, {
    get(target, key) {
      // Not a promise, not a number, and nothing to go over.
      if (key === 'then') return undefined;
      if (key === Symbol.toPrimitive) return () => '';
      if (key === Symbol.iterator) return function* () {};
      if (key === 'prototype') return target.prototype;
      return anything;
    },
    set: () => true,
    apply: () => anything,
    construct: (target, args, newTarget) =>
      newTarget === anything ? anything : Reflect.construct(target, args, newTarget),
  });
  return anything;
}
