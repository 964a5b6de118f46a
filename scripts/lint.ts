import { lint } from "./commands/lint.ts";
import { runScript } from "./run-script.ts";

await runScript(lint);
