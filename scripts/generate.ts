import { main, runCommand } from "../src/cli/index.ts";
import { generate } from "./commands/generate.ts";

await main((argv, terminal) => runCommand("npm run generate --", { command: generate, argv, terminal }));
