import { scenarios } from "./scenarios.ts";

/** Where a request goes: to the API of a world, or to the sandbox itself. */
export interface Address {
  world: string;
  scenarios: string[];
  kind: "api" | "admin" | "other";
  /** Below the base path of the API, or below `/_sandbox`. */
  path: string;
}

/** The world of addresses that name none. */
export const DEFAULT_WORLD = "default";

const WORLD = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * Reads `/~<world>[+<scenario>…]/api/v1/…` and `/~<world>/_sandbox/…`.
 * @throws RangeError in a sentence, for names that cannot be.
 */
export function readAddress(pathname: string, basePath: string): Address {
  const [, names, rest = pathname] = /^\/(?:~|%7[Ee])([^/]*)(\/.*|$)/.exec(pathname) ?? [];
  const [world = DEFAULT_WORLD, ...words] = names === undefined ? [] : decode(names).split("+");
  checkWorld(world);
  for (const word of words) checkScenario(word);
  const at = (prefix: string) => rest === prefix || rest.startsWith(`${prefix}/`);
  const kind = at(basePath) ? "api" : at("/_sandbox") ? "admin" : "other";
  const prefix = { api: basePath, admin: "/_sandbox", other: "" }[kind];
  return { world, scenarios: words, kind, path: rest.slice(prefix.length) };
}

/** @throws RangeError saying what the name of a world may be. */
export function checkWorld(name: string): void {
  if (WORLD.test(name)) return;
  throw new RangeError(
    `${JSON.stringify(name)} cannot be a world: its name has 1 to 64 letters, digits, dots, dashes and underscores.`,
  );
}

/** @throws RangeError naming the scenarios that there are. */
export function checkScenario(word: string): void {
  if (Object.hasOwn(scenarios, word)) return;
  throw new RangeError(
    `There is no scenario ${JSON.stringify(word)}; there are ${Object.keys(scenarios).join(", ")}.`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
