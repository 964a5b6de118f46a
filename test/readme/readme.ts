import { readText } from "../contract/project.ts";

export const readme = readText("README.md");

/** What the README shows of a command: the lines below `$ command`. */
export function shown(command: string): string {
  const blocks = [...readme.matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)];
  const block = blocks.find(([, line]) => line === command);
  if (!block) throw new Error(`The README shows no output of ${command}.`);
  return block[2] ?? "";
}
