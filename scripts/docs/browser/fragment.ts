/** The id that a fragment names; a fragment that cannot be decoded is taken literally. */
export function idOf(fragment: string): string {
  const id = fragment.replace(/^#/, "");
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
