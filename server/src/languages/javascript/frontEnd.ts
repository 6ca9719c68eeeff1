import type { FrontEnd } from '../frontEnd';
import { lowerJavascript } from './lower';

export const javascriptFrontEnd: FrontEnd = {
  language: 'javascript',
  extensions: {
    '.js': 'javascript',
    '.mjs': 'javascript',
    '.cjs': 'javascript',
    '.jsx': 'javascript',
  },
  lower: (tree) => lowerJavascript(tree, 'javascript'),
};

export const typescriptFrontEnd: FrontEnd = {
  language: 'typescript',
  extensions: { '.ts': 'typescript', '.mts': 'typescript', '.cts': 'typescript', '.tsx': 'tsx' },
  lower: (tree) => lowerJavascript(tree, 'typescript'),
};
