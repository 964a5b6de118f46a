/** A heavy tool that is not installed with the package and was asked for. */
export class MissingPeerError extends Error {
  override readonly name = "MissingPeerError";
}

/**
 * Runs `load`, the import of optional peer dependencies.
 * @throws MissingPeerError saying what to install when one of `packages` is missing; any other failure as it is.
 */
export async function loadPeer<T>(packages: readonly string[], load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error, packages)) throw error;
    throw new MissingPeerError(
      `This needs ${packages.join(" and ")}, which ${packages.length > 1 ? "are" : "is"} not installed. Run: npm install --save-dev ${packages.join(" ")}`,
      { cause: error },
    );
  }
}

// Only the peer itself may be missing; a hole in its own dependencies is another fault and must not be mislabelled.
function isMissing(error: unknown, packages: readonly string[]): boolean {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_MODULE_NOT_FOUND") return false;
  return packages.some((name) => error.message.includes(`'${name}'`));
}
