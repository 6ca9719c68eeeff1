import { useState } from 'react';

export function Form() {
  const [nonce] = useState(() => 1);
  const token = Math.random().toString(36).slice(2); // finds weak-random (warning)
  const pin = Math.floor(Math.random() * 10000); // finds weak-random (warning)
  return <input name={token} defaultValue={pin + nonce} />;
}
