import path from 'node:path';
import { environmentPython, missingPackages } from './pythonPackages';
import type { Runtime } from './runtime';

export const django: Runtime = {
  tools: ['python'],
  missing: (practice, tools) => missingPackages('Django', practice, tools),
  async server(folder, _output, _tools, practice) {
    return {
      program: environmentPython(practice),
      // Without the process that watches the files: ending the server has to end all of it.
      args: [path.join(folder, 'manage.py'), 'runserver', '--noreload'],
    };
  },
};
