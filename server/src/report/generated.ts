/** So far down a file says that a program made it. */
const headLength = 2000;

/** https://go.dev/s/generatedcode, and the marks of other generators; only in a comment. */
const mark =
  /^[ \t]*(?:\/\/|#|\/?\*|<!--|--|;)[^\n]*(?:@generated\b|\bdo not (?:edit|modify)\b|\bauto-?generated (?:by|file)\b)/im;

/** Whether a text says that a program makes it: a change would be lost when it is made again. */
export function isGenerated(text: string): boolean {
  return mark.test(text.slice(0, headLength));
}
