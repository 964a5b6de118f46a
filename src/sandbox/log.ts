/** A request that a world has seen, as it is shown: keys are told by their name. */
export interface RequestRecord {
  requestId: string;
  /** By the clock of the world. */
  at: string;
  method: string;
  /** Below the base URL, with the query. */
  path: string;
  operation?: string;
  /** Name of the API key; `unknown` for one that the world does not have, absent when none was sent. */
  key?: string;
  idempotencyKey?: string;
  /** Absent when no response went out. */
  status?: number;
  code?: string;
  /** Whether a write took effect. */
  effect?: boolean;
  /** The response is that of an earlier request with the same `Idempotency-Key`. */
  replayed?: boolean;
  /** What went wrong because somebody asked for it. */
  fault?: string;
  note?: string;
}

/** What the report needs to know besides. Times are real ones, in ms, from any start. */
export interface LogEntry extends RequestRecord {
  arrived: number;
  ended?: number;
  /** When the client gave up. */
  abandoned?: number;
  /** Tells the same request again from another. */
  sent: string;
  /** What the fault did. */
  faultEffect?: string;
  /** What the contract says about repeating the request. */
  retry?: "never" | "after" | "backoff";
  /** Seconds. */
  retryAfter?: number;
  /** Went to the address that redirects of this sandbox lead to. */
  redirected?: boolean;
}

/** How many requests a world remembers. */
const CAPACITY = 10_000;

/** Adds an entry; the oldest one is forgotten when there are too many. */
export function addEntry(log: LogEntry[], entry: LogEntry): LogEntry {
  log.push(entry);
  if (log.length > CAPACITY) log.shift();
  return entry;
}

const SHOWN: readonly (keyof RequestRecord)[] = [
  ...(["requestId", "at", "method", "path", "operation", "key", "idempotencyKey"] as const),
  ...(["status", "code", "effect", "replayed", "fault", "note"] as const),
];

export function showEntry(entry: LogEntry): RequestRecord {
  const shown = SHOWN.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]] as const]));
  return Object.fromEntries(shown) as unknown as RequestRecord;
}
