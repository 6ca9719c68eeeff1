import type { ConfigFile, ConfigNode } from '../../config/file';
import { indentationAt, lineBreak } from '../edits';
import { imageName, type Stage } from '../images';
import { removeLines } from '../repairs/configEdits';
import type { FixDraft } from '../rule';

/** Official images that are built on Debian or its like, where `useradd` is there. */
const likeDebian =
  /^(?:debian|ubuntu|python|ruby|golang|openjdk|eclipse-temurin|amazoncorretto|maven|gradle|php|perl|elixir|composer|rust|buildpack-deps)$/;

/**
 * A user without rights, in front of what starts the program. The program may need rights to folders
 * or low ports, so a person has to look at it.
 */
export function addUser(file: ConfigFile, stage: Stage, base: Stage): readonly FixDraft[] {
  const user = userFor(base);
  const start = stage.node.children.findLast(({ key }) => key === 'CMD' || key === 'ENTRYPOINT');
  const first = stage.node.children.find(({ key }) => key === 'ENTRYPOINT') ?? start;
  if (!user || !first) return [];
  const at = file.text.lastIndexOf('\n', Math.min(first.keyAt.start, first.start) - 1) + 1;
  const indent = indentationAt(file.text, Math.min(first.keyAt.start, first.start));
  const br = lineBreak(file.text);
  const newText = user.lines.map((line) => `${indent}${line}${br}`).join('');
  return [
    {
      title: `Run as the user ${user.name}`,
      edits: [{ start: at, end: at, newText }],
      safe: false,
    },
  ];
}

/** `USER root` becomes a user without rights. */
export function otherUser(
  file: ConfigFile,
  instruction: ConfigNode,
  base: Stage,
): readonly FixDraft[] {
  const user = userFor(base);
  if (!user) return [];
  const line = removeLines(file.text, instruction);
  const indent = indentationAt(file.text, Math.min(instruction.keyAt.start, instruction.start));
  const br = lineBreak(file.text);
  const newText = user.lines.map((each) => `${indent}${each}${br}`).join('');
  return [{ title: `Run as the user ${user.name}`, edits: [{ ...line, newText }], safe: false }];
}

/** https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md#non-root-user */
function userFor({ image }: Stage): { name: string; lines: readonly string[] } | undefined {
  const { name, tag = '' } = imageName(image.value) ?? { name: '' };
  if (name === 'node') return { name: 'node', lines: ['USER node'] };
  if (name === 'alpine' || /alpine/.test(tag)) {
    return { name: 'app', lines: ['RUN adduser -S -D -H app', 'USER app'] };
  }
  return likeDebian.test(name)
    ? { name: 'app', lines: ['RUN useradd --system --create-home app', 'USER app'] }
    : undefined;
}

/** An entry of a list goes; with the last one, the list. */
export function removeEntry(
  { text }: ConfigFile,
  title: string,
  list: ConfigNode | undefined,
  entry: ConfigNode,
): readonly FixDraft[] {
  if (!list || text.slice(list.start, list.end).startsWith('[')) return [];
  const isOnly = list.children.length === 1;
  const span = isOnly ? { start: list.keyAt.start, end: list.end } : entry;
  return [{ title, edits: [removeLines(text, span)], safe: false }];
}
