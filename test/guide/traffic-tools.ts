import { join } from "node:path";
import { root } from "../contract/project.ts";
import { installFolder } from "../install.ts";

/** Where the tools are installed of which the guide to traffic speaks, apart from the project's own dependencies. */
export const trafficTools = join(root, "test/guide/traffic-tools");

/** Installs them exactly as their lockfile says, unless that has been done already. */
export function installTrafficTools(): void {
  installFolder(trafficTools, "test/guide/traffic-tools (what the guide to traffic shows)");
}
