import type { FrontEnd } from '../frontEnd';
import { lowerJava } from './lower';

export const javaFrontEnd: FrontEnd = {
  language: 'java',
  extensions: { '.java': 'java' },
  lower: lowerJava,
};
