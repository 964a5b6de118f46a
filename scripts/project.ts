/** Where the parts of the project are, relative to its root, which every script runs in. */
export const project = {
  /** The hand-written document. */
  entry: "openapi/openapi.yaml",
  source: "openapi",
  /** What the linters of `npm run lint` and of editors are configured with. */
  lintConfiguration: ["redocly.yaml", ".spectral.yaml"],
  generated: "generated",
  compiled: "dist",
  site: "dist/docs",
} as const;
