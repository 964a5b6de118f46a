import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readText } from "../contract/project.ts";
import { type Consumer, installInto, linkPeer, programOf } from "./consumer.ts";
import { manifest, moduleNames } from "./manifest.ts";
import { run, succeed } from "./run.ts";
import { commonProgram, moduleProgram, uses } from "./uses.ts";

const temporary = mkdtempSync(join(tmpdir(), "contract-install-"));
let consumer: Consumer;
beforeAll(async () => {
  consumer = await installInto(temporary);
});
afterAll(() => rmSync(temporary, { recursive: true }));

const fine = { status: 0, stdout: "", stderr: "" };

test("installing it installs openapi-fetch and what reads YAML, and nothing heavy", () => {
  const modules = join(consumer.folder, "node_modules");
  const names = readdirSync(modules).filter((name) => !name.startsWith("."));
  const all = names.flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : [name],
  );
  expect(all.sort()).toEqual([manifest.name, "openapi-fetch", "openapi-typescript-helpers", "yaml"]);
  expect(readdirSync(join(modules, manifest.name))).not.toContain("node_modules");
});

test("a use is known for every module, so that the tests below leave none out", () => {
  expect(Object.keys(uses).sort()).toEqual([...moduleNames].sort());
});

describe.each(["20", "22", "24"])("on Node %s", (major) => {
  const quiet = "--no-warnings=ExperimentalWarning"; // Node 20 and 22 announce JSON modules and require(esm) like this
  const node = (...args: string[]) =>
    process.versions.node.startsWith(`${major}.`)
      ? run(consumer.folder, process.execPath, quiet, ...args)
      : run(consumer.folder, "npx", "--yes", "-p", `node@${major}`, "--", "node", quiet, ...args);

  test("every entry works when it is imported, JSON with its attribute", async () => {
    consumer.write("use.mjs", moduleProgram(moduleNames));
    expect(await node("use.mjs")).toMatchObject({ status: 0, stdout: "" });
  });

  test("every entry works when it is required from CommonJS", async () => {
    consumer.write("use.cjs", commonProgram(moduleNames));
    expect(await node("use.cjs")).toMatchObject({ status: 0, stdout: "" });
  });

  test("is the Node that runs the programs", async () => {
    expect((await node("-p", "process.versions.node")).stdout).toMatch(new RegExp(`^${major}\\.`));
  });
});

describe("by Node's resolution", () => {
  test("the YAML can be resolved, and is the generated bundle", async () => {
    const script = `import { readFileSync } from "node:fs";
      process.stdout.write(readFileSync(new URL(import.meta.resolve("${manifest.name}/openapi.yaml"))))`;
    const { stdout } = await succeed(consumer.folder, process.execPath, "--input-type=module", "-e", script);
    expect(stdout).toBe(readText("generated/openapi.yaml"));
  });

  test("what is not an entry cannot be imported", async () => {
    const script = `await import("${manifest.name}/dist/src/client/index.js")`;
    const { status, stderr } = await run(
      consumer.folder,
      process.execPath,
      "--input-type=module",
      "-e",
      script,
    );
    expect(status).toBe(1);
    expect(stderr).toContain("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });
});

describe.each([
  ["TypeScript 5.9", "typescript"],
  ["TypeScript 7", "typescript-native"],
])("with %s, strict and all declarations checked", (_, compiler) => {
  const options = (module: string, resolution: string) => ({
    compilerOptions: {
      module,
      moduleResolution: resolution,
      target: "ES2022",
      lib: ["ES2022", "DOM"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      resolveJsonModule: true,
      noEmit: true,
    },
    files: ["use.ts"],
  });

  test.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])("every entry compiles with module %s and resolution %s", async (module, resolution) => {
    consumer.write("use.ts", moduleProgram(moduleNames));
    consumer.write("tsconfig.json", JSON.stringify(options(module, resolution)));
    expect(await run(consumer.folder, process.execPath, programOf(compiler, "bin/tsc"), "-p", ".")).toEqual(
      fine,
    );
  });

  test("a misspelt code does not compile", async () => {
    const program = `import { errorCatalog } from "${manifest.name}/errors";\nerrorCatalog.key_expird;\n`;
    consumer.write("use.ts", program);
    consumer.write("tsconfig.json", JSON.stringify(options("nodenext", "nodenext")));
    const { stdout } = await run(
      consumer.folder,
      process.execPath,
      programOf(compiler, "bin/tsc"),
      "-p",
      ".",
    );
    expect(stdout).toMatch(/^use\.ts\(2,14\): error TS2551: .*key_expired/);
  });
});

describe("bundled by esbuild for the browser", () => {
  const bundle = (contents: string) =>
    build({
      stdin: { contents, resolveDir: consumer.folder },
      bundle: true,
      platform: "browser",
      format: "esm",
      write: false,
      metafile: true,
      logLevel: "silent",
    });

  test.each(moduleNames.filter((name) => !name.endsWith("/spectral")))(
    "%s works and asks for no module of Node",
    async (name) => {
      const { import: bindings, check } = uses[name] ?? { import: "", check: "" };
      const errors = `import errors from "${manifest.name}/errors.json";`;
      const text = `import ${bindings} from "${name}";${errors}\n{${check}}`;
      const { outputFiles, warnings } = await bundle(text);
      const [output] = outputFiles;
      expect(warnings).toEqual([]);
      expect(output?.text).not.toMatch(/["']node:|\brequire\(/);
      consumer.write("bundle.mjs", output?.text ?? "");
      expect(await run(consumer.folder, process.execPath, "bundle.mjs")).toEqual(fine);
    },
  );

  test("the errors come without the client and without openapi-fetch", async () => {
    const { metafile } = await bundle(`export * from "${manifest.name}/errors";`);
    expect(Object.keys(metafile.inputs).filter((input) => /openapi-fetch|\/client\//.test(input))).toEqual(
      [],
    );
  });

  test.each(["", "/errors"])(
    "an entry of which nothing is used leaves nothing in the bundle (%j)",
    async (entry) => {
      const { outputFiles } = await bundle(`import "${manifest.name}${entry}";`);
      expect(outputFiles[0]?.text.trim()).toBe("");
    },
  );
});

describe("cstar-contract", () => {
  const command = () => join(consumer.folder, "node_modules/.bin/cstar-contract");
  const spec = "node_modules/@cstar.help/api-contract/generated/openapi.yaml";

  test("may be executed, and says what it can do and which version it is", async () => {
    accessSync(command(), constants.X_OK);
    const help = await run(consumer.folder, command(), "--help");
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toContain("cstar-contract lint <spec…>");
    const version = await run(consumer.folder, "npx", "--no", "--", "cstar-contract", "--version");
    expect(version).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
  });

  test.each([
    ["lint", spec, /npm install --save-dev @redocly\/openapi-core/],
    ["mock", "--port=65535", /npm install --save-dev @stoplight\/prism-cli/],
  ])("%s without its tools says what to install, and nothing else", async (name, argument, advice) => {
    const { status, stdout, stderr } = await run(consumer.folder, command(), name, argument);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(advice);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("lint asks for Spectral when only Redocly is there, and works when both are", async () => {
    linkPeer(consumer, "@redocly/openapi-core");
    const half = await run(consumer.folder, command(), "lint", spec);
    expect(half).toMatchObject({ status: 2, stdout: "" });
    expect(half.stderr).toMatch(
      /npm install --save-dev @stoplight\/spectral-core @stoplight\/spectral-rulesets/,
    );
    linkPeer(consumer, "@stoplight/spectral-core");
    linkPeer(consumer, "@stoplight/spectral-rulesets");
    expect(await run(consumer.folder, command(), "lint", spec, "--format", "json")).toEqual({
      ...fine,
      stdout: "[]\n",
    });
    const broken = readText("generated/openapi.yaml").replaceAll("#key_expired", "#key_expird");
    const found = await run(consumer.folder, command(), "lint", consumer.write("broken.yaml", broken));
    expect(found.status).toBe(1);
    expect(found.stdout).toContain("error-doc-url-matches-code");
  });
});

describe("the ruleset in Spectral's own program", () => {
  const spectral = (spec: string, ruleset: string) => {
    const script = programOf("@stoplight/spectral-cli", "dist/index.js");
    return run(
      consumer.folder,
      process.execPath,
      script,
      "lint",
      spec,
      "--ruleset",
      ruleset,
      "--format",
      "json",
    );
  };

  test.each([
    ["ruleset.yaml", `extends: ["${manifest.name}/spectral"]\n`],
    ["ruleset.json", JSON.stringify({ extends: [`${manifest.name}/spectral`] })],
    [
      "ruleset.mjs",
      `import errors from "${manifest.name}/spectral";\nexport default { extends: [errors] };\n`,
    ],
  ])("works from %s by the name of the package", async (name, text) => {
    const ruleset = consumer.write(name, text);
    const good = consumer.write("good.yaml", readText("generated/openapi.yaml"));
    const bad = consumer.write(
      "bad.yaml",
      readText("generated/openapi.yaml").replaceAll("#key_expired", "#key_expird"),
    );
    const passed = await spectral(good, ruleset);
    expect(passed.status, passed.stdout + passed.stderr).toBe(0);
    const failed = await spectral(bad, ruleset);
    expect(failed.status).toBe(1);
    expect(failed.stdout).toContain("error-doc-url-matches-code");
  });
});
