interface Compiler {
  /** In the background. */
  compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
  readonly Module: new (bytes: Uint8Array) => WebAssembly.Module;
}

/** Node has it; its types, without the browser's, do not name the values. */
export const { compile, Module } = (globalThis as unknown as { WebAssembly: Compiler }).WebAssembly;
