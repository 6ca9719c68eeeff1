import { difference } from '../report/difference';
import type { PackageNeed, TextEdit } from '../report/finding';
import { gemfile } from './gemfile';
import { buildGradle, buildGradleKts } from './gradle';
import { composerJson, packageJson } from './json';
import type { Manifest } from './manifest';
import { pomXml } from './pom';
import { pyprojectToml, requirementsTxt } from './python';

/** Where a program says which libraries it needs, and how one is added in the file's own style. */

/** Of one ecosystem in a folder, the first that has a place for it. */
const manifests: readonly Manifest[] = [
  packageJson,
  pyprojectToml,
  requirementsTxt,
  pomXml,
  buildGradleKts,
  buildGradle,
  gemfile,
  composerJson,
];

export interface ManifestChange {
  readonly path: string;
  /** The text that the edits are for. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly added: readonly PackageNeed[];
}

export interface PlacedPackages {
  readonly changes: readonly ManifestChange[];
  /** Libraries for which there is no file. */
  readonly homeless: readonly PackageNeed[];
}

/**
 * Puts libraries into the nearest file above a program that names its libraries. Nothing is done for
 * those that are there already.
 *
 * @param file path of the program, with `/`
 * @param tops folders: a file outside all of them is not looked for
 * @param read text of a file; undefined when there is none
 */
export function placePackages(
  file: string,
  needs: readonly PackageNeed[],
  tops: readonly string[],
  read: (path: string) => string | undefined,
): PlacedPackages {
  const changes = new Map<string, ManifestChange>();
  const homeless: PackageNeed[] = [];
  const current = (path: string) => {
    const change = changes.get(path);
    return change ? apply(change) : read(path);
  };
  for (const need of needs) {
    const place = placeOf(file, need, tops, current);
    if (place === undefined) homeless.push(need);
    else if (place !== 'there') {
      const known = changes.get(place.path);
      const text = known?.text ?? place.before;
      const edits = difference(text, place.after);
      const added = [...(known?.added ?? []), need];
      changes.set(place.path, { path: place.path, text, edits, added });
    }
  }
  return { changes: [...changes.values()], homeless };
}

function apply({ text, edits }: ManifestChange): string {
  const [edit] = edits;
  return edit ? text.slice(0, edit.start) + edit.newText + text.slice(edit.end) : text;
}

function placeOf(
  file: string,
  need: PackageNeed,
  tops: readonly string[],
  read: (path: string) => string | undefined,
):
  | { readonly path: string; readonly before: string; readonly after: string }
  | 'there'
  | undefined {
  const mine = manifests.filter(({ ecosystem }) => ecosystem === need.ecosystem);
  for (const folder of foldersAbove(file, tops)) {
    const here = mine.flatMap((manifest) =>
      manifest.names.flatMap((name) => {
        const path = `${folder}/${name}`;
        const text = read(path);
        return text === undefined ? [] : [{ manifest, path, text }];
      }),
    );
    if (here.some(({ manifest, text }) => manifest.has(text, need.name))) return 'there';
    for (const { manifest, path, text } of here) {
      const after = manifest.add(text, need);
      if (after !== undefined) return { path, before: text, after };
    }
  }
  return undefined;
}

/** The folder of a file and those above it, as long as they are in one of the given folders. */
function* foldersAbove(file: string, tops: readonly string[]): Generator<string> {
  for (let end = file.lastIndexOf('/'); end >= 0; end = file.lastIndexOf('/', end - 1)) {
    const folder = file.slice(0, end);
    const inside = tops.some((top) => {
      const trimmed = top.replace(/\/$/, '');
      return folder === trimmed || folder.startsWith(`${trimmed}/`);
    });
    if (!inside) return;
    yield folder;
    if (end === 0) return;
  }
}

/** A library and its version, as its package manager writes it. */
export function packageText({ ecosystem, name, version }: PackageNeed): string {
  switch (ecosystem) {
    case 'npm':
      return `${name}@${version}`;
    case 'pypi':
      return `${name}${version}`;
    case 'maven':
    case 'composer':
      return `${name}:${version}`;
    case 'gem':
      return `${name} ${version}`;
  }
}
