import { useState } from 'react';

export function Form() {
  const [nonce] = useState(() => 1);
  const token = crypto.randomUUID(); // finds weak-random (warning)
  const pin = Math.floor((crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32) * 10000); // finds weak-random (warning)
  return <input name={token} defaultValue={pin + nonce} />;
}
