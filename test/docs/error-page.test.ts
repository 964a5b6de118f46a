import { describe, expect, it } from "vitest";
import { errorPage } from "../../scripts/docs/errors/index.ts";
import { CLIENT_CODES } from "../../src/explain/client-codes.ts";
import { brokenAnchors, elementOf, emptyParts, linksOf, partOf, rowsOf, seen } from "./html.ts";
import { manyPetErrors, petsContract, petsSite, petsSiteWithSupport } from "./pets.ts";

const site = petsSiteWithSupport();
const page = errorPage(site, "docs/errors");
describe("the error reference", () => {
  it("says what it is about, and how much there is", () => {
    expect(seen(elementOf(page, "div", "hero"))).toMatch(/^Pets & more · version 2\.1\.0 Errors Every error/);
    expect(seen(elementOf(page, "div", "hero"))).toContain("There are 4 codes in 2 types. Branch on code,");
    expect(elementOf(page, "title")).toBe("<title>Errors · Pets &amp; more");
  });

  it.each<[where: string, change: Parameters<typeof petsSite>[0]]>([
    ["as it is", {}],
    ["without keys", { keys: [] }],
    ["with too many codes for one page", { errors: manyPetErrors() }],
  ])("has a place for each link of its own, each id once and nothing empty, %s", (_, change) => {
    const html = errorPage(petsSite(change), "docs/errors");
    expect(brokenAnchors(html)).toEqual([]);
    expect(emptyParts(html.replace(/<table class="matrix">.*?<\/table>/s, ""))).toEqual([]);
  });

  it("has contents that lead to every section and code, in their order", () => {
    const contents = linksOf(elementOf(page, "nav", "contents"));
    const headings = [...page.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => id);
    const codes = CLIENT_CODES.map(({ code }) => `client-${code}`);
    expect(contents.map(([, href]) => href.slice(1))).toEqual(
      headings.filter((id = "") => !codes.includes(id)),
    );
    expect(contents.map(([text]) => text)).toEqual([
      ...["The shape of an error", "Types", "Retrying", "Set-up for the samples"],
      ...["Gone pets", "gone", "bad_name", "Server", "busy", "broken"],
      ...["Errors of the client", "Operations and their codes", "Statuses", "API keys", "Debugging tips"],
    ]);
  });

  it("shows the shape of an error by an example, with what each field means", () => {
    const shape = partOf(page, "shape");
    expect(seen(elementOf(shape, "dl"))).toMatch(/^type What kind it is\. code Which it is\. /);
    expect(shape).toContain('<details class="box" open><summary>JSON</summary>');
    expect(JSON.parse(elementOf(shape, "pre").slice("<pre>".length))).toEqual(
      site.contract.errors[0]?.example,
    );
  });

  it("has a row for each type, with its meaning and the number of its codes", () => {
    expect(rowsOf(partOf(page, "types"))).toEqual([
      ["gone_error", "They left.", "2 codes"],
      ["server_error", "It is us.", "2 codes"],
    ]);
    expect(linksOf(partOf(page, "types"))).toEqual([
      ["gone_error", "#type-gone_error"],
      ["server_error", "#type-server_error"],
    ]);
    const [one] = petsContract().errors;
    const single = errorPage(petsSite({ errors: one ? [one] : [] }), "docs/errors");
    expect(rowsOf(partOf(single, "types")).map((cells) => cells[2])).toEqual(["1 code", "0 codes"]);
    expect(seen(elementOf(single, "div", "hero"))).toContain("There is 1 code in 2 types.");
  });

  it("says which codes may be retried, and what to do where there is no code", () => {
    const rows = rowsOf(partOf(page, "retrying"));
    expect(rows.map(([rule, , codes]) => [rule, codes])).toEqual([
      ["Retry after the wait", "busy"],
      ["Retry with backoff", "broken"],
      ["Do not retry", "All other codes"],
      ["Retry with backoff", "No code"],
      ["Retry with backoff", "No code"],
      ["Do not retry", "No code"],
    ]);
    expect(rows[0]?.[1]).toContain("Retry-After header");
    expect(linksOf(partOf(page, "retrying"))).toEqual([
      ["busy", "#busy"],
      ["broken", "#broken"],
    ]);
  });

  it("shows loops that retry the codes of the contract, the first of them open", () => {
    const [typescript = "", python = ""] = partOf(page, "retrying").match(/<details.*?<\/details>/gs) ?? [];
    for (const [loop, first] of [
      [typescript, '<details class="box" open><summary>TypeScript'],
      [python, '<details class="box"><summary>Python'],
    ]) {
      expect(loop?.startsWith(first ?? "")).toBe(true);
      expect(loop).toContain('AFTER_WAIT = ["busy"]');
      expect(loop).toContain('WITH_BACKOFF = ["broken"]');
    }
    const two = petsContract().errors.map((error) => ({ ...error, retry: "after" as const }));
    expect(errorPage(petsSite({ errors: two }), "docs/errors")).toContain(
      'AFTER_WAIT = ["gone", "bad_name", "busy", "broken"]',
    );
  });

  it("says which requests take an `Idempotency-Key`, as the document describes it", () => {
    expect(seen(partOf(page, "retrying"))).toContain("POST requests accept the header. Make a new key");
    expect(seen(partOf(page, "retrying"))).toContain("Is kept for a day. GET and DELETE need no key.");
    const { operations } = petsContract();
    const update = { id: "updatePet", method: "patch", clientMethod: "pets.change" } as const;
    const patched = operations.flatMap((one) =>
      one.id === "createPet" ? [one, { ...one, ...update }] : [one],
    );
    expect(seen(errorPage(petsSite({ operations: patched }), "docs/errors"))).toContain(
      "POST and PATCH requests accept",
    );
    const none = operations.map((one) => ({ ...one, parameters: [] }));
    expect(seen(errorPage(petsSite({ operations: none }), "docs/errors"))).not.toMatch(
      /Idempotency-Key covers|requests accept the header/,
    );
    const silent = operations.map((one) => ({
      ...one,
      parameters: one.parameters.map((parameter) => ({ ...parameter, description: "" })),
    }));
    expect(
      emptyParts(partOf(errorPage(petsSite({ operations: silent }), "docs/errors"), "retrying")),
    ).toEqual([]);
  });

  it("has the set-up of the samples in each language", () => {
    const setup = partOf(page, "setup");
    expect([...setup.matchAll(/open><summary>(.*?)<\/summary>/g)].map(([, name]) => name)).toEqual([
      "TypeScript",
      "fetch",
      "curl",
    ]);
    expect(seen(setup)).toContain("npx @cstar.help/api-contract sandbox");
  });

  it("has for each type what it means, its codes, what helps with them, and each code in full", () => {
    const group = partOf(page, "type-gone_error");
    expect(seen(group)).toMatch(
      /^gone_error Gone pets They left\. Gone pets: codes Code Status Meaning Retry gone/,
    );
    expect(rowsOf(group)).toEqual([
      ["gone", "404", "The pet is gone.", "Do not retry"],
      ["bad_name", "422", "No pet is called that, see gone.", "Do not retry"],
    ]);
    expect(seen(elementOf(group, "div", "fix"))).toBe("Common fix Call them.");
    expect(
      [...group.matchAll(/<article class="code" aria-labelledby="(\w+)"/g)].map(([, code]) => code),
    ).toEqual(["gone", "bad_name"]);
  });

  it("gives a code its facts, its causes and its fixes", () => {
    const code = partOf(page, "bad_name");
    expect(seen(code)).toMatch(
      /^bad_name Copy link Bad name 422 Do not retry No pet is called that, see gone\. Retry /,
    );
    expect(seen(elementOf(code, "dl", "verdict"))).toMatch(
      /^Retry The same request .* Who can fix it The developer /,
    );
    expect(seen(code)).toContain("Why it happens Somebody took it. How to fix it Look elsewhere.");
    expect(code).toContain("<h4>How to fix it</h4><ol><li>Look elsewhere.</li></ol>");
    expect(seen(elementOf(code, "dl", "facts"))).toBe(
      "Type gone_error param Always present Since 1.0.0 Also as Page, Markdown More Names of pets " +
        "Returned by Operations with a request body; operations with query parameters: listPets createPet",
    );
    expect(linksOf(elementOf(code, "dl", "facts"))).toEqual([
      ["gone_error", "#type-gone_error"],
      ["Page", "bad_name/index.html"],
      ["Markdown", "bad_name.md"],
      ["Names of pets", "https://pets.example/names"],
      ["listPets", "#op-listPets"],
      ["createPet", "#op-createPet"],
    ]);
    expect(linksOf(elementOf(partOf(page, "gone"), "dl", "facts")).at(-1)).toEqual([
      "All 3 operations",
      "#operations",
    ]);
  });

  it.each([
    [
      "has its address as text where it has no description",
      { url: "https://a.example/x", description: "" },
      [["https://a.example/x", "https://a.example/x"]],
    ],
    ["is left out where its address is none of the web", { url: "javascript:x", description: "X" }, []],
  ])("a page with more about a code %s", (_, more, links) => {
    const errors = petsContract().errors.map((error) => ({ ...error, more }));
    const facts = elementOf(partOf(errorPage(petsSite({ errors }), "docs/errors"), "gone"), "dl", "facts");
    expect(linksOf(facts).slice(3, -1)).toEqual(links);
    expect(seen(facts).includes("More")).toBe(links.length > 0);
  });

  it("shows the samples of a code, the response and the client's call open", () => {
    const boxes = (html: string) =>
      [...html.matchAll(/<details([^>]*)><summary>(.*?)<\/summary>/g)].map(
        ([, rest = "", name]) => `${name}${rest.includes("open") ? " open" : ""}`,
      );
    expect(boxes(partOf(page, "busy"))).toEqual(["Response open", "TypeScript open", "fetch", "curl"]);
    const without = petsSite(
      {},
      { samplesOf: ({ code }) => (code === "gone" ? undefined : { response: "R", fetch: "F", curl: "C" }) },
    );
    const html = errorPage(without, "docs/errors");
    expect(boxes(partOf(html, "gone"))).toEqual([]);
    expect(seen(elementOf(partOf(html, "busy"), "div", "side"))).toBe("Response R fetch F curl C");
  });

  it("describes the errors of the client as it has them", () => {
    for (const { code, title, retry } of CLIENT_CODES) {
      const words = seen(partOf(page, `client-${code}`));
      expect(
        words.startsWith(`${code} Copy link ${title} ${retry === "status" ? "Depends on the status" : ""}`),
      ).toBe(true);
    }
    expect(seen(partOf(page, "client-timeout"))).toContain(
      "Timeout Retry with backoff No complete response arrived in time",
    );
    expect(linksOf(partOf(page, "client-timeout"))).toEqual([["timeout", "#client-timeout"]]);
    expect(seen(partOf(page, "client"))).toMatch(/^Errors of the client The API never returns these codes\./);
  });

  it("has a matrix of the operations and their codes, coloured by type", () => {
    const section = partOf(page, "operations");
    expect(seen(elementOf(section, "thead"))).toBe("Operation gone bad_name busy broken");
    expect(rowsOf(section)).toEqual([
      ["listPets", "yes", "yes", "yes", "yes"],
      ["createPet", "yes", "yes", "yes", "yes"],
      ["getToy", "yes", "yes", "yes", "yes"],
    ]);
    expect(section).toContain(
      '<tr id="op-getToy"><th scope="row" title="GET /homes/{homeId}/toys/{toyId}"><a href="../reference/index.html#getToy">',
    );
    expect(page).toContain(
      ".matrix :nth-child(n+2):nth-child(-n+3){--h:285}.matrix :nth-child(n+4):nth-child(-n+5){--h:70}",
    );
    const fewer = petsContract().operations.map((one) =>
      one.id === "getToy" ? { ...one, codes: ["busy"] } : one,
    );
    expect(
      rowsOf(partOf(errorPage(petsSite({ operations: fewer }), "docs/errors"), "operations"))[2],
    ).toEqual(["getToy", "", "", "yes", ""]);
  });

  it("has the statuses with their codes, the keys, and the tips with whom to ask", () => {
    expect(rowsOf(partOf(page, "statuses"))).toEqual([
      ["404", "Not there.", "gone"],
      ["500", "Our fault.", "broken"],
    ]);
    expect(seen(partOf(page, "keys"))).toMatch(/^API keys An administrator creates, changes and revokes/);
    expect(rowsOf(partOf(page, "keys"))).toEqual([["sk_", "secret", "test", "All.", "12,000 per hour"]]);
    expect(seen(partOf(page, "tips"))).toBe(
      "Debugging tips Whistle twice. Look under the bed. Still stuck? Ask The vet, and include the request id.",
    );
    expect(linksOf(partOf(page, "tips"))).toEqual([["The vet", "https://pets.example/vet"]]);
    const alone = errorPage(petsSite({ keys: [] }), "docs/errors");
    expect(seen(partOf(alone, "tips"))).toBe("Debugging tips Whistle twice. Look under the bed.");
    expect(alone).not.toContain("API keys");
  });

  it("takes a response to explain, and loads what explains it from its own folder", () => {
    expect(elementOf(page, "form", "paste")).toContain('data-script="explain.js"');
    expect(errorPage(site, "docs")).toContain('data-script="errors/explain.js"');
    expect(seen(elementOf(page, "form", "paste"))).toMatch(
      /^Got an error\? Paste the response here A JSON body/,
    );
  });
});
