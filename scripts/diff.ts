import { diff } from "./commands/diff.ts";
import { runScript } from "./run-script.ts";

await runScript(diff);
