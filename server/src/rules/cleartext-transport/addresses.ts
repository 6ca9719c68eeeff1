const inside =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@|(?![^/@]*@))(?:localhost|127\.|0\.0\.0\.0|\[?::1|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|[a-z0-9_-]+(?::(?!\/\/)|\/|$)|[^/:]*\.(?:local|internal|localhost|test|example|invalid|lan|svc)(?:[:/]|$))/i;

/** An address of this machine or of an inner network. */
export function staysInside(address: string): boolean {
  return inside.test(address);
}
