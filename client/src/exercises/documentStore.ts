import { runShell, ShellError } from '../databases/documents/shell';
import { fromJson, toJson } from '../databases/documents/values';
import { type DocumentStore, ScriptError } from './checks/documents';

/** Collections in memory, filled with a copy of the given documents. */
export function openDocuments(data: Readonly<Record<string, readonly unknown[]>>): DocumentStore {
  const collections = new Map(
    Object.entries(data).map(([name, documents]) => [name, documents.map(fromJson)]),
  );
  return {
    run(script) {
      try {
        return runShell(script, collections).map(({ start, documents, value, changes }) => ({
          start,
          changes,
          ...(documents ? { documents: documents.map(toJson) } : { value: toJson(value) }),
        }));
      } catch (error) {
        if (error instanceof ShellError) throw new ScriptError(error.message, error.position);
        throw error;
      }
    },
  };
}
