import { docs } from "./commands/docs.ts";
import { runScript } from "./run-script.ts";

await runScript(docs);
