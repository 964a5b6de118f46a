import { expect, onTestFinished, test } from "vitest";
import { claimPort } from "../../src/cli/port.ts";
import { ended, start } from "../cli/spawn.ts";
import { freePort } from "../mock/mock.ts";
import { copyForTest } from "../pipeline/copy.ts";

const code = "openapi/errors/key_expired.yaml";

/** `npm run dev` in a copy of the project, and what it has printed. */
async function startDev() {
  const copy = copyForTest("openapi", "generated", "scripts", "src", "redocly.yaml", ".spectral.yaml");
  const port = await freePort();
  const child = start("scripts/dev.ts", ["--port", String(port)], { cwd: copy.folder });
  onTestFinished(() => void child.kill("SIGKILL"));
  const done = ended(child);
  let printed = "";
  let look = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: string) => {
      printed += chunk;
      look();
    });
  }
  /** Resolves when `text` is printed; what was printed before it is forgotten. */
  const prints = async (text: string): Promise<void> => {
    const seen = new Promise<void>((resolve) => {
      look = () => {
        if (printed.includes(text)) resolve();
      };
    });
    look();
    const { stdout, stderr } = (await Promise.race([seen, done])) ?? {};
    if (stdout !== undefined)
      throw new Error(`It ended without ${JSON.stringify(text)}:\n${stdout}${stderr}`);
    printed = printed.slice(printed.indexOf(text) + text.length);
  };
  return { copy, port, child, done, prints, origin: `http://127.0.0.1:${port}` };
}

test("a change is generated, shown and linted, again and again, until it is ended", async () => {
  const { copy, port, child, done, prints, origin } = await startDev();
  await prints(`Site on ${origin}/, watching openapi/\n`);
  const page = async () => (await fetch(`${origin}/developers/api/errors/`)).text();
  const events = (await fetch(`${origin}/_dev/events`)).body
    ?.pipeThrough(new TextDecoderStream())
    .getReader();
  expect((await events?.read())?.value).toContain("connected");

  copy.edit(code, "title: ", "title: Quite ");
  expect((await events?.read())?.value).toBe("data: reload\n\n");
  expect(await page()).toContain("Quite ");
  expect(copy.read("generated/errors.json")).toContain('"title": "Quite ');
  await prints("no findings\n");

  // A mistake is told on its line; the site stays as it was, and so does what is generated.
  const good = copy.read(code);
  const generated = copy.files("generated");
  copy.edit(code, "x-retry: never\n", "");
  await prints(`${code}\n`);
  await prints("1 error\n");
  expect(await page()).toContain("Quite ");
  expect(copy.files("generated")).toEqual(generated);

  copy.write(code, good.replace("Quite ", "Rather "));
  await prints("no findings\n");
  expect(await page()).toContain("Rather ");

  // A file and a folder that are new are watched too.
  copy.write("openapi/spare/Spare.yaml", "type: string\n");
  await prints("openapi/spare/Spare.yaml\n");
  copy.remove("openapi/spare");
  await prints("no findings\n");

  // So is the configuration of the linters.
  copy.write("redocly.yaml", "extends: [\n");
  await prints("redocly.yaml:");

  child.kill("SIGTERM");
  expect((await done).status).toBe(0);
  await claimPort(port, "127.0.0.1");
});

test("a port that is in use, and another folder, are one sentence", async () => {
  const { child, prints, origin, port, done } = await startDev();
  await prints(`Site on ${origin}/`);
  const copy = copyForTest("openapi");
  const second = await ended(start("scripts/dev.ts", ["--port", String(port)], { cwd: copy.folder }));
  expect(second).toMatchObject({ status: 2, stdout: "" });
  expect(second.stderr).toMatch(/^error: Port \d+ is in use\. .*\nSee: npm run dev -- --help\n$/);
  child.kill("SIGINT");
  expect((await done).status).toBe(0);
});
