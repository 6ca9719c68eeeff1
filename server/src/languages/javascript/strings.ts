const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** The text that a string literal's source stands for (ECMA-262, SV and TV); wrong escapes stay as they are. */
export function cook(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g,
    (whole: string, point?: string, unit?: string, byte?: string, single?: string) => {
      if (point !== undefined) {
        const code = Number.parseInt(point, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      const code = unit ?? byte;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (single === '\n' || single === '\r\n' || single === '\u2028' || single === '\u2029')
        return '';
      return simple[single ?? ''] ?? single ?? whole;
    },
  );
}

/** The number that a literal stands for; a BigInt as the nearest number. */
export function numberOf(raw: string): number {
  const digits = raw.replace(/_/g, '').replace(/n$/, '');
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  return Number(digits);
}
