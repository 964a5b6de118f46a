import type { Caller } from "./caller.ts";
import { iterate, type Page } from "./iterate.ts";
import type { Route } from "./route.ts";

type Space = Record<string, unknown>;

/**
 * The methods of a client. They hand on what they are given.
 * @param routes by the name of their method, such as `things.parts.list`.
 */
export function bindMethods<Client>(call: Caller, routes: Readonly<Record<string, Route>>): Client {
  const client: Space = {};
  for (const [name, route] of Object.entries(routes)) {
    const spaces = name.split(".");
    const last = spaces.pop() as string;
    let space = client;
    for (const inner of spaces) {
      space[inner] ??= {};
      space = space[inner] as Space;
    }
    space[last] = (...given: unknown[]) => call(route, given);
    const { pages } = route;
    if (pages === undefined) continue;
    space.iterate = (...given: unknown[]) =>
      iterate((query) => {
        given[pages] = query;
        return call(route, given) as Promise<Page<unknown>>;
      }, given[pages] as object);
  }
  return client as Client;
}
