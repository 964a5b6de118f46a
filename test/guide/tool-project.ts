import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../contract/project.ts";
import { type Ended, runNode } from "../contract/run.ts";
import { installFolder } from "../install.ts";
import { type Consumer, installInto } from "../package/consumer.ts";
import { manifest } from "../package/manifest.ts";
import { readSamples, readToolSamples } from "./samples.ts";

/** Where the tools are installed of which the guide speaks, apart from the project's own dependencies. */
const tools = join(root, "test/guide/tools");

/** Projects of somebody who has the package and the tools, each in a folder below one `node_modules`. */
export interface ToolProjects {
  consumer: Consumer;
  /** Makes a project out of files: texts by their names. */
  project(name: string, files: Record<string, string>): ToolProject;
  /** Gives a project the package once more, behind a link into a store, as pnpm installs it. */
  installAsPnpm(project: ToolProject): void;
}

export interface ToolProject {
  folder: string;
  /** Runs a script to its end: a file of the project, or one of a tool, such as `jest/bin/jest.js`. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv, program?: string): Promise<Ended>;
}

/** Installs the tools exactly as their lockfile says, unless that has been done already, and the packed package. */
export async function openToolProjects(temporary: string): Promise<ToolProjects> {
  installFolder(tools, "test/guide/tools (what the guide shows together with the client)");
  const consumer = await installInto(temporary);
  const modules = join(consumer.folder, "node_modules");
  const { devDependencies } = JSON.parse(readFileSync(join(tools, "package.json"), "utf8"));
  for (const name of Object.keys(devDependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(tools, "node_modules", name), join(modules, name), "junction");
  }
  return {
    consumer,
    project(name, files) {
      const folder = join(consumer.folder, name);
      for (const [file, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      const scriptOf = (path: string) => (existsSync(join(folder, path)) ? path : join(modules, path));
      return {
        folder,
        run: ([script = "", ...args], env = {}, program = process.execPath) =>
          runNode(script.startsWith("-") ? [script, ...args] : [scriptOf(script), ...args], {
            cwd: folder,
            env: { ...process.env, NO_COLOR: "1", ...env },
            program,
          }),
      };
    },
    installAsPnpm({ folder }) {
      const store = join(folder, "node_modules/.pnpm/cstar/node_modules");
      const own = [manifest.name, ...Object.keys(manifest.dependencies)];
      for (const name of [...own, "openapi-typescript-helpers"]) {
        cpSync(join(modules, name), join(store, name), { recursive: true });
      }
      mkdirSync(dirname(join(folder, "node_modules", manifest.name)), { recursive: true });
      symlinkSync(join(store, manifest.name), join(folder, "node_modules", manifest.name), "junction");
    },
  };
}

/** The text of a program of the guide. @throws when it has none of that name. */
export function guideText(name: string): string {
  const found = readToolSamples().get(name) ?? readSamples().find((sample) => `${sample.name}.ts` === name);
  if (!found) throw new Error(`The guide has no program ${name}.`);
  return found.code;
}

/** What the guide says that a program prints. */
export function guideOutput(name: string): string | undefined {
  return readToolSamples().get(name)?.prints;
}
