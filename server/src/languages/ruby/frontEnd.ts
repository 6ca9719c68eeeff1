import type { FrontEnd } from '../frontEnd';
import { lowerRuby } from './lower';

export const rubyFrontEnd: FrontEnd = {
  language: 'ruby',
  extensions: { '.rb': 'ruby', '.rake': 'ruby', '.ru': 'ruby', '.gemspec': 'ruby' },
  lower: lowerRuby,
};
