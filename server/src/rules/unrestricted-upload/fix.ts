import { role } from '../../engine/sites';
import type { TextEdit } from '../../report/finding';
import { importClass, importModule, importWhole } from '../repairs/imports';
import { placesOf } from '../repairs/places';
import { guard, mergedInsertions, notIn } from '../repairs/refuse';
import type { Detection, FixDraft, RuleContext } from '../rule';

const endings = ['jpg', 'png', 'pdf'] as const;
const withDot = endings.map((ending) => `.${ending}`);

/** Repairs of uploads of any type: only endings of a list, which the person fills in. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const arg = role(site, 'name') ?? role(site, 'path');
  if (!arg || site.spec?.data?.part === 'config') return [];
  const places = placesOf(arg.node, arg.value, ({ source }) => source.kind === 'remote', context);
  const needed: TextEdit[] = [];
  const fails = (name: string): string => {
    switch (context.module.language) {
      case 'python':
        needed.push(...importWhole(context, 'os').edits);
        return notIn(`os.path.splitext(${name})[1].lower()`, withDot, context);
      case 'ruby':
        return notIn(`File.extname(${name}).downcase`, withDot, context);
      case 'php':
        return notIn(`strtolower(pathinfo(${name}, PATHINFO_EXTENSION))`, endings, context);
      case 'java': {
        const stream = importClass(context, 'java.util.stream.Stream');
        needed.push(...stream.edits);
        const list = withDot.map((ending) => `"${ending}"`).join(', ');
        return `${stream.name}.of(${list}).noneMatch(${name}.toLowerCase()::endsWith)`;
      }
      default: {
        const path = importModule(context, 'path', 'path');
        needed.push(...path.edits);
        return notIn(`${path.name}.extname(${name}).toLowerCase()`, withDot, context);
      }
    }
  };
  const edits = guard(places, fails, 'This type of file is not allowed', context);
  if (!edits) return [];
  return [
    {
      title: `Allow only certain types (${endings.join(', ')})`,
      edits: mergedInsertions([...edits, ...needed]),
      safe: false,
    },
  ];
}
