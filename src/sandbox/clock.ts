/** The time of a world. It stands still but for a millisecond per request, so that the same requests get the same bytes. */
export interface Clock {
  now(): Date;
  /** The next moment: no two are the same. */
  tick(): Date;
  /** @throws RangeError for anything but a positive number of seconds: time does not run backwards. */
  advance(seconds: number): void;
}

const START = Date.UTC(2026, 2, 30, 10, 30);

export function createClock(): Clock {
  let time = START;
  return {
    now: () => new Date(time),
    tick: () => new Date(++time),
    advance(seconds) {
      const next = time + seconds * 1000;
      if (!(seconds > 0) || Number.isNaN(new Date(next).getTime())) {
        throw new RangeError("A clock is advanced by a positive number of seconds, such as 3600.");
      }
      time = next;
    },
  };
}
