/** What a reader of a report may want to know of a rule. */
export interface RuleInfo {
  /** What holds when there is nothing to report: one sentence. */
  description: string;
  /** Who has the rule, such as `Redocly`; absent for our own. */
  owner?: string;
  /** A page about it. */
  url?: string;
}

/** Tells about a rule; undefined for one that it does not know. */
export type DescribeRule = (rule: string) => RuleInfo | undefined;
