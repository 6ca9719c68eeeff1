import type { FrontEnd } from '../frontEnd';
import { lowerPython } from './lower';

export const pythonFrontEnd: FrontEnd = {
  language: 'python',
  extensions: { '.py': 'python', '.pyi': 'python', '.pyw': 'python' },
  lower: lowerPython,
};
