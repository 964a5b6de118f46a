import type { OperationRequest } from "./facts.ts";
import { describeFault, type Fault } from "./fault.ts";

/** The faults that a world still has to come. */
export interface FaultQueue {
  add(fault: Fault): void;
  /** The fault that hits this request, if one does; it is used up by that, whatever else runs at the same time. */
  take(operation: OperationRequest, replay: boolean): Fault | undefined;
  /** Those that are still to come, or come always. */
  pending(): Fault[];
  /** Those that never hit anything. */
  unfired(): string[];
  clear(): void;
}

interface Waiting {
  fault: Fault;
  /** Requests that it still lets through. */
  passes: number;
  left: number;
  fired: boolean;
}

export function createFaultQueue(): FaultQueue {
  let all: Waiting[] = [];
  const live = () => all.filter(({ left }) => left > 0);
  return {
    add(fault) {
      const { after = 0, times = 1 } = fault;
      all.push({
        fault,
        passes: after,
        left: times === "always" ? Number.POSITIVE_INFINITY : times,
        fired: false,
      });
    },
    take(operation, replay) {
      for (const waiting of live()) {
        if (!hits(waiting.fault, operation, replay)) continue;
        if (waiting.passes > 0) {
          waiting.passes--;
          continue;
        }
        waiting.left--;
        waiting.fired = true;
        return waiting.fault;
      }
      return undefined;
    },
    pending: () => live().map(({ fault }) => fault),
    unfired: () => all.filter(({ fired }) => !fired).map(({ fault }) => describeFault(fault)),
    clear() {
      all = [];
    },
  };
}

function hits(fault: Fault, { id, method, codes }: OperationRequest, replay: boolean): boolean {
  if (replay && !fault.replays) return false;
  if ((fault.operation ?? id) !== id || (fault.method ?? method) !== method) return false;
  return fault.code === undefined || codes.includes(fault.code);
}
