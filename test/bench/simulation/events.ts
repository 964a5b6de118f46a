/** Things that will happen, handed out in the order of their time; those of one time in the order of their coming. */
export interface Events<T> {
  add(time: number, what: T): void;
  next(): { time: number; what: T } | undefined;
}

interface Entry<T> {
  time: number;
  order: number;
  what: T;
}

/** A binary heap: a run has hundreds of thousands of events. */
export function createEvents<T>(): Events<T> {
  const heap: Entry<T>[] = [];
  let count = 0;
  const before = (a: Entry<T>, b: Entry<T>) => a.time < b.time || (a.time === b.time && a.order < b.order);
  const entry = (index: number) => heap[index] as Entry<T>;

  function rise(index: number): void {
    const moved = entry(index);
    for (let at = index; ; ) {
      const parent = (at - 1) >> 1;
      if (at === 0 || !before(moved, entry(parent))) {
        heap[at] = moved;
        return;
      }
      heap[at] = entry(parent);
      at = parent;
    }
  }

  function sink(moved: Entry<T>): void {
    for (let at = 0; ; ) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && before(entry(child + 1), entry(child))) child++;
      if (child >= heap.length || !before(entry(child), moved)) {
        heap[at] = moved;
        return;
      }
      heap[at] = entry(child);
      at = child;
    }
  }

  return {
    add(time, what) {
      heap.push({ time, order: count++, what });
      rise(heap.length - 1);
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (last && heap.length > 0) sink(last);
      return first;
    },
  };
}
