import { expect, test } from "vitest";
import { loadPeer, MissingPeerError } from "../../src/lint/index.ts";

const notFound = (message: string) => Object.assign(new Error(message), { code: "ERR_MODULE_NOT_FOUND" });
const load = (error: unknown) => loadPeer(["@scope/peer", "other"], () => Promise.reject(error));

test.each([
  ["an error in the peer's own code", new SyntaxError("Unexpected token")],
  [
    "a package that the peer itself needs",
    notFound("Cannot find package 'dep' imported from /node_modules/@scope/peer/index.js"),
  ],
  [
    "a file inside the peer",
    notFound("Cannot find module '/node_modules/other/lib/x.js' imported from /node_modules/other/index.js"),
  ],
  [
    "a package with a longer name",
    notFound("Cannot find package '@scope/peer-extra' imported from /app/x.js"),
  ],
  [
    "an error of another kind that names the peer",
    Object.assign(new Error("'other' failed"), { code: "ERR_REQUIRE_ESM" }),
  ],
  ["an error without a code that names the peer", new Error("Cannot find package 'other'")],
  ["what is no error", "a word"],
])("%s is not told as a peer that is not installed", async (_, error) => {
  await expect(load(error)).rejects.toBe(error);
});

test.each(["@scope/peer", "other"])(
  "%s alone missing is told with all that has to be installed",
  async (name) => {
    const cause = notFound(`Cannot find package '${name}' imported from /app/x.js`);
    const error = await load(cause).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MissingPeerError);
    expect(error).toMatchObject({
      message:
        "This needs @scope/peer and other, which are not installed. Run: npm install --save-dev @scope/peer other",
      cause,
    });
  },
);

test("what loads is what is returned", async () => {
  expect(await loadPeer(["other"], async () => 7)).toBe(7);
});
