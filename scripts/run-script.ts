import { type Command, main, runCommand, UsageError } from "../src/cli/index.ts";
import { exists } from "./disk.ts";
import { project } from "./project.ts";

/** Runs a command as the npm script of its name. */
export async function runScript(command: Command): Promise<void> {
  await main((argv, terminal) =>
    runCommand(`npm run ${command.name} --`, { command: inProject(command), argv, terminal }),
  );
}

/** Every path is relative to the project's folder, into which npm changes; whoever starts a script without npm may not be there. */
function inProject(command: Command): Command {
  return {
    ...command,
    async run(args, terminal) {
      if (exists(project.entry)) return command.run(args, terminal);
      throw new UsageError(
        `There is no ${project.entry} in ${process.cwd()}. Change into the folder of the project, then run this again.`,
      );
    },
  };
}
