/** Who reports: shown where a format has a place for it. */
export interface Tool {
  name: string;
  version: string;
  url: string;
}
