import { fileURLToPath } from "node:url";
import { checkCommand } from "../../../src/cli/sandbox/check.ts";
import { listen } from "../../../src/cli/sandbox/server.ts";
import { createSandbox } from "../../../src/entries/sandbox.ts";

const client = (name: string) => [
  process.execPath,
  fileURLToPath(new URL(`clients/${name}.mjs`, import.meta.url)),
];

/** Each retries where it can, as its own documentation shows it, and gives up on an attempt after 3 s where it can. */
const clients: Record<string, string[]> = {
  "this package": client("cstar"),
  "a loop around fetch": client("fetch-loop"),
  ky: client("ky"),
  ofetch: client("ofetch"),
  "openapi-fetch": client("openapi-fetch"),
  "axios with axios-retry": client("axios"),
  "curl --retry": [
    "sh",
    "-c",
    'curl -sS -f -o /dev/null --retry 2 --max-time 3 -H "Authorization: Bearer $CSTAR_API_KEY" -H "Content-Type: application/json" ' +
      `-d '{"title":"Check"}' "$CSTAR_BASE_URL/teams/$CSTAR_TEAM_ID/tickets"`,
  ],
};

/** In s; a client that still waits then waits for what never comes. */
const PATIENCE = 60;

/** Runs each client through the report card of the sandbox, and prints a table for the guide. */
export async function reportSandbox(): Promise<void> {
  const columns: string[] = [];
  let titles: string[] = [];
  const cells: string[][] = [];
  const details: string[] = [];
  for (const [name, command] of Object.entries(clients)) {
    const open = (origin: string) => createSandbox({ origin });
    const { sandbox, listening } = await listen(open, { port: 0, host: "127.0.0.1", onError: console.error });
    const rows = await checkCommand({ sandbox, command, patience: PATIENCE });
    listening.close();
    columns.push(name);
    titles = rows.map(({ title }) => title);
    cells.push(rows.map(({ result }) => (result === "failed" ? "no" : result === "passed" ? "yes" : "-")));
    details.push(
      ...rows
        .filter(({ result }) => result === "failed")
        .map((row) => `${name}: ${row.title}: ${row.because}`),
    );
  }
  const line = (texts: string[]) => `| ${texts.join(" | ")} |`;
  console.log("\nHow clients behave when something goes wrong (cstar-contract sandbox --check)\n");
  console.log(line(["", ...columns]));
  console.log(line(["---", ...columns.map(() => ":-:")]));
  for (const [index, title] of titles.entries())
    console.log(line([title, ...cells.map((own) => own[index] ?? "")]));
  console.log(`\n${details.join("\n")}`);
}
