import { mock } from "../src/cli/commands/mock.ts";
import { endWithParent, runScript } from "./run-script.ts";

endWithParent();
await runScript(mock);
