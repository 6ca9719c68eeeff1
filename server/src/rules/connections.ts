import type { Span } from '../ir/types';

/** What the rules about configuration know of addresses and connection strings. */

/** An address with a scheme, as it stands in a value. */
export interface Address extends Span {
  readonly scheme: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly host: string;
  /** Behind the first `?` or `;`. */
  readonly options: string;
}

/** The first address in a value; spans count from the start of the value. JDBC's `jdbc:` is left out. */
export function addressIn(value: string): Address | undefined {
  const match =
    /\b([a-z][a-z\d+.-]{0,20}):\/\/(?:([^\s/:@]{0,200})(?::([^\s/@]{0,200}))?@)?([^\s/:?;,"'@]{1,300})[^\s?;"']*([?;][^\s"']*)?/i.exec(
      value,
    );
  if (!match) return undefined;
  const [whole, scheme = '', user, password, host = '', options = ''] = match;
  return {
    start: match.index,
    end: match.index + whole.length,
    scheme: scheme.toLowerCase(),
    user: user || undefined,
    password: password || undefined,
    host: host.toLowerCase(),
    options: options.slice(1),
  };
}

/**
 * Whether a host is reached over a network that others share: not this machine, not a service of the
 * same compose file or cluster, not an address for private use.
 */
export function isRemoteHost(host: string): boolean {
  if (/[$%{}<>*]/.test(host) || !host.includes('.')) return false;
  return !/^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0$)|(?:^|\.)(?:localhost|local|localdomain|internal|intern|lan|home|test|invalid|svc|docker)(?:$|\.cluster\.local$)|\.svc\./.test(
    host,
  );
}
