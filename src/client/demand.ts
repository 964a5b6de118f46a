/** @throws TypeError saying what `name` must be; it never quotes what the caller gave, which may be a secret. */
export function demand(right: unknown, name: string, must: string): asserts right {
  if (!right) throw new TypeError(`${name} must be ${must}`);
}

/**
 * URLs swallow `.` and `..`: such an id, or an empty one, would be a request to another resource.
 * @throws TypeError
 */
export function demandId(name: string, id: unknown): asserts id is string {
  demand(typeof id === "string" && !/^\.{0,2}$/.test(id), name, 'a text other than "", "." and ".."');
}
