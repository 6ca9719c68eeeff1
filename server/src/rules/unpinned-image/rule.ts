import { at, type ConfigFile, type ConfigNode } from '../../config/file';
import { jobs, services, steps } from '../../config/settings';
import { imageName, stages } from '../images';
import type { Observation, Rule } from '../rule';

const imageMessage =
  'This image has no fixed version, so the next build may get another program without any change of yours. Name a version, such as `node:22.11`, or better its digest.';
const actionMessage =
  'The owner of this action can move a tag or branch to other code, which then runs with the rights of your workflow. Name the full commit: `@` and its 40 digits, with the version in a comment.';

/** CWE-1357: a part from others that can change by itself. */
export const rule: Rule = {
  id: 'unpinned-image',
  title: 'Image or action without a fixed version',
  cwe: [1357, 829],
  owasp: 'A03:2025 Software Supply Chain Failures',
  severity: 'hint',
  languages: ['dockerfile', 'compose', 'workflow'],
  siteKinds: [],
  config(file) {
    const isTrial = file.purpose === 'test' || file.purpose === 'example';
    if (file.language === 'dockerfile') return isTrial ? [] : checkStages(file);
    if (file.language === 'compose') return isTrial ? [] : services(file).flatMap(checkService);
    return jobs(file).flatMap((job) => [
      ...checkImage(at(job, 'container', 'image') ?? at(job, 'container')),
      ...[...steps(job), job].flatMap((step) => checkAction(at(step, 'uses'))),
    ]);
  },
};

function checkStages(file: ConfigFile): readonly Observation[] {
  const all = stages(file);
  return all.flatMap(({ image }, i) => {
    const isStage = all.slice(0, i).some(({ alias }) => sameName(alias, image.value));
    return isStage || image.value === 'scratch' ? [] : checkImage(image);
  });
}

function sameName(alias: string | undefined, name: string): boolean {
  return alias !== undefined && alias.toLowerCase() === name.toLowerCase();
}

function checkService(service: ConfigNode): readonly Observation[] {
  // With `build` the name is what the image will be called.
  return at(service, 'build') ? [] : checkImage(at(service, 'image'));
}

function checkImage(node: ConfigNode | undefined): readonly Observation[] {
  const image = imageName(node?.value ?? '');
  if (!node || !image || image.digest !== undefined) return [];
  if (image.tag !== undefined && image.tag !== 'latest') return [];
  return [{ at: node, severity: 'hint', message: imageMessage }];
}

/** Actions of the platform itself are taken on trust, as the runner is. */
function checkAction(node: ConfigNode | undefined): readonly Observation[] {
  const used = node?.value ?? '';
  if (!node || /^(?:\.|(?:actions|github)\/)/.test(used) || used.includes('${{')) return [];
  if (used.startsWith('docker://')) {
    const image = imageName(used.slice('docker://'.length));
    return image && image.digest === undefined && (image.tag ?? 'latest') === 'latest'
      ? [{ at: node, severity: 'hint', message: imageMessage }]
      : [];
  }
  if (!used.includes('@') || /@[0-9a-f]{40,64}$/.test(used)) return [];
  return [{ at: node, severity: 'hint', message: actionMessage }];
}
