/** Where the parts of the project are, relative to its root, which every script runs in. */
export const project = {
  /** The hand-written document. */
  entry: "openapi/openapi.yaml",
  source: "openapi",
  generated: "generated",
  compiled: "dist",
  site: "dist/docs",
} as const;
