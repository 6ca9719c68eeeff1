import { quoted, shown } from '../show';
import { sorted } from '../sorted';
import type { Answer } from './exchange';
import { CheckFailure, type Expect } from './specification';

/** What checks compare, and how they say what they saw. */
export const expect: Expect = {
  status(answer, status) {
    const wanted = typeof status === 'number' ? [status] : status;
    if (wanted.includes(answer.status)) return;
    const body = answer.text.trim() === '' ? '' : ` with ${quoted(firstLines(answer.text))}`;
    throw new CheckFailure(
      `status ${wanted.join(' or ')} for ${answer.asked}`,
      `status ${answer.status}${body}`,
    );
  },

  header(answer, name, value) {
    const seen = answer.headers[name.toLowerCase()];
    const isRight =
      seen !== undefined &&
      (value === undefined || (typeof value === 'string' ? seen === value : value.test(seen)));
    if (isRight) return;
    const wanted =
      value === undefined
        ? ''
        : typeof value === 'string'
          ? `: ${value}`
          : ` that matches ${value.source}`;
    throw new CheckFailure(
      `the header ${name}${wanted} in the answer to ${answer.asked}`,
      seen === undefined ? 'no such header' : `${name}: ${seen}`,
    );
  },

  noHeader(answer, name, value) {
    const seen = answer.headers[name.toLowerCase()];
    if (seen === undefined || (value !== undefined && !value.test(seen))) return;
    throw new CheckFailure(
      value === undefined
        ? `no header ${name} in the answer to ${answer.asked}`
        : `no header ${name} that matches ${value.source} in the answer to ${answer.asked}`,
      `${name}: ${seen}`,
    );
  },

  json(answer, value, words) {
    if (answer.json === undefined) {
      throw new CheckFailure(
        `JSON in the answer to ${answer.asked}`,
        answer.text === '' ? 'an empty body' : quoted(firstLines(answer.text)),
      );
    }
    if (typeof value === 'function') {
      if (holds(value as (body: unknown) => boolean, answer.json)) return;
      throw new CheckFailure(`${words ?? 'another body'} from ${answer.asked}`, shown(answer.json));
    }
    if (JSON.stringify(sorted(answer.json)) === JSON.stringify(sorted(value))) return;
    throw new CheckFailure(`${words ?? shown(value)} from ${answer.asked}`, shown(answer.json));
  },

  text(answer, part, words) {
    if (contains(answer, part)) return;
    throw new CheckFailure(
      `${words ?? described(part)} in the answer to ${answer.asked}`,
      answer.text === '' ? 'an empty body' : quoted(answer.text),
    );
  },

  noText(answer, part, words) {
    if (!contains(answer, part)) return;
    throw new CheckFailure(
      words ?? `no ${described(part)} in the answer to ${answer.asked}`,
      around(answer.text, part),
    );
  },

  that(condition, expected, seen) {
    if (!condition) throw new CheckFailure(expected, seen);
  },
};

/** A condition on a body of any shape: what it does not find is not there. */
function holds(condition: (body: unknown) => boolean, body: unknown): boolean {
  try {
    return condition(body);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function contains({ text }: Answer, part: string | RegExp): boolean {
  return typeof part === 'string' ? text.includes(part) : part.test(text);
}

function described(part: string | RegExp): string {
  return typeof part === 'string' ? quoted(part) : `text that matches ${part.source}`;
}

function around(text: string, part: string | RegExp): string {
  const at = typeof part === 'string' ? text.indexOf(part) : text.search(part);
  return quoted(text.slice(Math.max(0, at - 60), at + 120));
}

function firstLines(text: string): string {
  return text.trim().split('\n').slice(0, 4).join('\n');
}
