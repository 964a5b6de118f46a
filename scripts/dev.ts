import { dev } from "./commands/dev.ts";
import { endWithParent, runScript } from "./run-script.ts";

endWithParent();
await runScript(dev);
