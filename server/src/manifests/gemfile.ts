import { insert, lineBreakOf, type Manifest, placeAmong } from './manifest';

/** https://bundler.io/man/gemfile.5.html */
export const gemfile: Manifest = {
  ecosystem: 'gem',
  names: ['Gemfile', 'gems.rb'],
  has: (text, name) =>
    [...text.matchAll(/^[ \t]*gem[ (]\s*["']([^"']+)["']/gm)].some((gem) => gem[1] === name),
  add(text, { name, version }) {
    const gems = [...text.matchAll(/^gem[ (]\s*(["'])([^"']+)["'][^\r\n]*/gm)];
    const mark = gems[0]?.[1] ?? (text.split('"').length > text.split("'").length ? '"' : "'");
    // Rails writes the line out and leaves it to the person.
    const asleep = [...text.matchAll(/^# ?(gem[ (]\s*["']([^"']+)["'][^\r\n]*)/gm)].find(
      (line) => line[2] === name,
    );
    if (asleep) {
      const { index } = asleep;
      return text.slice(0, index) + (asleep[1] ?? '') + text.slice(index + asleep[0].length);
    }
    const eol = lineBreakOf(text);
    const line = `gem ${mark}${name}${mark}, ${mark}${version}${mark}`;
    const place = placeAmong(
      gems.map((gem) => gem[2] ?? ''),
      name,
    );
    const next = gems[place];
    if (next) return insert(text, next.index, line + eol);
    const last = gems[gems.length - 1];
    if (last && !/[,\\]\s*$/.test(last[0])) {
      return insert(text, last.index + last[0].length, eol + line);
    }
    return `${text}${text === '' || text.endsWith('\n') ? '' : eol}${line}${eol}`;
  },
};
