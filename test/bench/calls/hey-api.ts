import { execFileSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const bench = fileURLToPath(new URL("../", import.meta.url));

/** Where the client that hey-api generates is kept; git ignores it with the rest of the folder. */
export const heyApiFolder = `${bench}node_modules/.generated/hey-api`;

interface HeyApi {
  client: { setConfig(config: object): unknown };
  getTicket(options: object): Promise<unknown>;
  createTicket(options: object): Promise<unknown>;
}

/** Generates the client of hey-api from the published document and loads it. */
export async function generateHeyApi(): Promise<HeyApi> {
  const generator = `${bench}node_modules/@hey-api/openapi-ts/bin/run.js`;
  const args = [
    "-i",
    `${root}generated/openapi.json`,
    "-o",
    heyApiFolder,
    "-c",
    "@hey-api/client-fetch",
    "-s",
  ];
  execFileSync(process.execPath, [generator, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const load = (file: string) => import(pathToFileURL(`${heyApiFolder}/${file}`).href);
  const [sdk, { client }] = await Promise.all([load("sdk.gen.ts"), load("client.gen.ts")]);
  return { ...sdk, client } as HeyApi;
}
