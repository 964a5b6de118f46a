/** `fields` without those that are undefined: what an error does not know, it does not have. */
export function defined<T extends object>(fields: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  const known: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined) known[name] = fields[name];
  return known as never;
}
