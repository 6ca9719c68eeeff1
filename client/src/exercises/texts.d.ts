/** Bundled as text: see `loader` in esbuild.mjs. */
declare module '*.txt' {
  const text: string;
  export default text;
}
