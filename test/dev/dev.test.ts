import { expect, onTestFinished, test, vi } from "vitest";
import { dev } from "../../scripts/commands/dev.ts";
import { runCommand } from "../../src/cli/index.ts";
import { claimPort } from "../../src/cli/port.ts";
import { recorder } from "../cli/recorder.ts";
import { freePort } from "../mock/mock.ts";
import { within } from "../pipeline/copy.ts";
import { smallProject } from "../pipeline/small-project.ts";

vi.setConfig({ testTimeout: 120_000 }); // real linters and compilers take their time on a busy machine

/** A terminal that can be waited for: `prints` resolves when a text is printed, and forgets what came before it. */
function listeningTerminal() {
  const terminal = recorder();
  let look = (): void => {};
  let printed = "";
  const keep = (text: string): void => {
    printed += text.replace(/ *\d+\.\d\d s/g, " TIME");
    look();
  };
  const prints = async (text: string): Promise<string> => {
    await new Promise<void>((resolve) => {
      look = () => printed.includes(text) && resolve();
      look();
    });
    const [before = "", ...rest] = printed.split(text);
    printed = rest.join(text);
    return before;
  };
  return { terminal: { ...terminal, out: keep, err: keep }, prints };
}

test("the site follows the document, what is wrong with it is told, and a signal ends all of it", async () => {
  const copy = smallProject();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const page = async () => (await fetch(`${origin}/errors/`)).text();
  const { terminal, prints } = listeningTerminal();
  onTestFinished(() => void process.emit("SIGHUP"));
  await within(copy, async () => {
    const ended = runCommand("npm run dev --", { command: dev, argv: ["--port", String(port)], terminal });
    const before = await prints(`Site on ${origin}/, watching openapi/\n`);
    expect(before.split("\n").slice(0, 3)).toEqual([
      "ok    generate TIME  14 files, 14 changed, 0 removed",
      "ok    site TIME  29 pages and files",
      "fail  lint TIME",
    ]);
    expect(before).toMatch(/info-contact<\/dim>\n\n.*1 warning.*\n$/s);
    const events = (await fetch(`${origin}/_dev/events`)).body
      ?.pipeThrough(new TextDecoderStream())
      .getReader();
    await events?.read();

    copy.edit("openapi/openapi.yaml", "Pets & more", "Pets and less");
    await prints("14 files, ");
    expect((await events?.read())?.value).toBe("data: reload\n\n");
    await prints("1 warning");
    expect(await page()).toContain("Pets and less");
    expect(copy.read("generated/errors.md")).toContain("Pets and less");

    // The configuration of the linters is watched as well; what the document lacks for the site is told as lint tells it.
    copy.write(".spectral.yaml", "extends: [[spectral:oas, off]]\n");
    await prints("no findings");
    copy.edit("openapi/openapi.yaml", "Pets and less", "");
    const told = await prints("1 error");
    expect(told).toMatch(/fail {2}generate TIME\n(?:(?!fail).)*contract-fact/s);
    expect(await page()).toContain("Pets and less");
    copy.write("redocly.yaml", "- a\n");
    copy.write(
      "openapi/openapi.yaml",
      copy.read("openapi/openapi.yaml").replace('"title": ""', '"title": "Again"'),
    );
    await prints("redocly.yaml:1:1 It is not a YAML object");
    process.emit("SIGHUP");
    expect(await ended).toBe(0);
  });
  await claimPort(port, "127.0.0.1");
});
