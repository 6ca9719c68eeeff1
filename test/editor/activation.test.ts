import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const EXTENSION = 'backend-tutor.backend-tutor';

describe('the extension', () => {
  it('is installed and activates', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, `${EXTENSION} is not installed`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
