import { each } from '../../specs';

/** Classes whose instances have a type of their own, declared or constructed. */
export function classes(prefix: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(each(prefix, names).map((name) => [`${name}()`, `${name}#`]));
}
