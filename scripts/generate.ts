import { generate } from "./commands/generate.ts";
import { runScript } from "./run-script.ts";

await runScript(generate);
