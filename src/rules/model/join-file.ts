/** `name` as seen from the file or URL `base`; by hand, because a ruleset has to run where there is no `node:path`. */
export function joinFile(base: string, name: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) return name;
  const origin = /^[a-z][a-z0-9+.-]+:\/\/[^/]*/i.exec(base)?.[0] ?? "";
  const folder = name.startsWith("/") ? [] : base.slice(origin.length).split("/").slice(0, -1);
  const parts: string[] = [];
  for (const part of [...folder, ...decode(name).split("/")]) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const absolute = origin !== "" || name.startsWith("/") || base.startsWith("/");
  return `${origin}${absolute ? "/" : ""}${parts.join("/")}`;
}

function decode(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return name; // a lone percent sign belongs to the name
  }
}
