import { expect, test } from "vitest";
import { conformanceFacts } from "../../generated/conformance.ts";
import { sandboxFacts } from "../../generated/sandbox.ts";
import { createSandboxOn } from "../../src/sandbox/index.ts";
import { routeOf } from "../../src/sandbox/routes.ts";

// The contract may get an operation before the sandbox knows what it does.
const [first] = sandboxFacts.operations;
if (first === undefined) throw new Error("The contract has no operations.");
const merging = { ...first, id: "mergeTickets", method: "POST", path: `${first.path}/{id}/merge` };
const facts = { ...sandboxFacts, operations: [...sandboxFacts.operations, merging] };
const sandbox = createSandboxOn({
  facts,
  conformance: conformanceFacts,
  kit: { withErrors: ((_: unknown, handle: unknown) => handle) as never },
});
const { baseUrl, teamId } = sandbox.world();
const address = (path: string): string => baseUrl + path.replace("{teamId}", teamId);

test("an operation that nothing behaves like gets a 501 that names it, outside of the contract", async () => {
  const response = await sandbox.fetch(address(merging.path), { method: "POST" });
  expect(response.status).toBe(501);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(await response.text()).toBe("The sandbox has nothing that behaves like mergeTickets.\n");
});

test("its path refuses other methods by its name, and all other operations are as before", async () => {
  const response = await sandbox.fetch(address(merging.path), { method: "DELETE" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("POST");
  expect((await sandbox.fetch(address("/no/such/path"))).status).toBe(404);
  expect((await sandbox.fetch(address(first.path), { method: "PUT" })).headers.get("allow")).toContain("GET");
});

test.each([
  ["GET", "/tickets", { action: "list", isWrite: false, permission: "tickets:read" }],
  ["POST", "/tickets", { action: "create", isWrite: true, permission: "tickets:write" }],
  [
    "PATCH",
    "/tickets/{ticketId}",
    { action: "update", isWrite: true, permission: "tickets:write", id: "ticketId" },
  ],
  ["DELETE", "/articles/{id}", { action: "delete", isWrite: true, permission: "articles:write", id: "id" }],
  [
    "GET",
    "/tickets/{ticketId}/messages",
    { action: "list", isWrite: false, permission: "tickets:read", parent: "ticketId" },
  ],
  ["GET", "/tickets/messages", { action: "list", isWrite: false, permission: "tickets:read" }],
  ["GET", "/unicorns/{id}/messages", { action: "list", isWrite: false, permission: "unicorns:read" }],
] as const)("%s %s acts as its path says", (method, path, want) => {
  const route = routeOf({ ...first, method, path: `/teams/{teamId}${path}` });
  const { operation: _, resource, parent, ...rest } = route ?? ({} as never);
  expect({ ...rest, ...(parent && { parent: parent.id }) }).toEqual({ ...want, team: "teamId" });
  expect(resource.kind).toBeTypeOf("string");
});

test.each([
  ["GET", "/tickets"],
  ["GET", "/teams/tickets"],
  ["GET", "/teams/{teamId}"],
  ["GET", "/teams/{teamId}/unicorns"],
  ["PUT", "/teams/{teamId}/tickets"],
  ["POST", "/teams/{teamId}/tickets/{ticketId}"],
])("nothing of the sandbox acts as %s %s says", (method, path) => {
  expect(routeOf({ ...first, method, path })).toBeUndefined();
});
