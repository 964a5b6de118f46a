import { build } from "./commands/build.ts";
import { runScript } from "./run-script.ts";

await runScript(build);
