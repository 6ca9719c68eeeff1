import { expect, it } from 'vitest';
import { addressPath, nativePath } from './folderFiles';

it('paths of addresses and of the system become each other', () => {
  expect(nativePath('/c:/Users/me/a b.js', '\\')).toBe('c:\\Users\\me\\a b.js');
  expect(addressPath('C:\\Users\\me\\a b.js', '\\')).toBe('/c:/Users/me/a b.js');
  expect(nativePath('/home/me\\x.js', '/')).toBe('/home/me\\x.js');
  expect(addressPath('/home/me\\x.js', '/')).toBe('/home/me\\x.js');
});
