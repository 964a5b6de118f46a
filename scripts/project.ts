/** Where the parts of the project are, relative to its root, which every script runs in. */
export const project = {
  /** The hand-written document. */
  entry: "openapi/openapi.yaml",
  source: "openapi",
  /** What the linters of `npm run lint` and of editors are configured with. */
  lintConfiguration: ["redocly.yaml", ".spectral.yaml"],
  generated: "generated",
  compiled: "dist",
  /** Where it is compiled to, at the same depth: source maps have relative paths. */
  compiling: ".dist.tmp",
  site: "dist/docs",
} as const;
