import { nodesAt } from '../edits';
import { importModule } from '../repairs/imports';
import { packageNeed } from '../repairs/packages';
import { insertAfter, ownLine } from '../repairs/statements';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Express: Helmet, behind the line that makes the application. Its policy may stop scripts of a page. */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const { language } = context.module;
  if (language !== 'javascript' && language !== 'typescript') return [];
  if (site.spec?.data?.part !== 'app') return [];
  const assign = nodesAt(context.module, site.node).findLast(({ kind }) => kind === 'assign');
  const statement = ownLine(site.node, context);
  if (assign?.kind !== 'assign' || assign.target.kind !== 'name' || !statement) return [];
  const helmet = importModule(context, 'helmet', 'helmet');
  const end = context.text[statement.end] === ';' ? ';' : '';
  const line = `${assign.target.name}.use(${helmet.name}())${end}`;
  const edit = insertAfter(statement, [line], context);
  return edit
    ? [
        {
          title: 'Set security headers (helmet)',
          edits: [edit, ...helmet.edits],
          safe: false,
          packages: [packageNeed('npm', 'helmet')],
        },
      ]
    : [];
}
