import path from 'node:path';
import { environmentPython, missingPackages } from './pythonPackages';
import type { Runtime } from './runtime';

export const flask: Runtime = {
  tools: ['python'],
  missing: (practice, tools) => missingPackages('Flask', practice, tools),
  async server(folder, _output, _tools, practice) {
    return { program: environmentPython(practice), args: [path.join(folder, 'app.py')] };
  },
};
