/** Values as a learner reads them in a message. */

const LONG = 300;

/** A text in quotes that show its ends; long ones are cut. */
export function quoted(text: string): string {
  const cut = text.length > LONG ? `${text.slice(0, LONG)}…` : text;
  return cut.includes('\n') ? `\n${cut.replace(/^/gm, '  │ ')}` : `"${cut}"`;
}

/** A value as JSON, cut when it is long. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** The last lines of what a program printed. */
export function tail(text: string, lines = 8): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/** The line of an error output that says what happened; the last line when none looks like it. */
export function errorLine(stderr: string): string {
  return namedError(stderr) ?? linesOf(stderr).at(-1) ?? '';
}

/** The last line of an error output that names an error; without the time that logs begin with. */
export function namedError(stderr: string): string | undefined {
  return linesOf(stderr)
    .map((line) => line.replace(/^\[[^\]]*\d:\d[^\]]*\] /, ''))
    .findLast((line) =>
      /^(?:Uncaught |Exception in thread|PHP |Fatal |[\w.$]*(?:Error|Exception)\b)|: error:|\(\w*(?:Error|Exception)\)|Parse error/.test(
        line,
      ),
    );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
