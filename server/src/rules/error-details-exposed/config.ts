import type { ConfigFile } from '../../config/file';
import { springSettings } from '../../config/settings';
import type { Span } from '../../ir/types';
import type { FixDraft, Observation } from '../rule';

const message =
  'With this every error page shows the visitor where in the code it happened, and with what. That helps an attacker more than a visitor. Set it to `never`, and write the details into the log.';

/** Spring’s error page with the stack trace. */
export function config(file: ConfigFile): readonly Observation[] {
  return springSettings(file).flatMap(({ canonical, value, at, purpose }): Observation[] => {
    const isTrace = /^(?:spring\.web|server)\.error\.includestacktrace$/.test(canonical);
    const isPublic = purpose === 'general' || purpose === 'production';
    return isTrace && isPublic && /^always$/i.test(value)
      ? [{ at, severity: 'warning', message, fixes: () => hideTrace(at, file) }]
      : [];
  });
}

function hideTrace({ start, end }: Span, { text }: ConfigFile): readonly FixDraft[] {
  const at = text.slice(start, end).search(/always\W*$/i);
  if (at < 0) return [];
  const edits = [{ start: start + at, end: start + at + 'always'.length, newText: 'never' }];
  return [{ title: 'Show it to nobody (never)', edits, safe: true }];
}
