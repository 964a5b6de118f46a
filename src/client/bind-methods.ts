import type { Caller } from "./caller.ts";
import { iterate, type Page } from "./iterate.ts";
import type { RequestOptions } from "./options.ts";
import { parametersOf, type Route } from "./route.ts";

type Space = Record<string, unknown>;

/**
 * The methods of a client. They take the ids of their path, the body, the query, and options, each where there is one.
 * @param routes by the name of their method, such as `things.parts.list`.
 * @param own the parameters of paths that are the client's own.
 */
export function bindMethods<Client>(
  call: Caller,
  routes: Readonly<Record<string, Route>>,
  own: Readonly<Record<string, string>>,
): Client {
  const client: Space = {};
  for (const [name, route] of Object.entries(routes)) {
    const spaces = name.split(".");
    const last = spaces.pop() as string;
    let space = client;
    for (const inner of spaces) {
      space[inner] ??= {};
      space = space[inner] as Space;
    }
    const ids = parametersOf(route.path).filter((id) => !(id in own));
    const method = (...given: unknown[]) => {
      const path = { ...own, ...Object.fromEntries(ids.map((id, at) => [id, given[at]])) };
      const rest = given.slice(ids.length);
      const body = route.body && rest.shift();
      const query = route.query && rest.shift();
      return call(route, { path, body, query }, rest[0] as RequestOptions);
    };
    space[last] = method;
    if (!route.pages) continue;
    space.iterate = (...given: unknown[]) => {
      const ahead = given.slice(0, ids.length);
      const [query, ...options] = given.slice(ids.length);
      return iterate((page) => method(...ahead, page, ...options) as Promise<Page<unknown>>, query as object);
    };
  }
  return client as Client;
}
