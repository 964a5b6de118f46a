// `npm run bench`, or some of it: `npm run bench -- simulation sizes`. Nothing here is a test; nothing here fails.
import { reportSimulation } from "./simulation/report.ts";

const sections: Record<string, () => void | Promise<void>> = {
  simulation: reportSimulation,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are ${Object.keys(sections).join(", ")}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(sections)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
