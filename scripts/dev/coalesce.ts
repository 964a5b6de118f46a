/**
 * Runs `work` for every trigger, and never twice at the same time: triggers that come while it runs lead to one more run.
 * @returns the trigger, and a promise getter that resolves once nothing runs.
 */
export function coalesce(work: () => Promise<void>): { trigger(): void; idle(): Promise<void> } {
  let pending = false;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (pending) {
      pending = false;
      await work();
    }
    running = undefined;
  };
  return {
    trigger() {
      pending = true;
      running ??= run();
    },
    idle: async () => running,
  };
}
