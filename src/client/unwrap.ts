type Unwrappable<T> = { ok: true; data: T } | { ok: false; error: Error };

/**
 * The data of a result; of a promise of one, a promise of the data.
 * @throws the result's error, if the call failed.
 */
export function unwrap<T>(result: Promise<Unwrappable<T>>): Promise<T>;
export function unwrap<T>(result: Unwrappable<T>): T;
export function unwrap<T>(result: Unwrappable<T> | Promise<Unwrappable<T>>): T | Promise<T> {
  if (result instanceof Promise) return result.then((settled) => unwrap(settled));
  if (result.ok) return result.data;
  throw result.error;
}
