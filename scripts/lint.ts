import { main, runCommand } from "../src/cli/index.ts";
import { lint } from "./commands/lint.ts";

await main((argv, terminal) => runCommand("npm run lint --", { command: lint, argv, terminal }));
