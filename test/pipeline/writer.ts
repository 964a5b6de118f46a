import { writeFiles } from "../../scripts/disk.ts";

// Writes large files again and again, with other content each time, until it is killed: for whole-files.deep.test.ts.
const [folder = ""] = process.argv.slice(2);
const SIZE = 2_000_000;
process.stdout.write("ready\n");
for (let round = 0; ; round++) {
  const content = String.fromCharCode(97 + (round % 26)).repeat(SIZE);
  writeFiles(
    folder,
    ["a", "b", "c/d", "e", "f/g"].map((path) => ({ path, content })),
  );
}
