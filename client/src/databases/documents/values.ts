/** What a document holds: JSON's values, and dates, ids and regular expressions. */
export type Document = Record<string, unknown>;

/** Documents by their collection. */
export type Collections = Map<string, unknown[]>;

const HEX_ID = /^[0-9a-f]{24}$/i;

let counter = Math.floor(Math.random() * 0xffffff);

/** An id as MongoDB makes it: seconds, then what is different each time. */
export class ObjectId {
  readonly #hex: string;

  /** @throws {Error} when the text is not 24 hexadecimal digits */
  constructor(hex?: string) {
    if (hex !== undefined && !HEX_ID.test(hex)) {
      throw new Error('An ObjectId has 24 hexadecimal digits (0 to 9, a to f).');
    }
    this.#hex = hex?.toLowerCase() ?? newHex();
  }

  toString(): string {
    return this.#hex;
  }

  getTimestamp(): Date {
    return new Date(Number.parseInt(this.#hex.slice(0, 8), 16) * 1000);
  }

  toJSON(): unknown {
    return { $oid: this.#hex };
  }
}

function newHex(): string {
  counter = (counter + 1) % 0x1000000;
  const seconds = Math.floor(Date.now() / 1000)
    .toString(16)
    .padStart(8, '0');
  const random = Math.floor(Math.random() * 0x10000000000)
    .toString(16)
    .padStart(10, '0');
  return seconds + random + counter.toString(16).padStart(6, '0');
}

export function isPlain(value: unknown): value is Document {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** Of JSON, where ids and dates may be written as `{"$oid": "…"}` and `{"$date": "…"}`. */
export function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson);
  if (!isPlain(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1) {
    const [key, inner] = Object.entries(value)[0]!;
    if (key === '$oid' && typeof inner === 'string') return new ObjectId(inner);
    if (key === '$date' && (typeof inner === 'string' || typeof inner === 'number')) {
      return new Date(inner);
    }
    if (key === '$regularExpression' && isPlain(inner)) {
      return new RegExp(String(inner.pattern), String(inner.options ?? ''));
    }
  }
  return Object.fromEntries(keys.map((key) => [key, fromJson(value[key])]));
}

/** The reverse: a value that JSON.stringify writes without loss. */
export function toJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Date) return { $date: Number.isNaN(+value) ? null : value.toISOString() };
  if (value instanceof ObjectId) return value.toJSON();
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } };
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]));
}

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;

/** A value as the shell writes it, in one line. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(showValue).join(', ')}]`;
  if (value instanceof Date) {
    return Number.isNaN(+value) ? 'Invalid Date' : `ISODate("${value.toISOString()}")`;
  }
  if (value instanceof ObjectId) return `ObjectId("${value}")`;
  if (!isPlain(value)) return String(value);
  const parts = Object.entries(value).map(
    ([key, inner]) => `${PLAIN_KEY.test(key) ? key : JSON.stringify(key)}: ${showValue(inner)}`,
  );
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** A copy that shares nothing that can be changed. */
export function copy<T>(value: T): T;
export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Date) return new Date(value);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}
