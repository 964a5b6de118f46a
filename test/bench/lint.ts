import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median, printTable } from "./support.ts";

const runs = 5;

/** Wall time of `npm run lint`, from the shell and back. */
export function reportLint(): void {
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const seconds = Array.from({ length: runs }, () => {
    const start = performance.now();
    execFileSync("npm", ["run", "--silent", "lint"], { cwd, stdio: ["ignore", "ignore", "inherit"] });
    return (performance.now() - start) / 1000;
  });
  printTable(
    `npm run lint, ${runs} runs`,
    ["", "median", "fastest"],
    [["this document", `${median(seconds).toFixed(2)} s`, `${Math.min(...seconds).toFixed(2)} s`]],
  );
  console.log("It may take 2.50 s.");
}
