import { brand } from "./brand.ts";
import { type Catalog, entryOf } from "./catalog.ts";
import { fields } from "./fields.ts";
import { retryRule } from "./retry-rule.ts";
import type { AnyErrorCode, AnyErrorConstructor, CStarErrorInit } from "./types.ts";

const names = Object.keys(fields);

/** The error class for the codes of `catalog`; a class of its own per contract, recognised by a brand that all share. */
export function defineCStarError(catalog: Catalog): AnyErrorConstructor {
  class CStarError extends Error {
    // Written out, because a minifier renames the class.
    static override readonly name = "CStarError";

    constructor(code: AnyErrorCode, init: CStarErrorInit = {}) {
      const entry = entryOf(catalog, code);
      const rawMessage = init.rawMessage ?? entry?.title ?? code.replaceAll("_", " ");
      super(`[${code}] ${init.logMessage ?? rawMessage}`, init);
      const status = init.status ?? entry?.status;
      const given: Record<string, unknown> = {
        ...init,
        code,
        status,
        type: entry?.type ?? init.type ?? "client_error",
        docUrl: entry?.docUrl ?? init.docUrl,
        param: entry?.param === "never" ? undefined : init.param,
        retryable: init.retryable ?? retryRule(catalog, { ...init, code, status }) !== "never",
        attempts: init.attempts ?? [],
        // For errors made by hand: the client knows better and says so.
        outcome: init.outcome ?? (/^4\d\d$/.test(`${status}`) ? "rejected" : "unknown"),
      };
      for (const name of names) if (given[name] !== undefined) Reflect.set(this, name, given[name]);
      // For a form, and not for logs.
      Object.defineProperty(this, "rawMessage", { value: rawMessage });
    }

    toJSON(): object {
      // Through JSON and back: dates become texts, what is not listed stays out, and nobody can change the error.
      const listed = ["name", "message", ...names].map((name) => [name, Reflect.get(this, name)]);
      return JSON.parse(JSON.stringify(Object.fromEntries(listed)));
    }
  }
  Object.assign(CStarError.prototype, { name: CStarError.name, [brand]: true });
  return CStarError as unknown as AnyErrorConstructor;
}
