import { at, type ConfigFile, type ConfigNode } from '../config/file';

/** What the rules about images and containers share. */

/** The name of an image in its parts: `ghcr.io/owner/app:1.2@sha256:…`. */
export interface ImageName {
  /** Without registry, tag and digest: `owner/app`; `library/` is left out. */
  readonly name: string;
  readonly registry: string | undefined;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Undefined for a name that is only known when the image is built. */
export function imageName(text: string): ImageName | undefined {
  if (/[$\s]|^$/.test(text)) return undefined;
  const [path = '', digest] = text.split('@', 2);
  const slash = path.lastIndexOf('/');
  const colon = path.indexOf(':', slash + 1);
  const tag = colon < 0 ? undefined : path.slice(colon + 1);
  const parts = (colon < 0 ? path : path.slice(0, colon)).split('/');
  // A first part with a dot or a port is a server.
  const registry =
    parts.length > 1 && /[.:]|^localhost$/.test(parts[0] ?? '') ? parts.shift() : undefined;
  if (parts[0] === 'library') parts.shift();
  return { name: parts.join('/').toLowerCase(), registry, tag, digest };
}

/** A stage of a Dockerfile. */
export interface Stage {
  readonly node: ConfigNode;
  readonly from: ConfigNode;
  /** What stands behind `FROM`, without flags. */
  readonly image: ConfigNode & { readonly value: string };
  /** What follows `AS`. */
  readonly alias: string | undefined;
}

/** The stages of a Dockerfile, in order. */
export function stages(file: ConfigFile): readonly Stage[] {
  if (file.language !== 'dockerfile') return [];
  return file.root.children.flatMap((node) => {
    const from = at(node, 'FROM');
    const image = at(from, '0');
    if (!from || image?.value === undefined) return [];
    const alias = at(from, '1')?.value?.toLowerCase() === 'as' ? at(from, '2')?.value : undefined;
    return [{ node, from, image: { ...image, value: image.value }, alias }];
  });
}

const ownUse = /^(?:dev|test|debug|ci|lint|e2e)/i;

/**
 * The stage that becomes the image, and those that it is built on, the last one first. A stage that
 * is called `dev` or `test` is for the desk of a developer: then it is the one before.
 */
export function finalStages(file: ConfigFile): readonly Stage[] {
  const all = stages(file);
  const chain: Stage[] = [];
  let index = all.findLastIndex(({ alias }) => !ownUse.test(alias ?? ''));
  while (index >= 0) {
    const stage = all[index];
    if (!stage) break;
    chain.push(stage);
    const name = stage.image.value.toLowerCase();
    index = all.findIndex((other, i) => i < index && other.alias?.toLowerCase() === name);
  }
  return chain;
}
