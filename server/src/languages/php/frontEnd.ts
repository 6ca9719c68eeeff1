import type { FrontEnd } from '../frontEnd';
import { lowerPhp } from './lower';

export const phpFrontEnd: FrontEnd = {
  language: 'php',
  extensions: { '.php': 'php', '.phtml': 'php', '.inc': 'php' },
  lower: lowerPhp,
};
