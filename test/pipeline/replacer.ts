import { join } from "node:path";
import { replaceFolders, writeFiles } from "../../scripts/disk.ts";

// Makes folders beside others and moves them there, with other content each time, until it is killed: for faults.deep.test.ts.
const [folder = ""] = process.argv.slice(2);
process.stdout.write("ready\n");
for (let round = 0; ; round++) {
  const content = String(round);
  for (const part of ["a", "b"]) {
    const files = Array.from({ length: 20 }, (_, index) => ({ path: `${index}`, content }));
    writeFiles(join(folder, "next", part), files);
  }
  replaceFolders(join(folder, "dist"), join(folder, "next"));
}
