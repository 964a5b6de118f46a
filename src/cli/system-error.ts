/**
 * The errors of the file system that a person can do something about: what is wrong, and what to do. Any other code is
 * shown as it is (https://nodejs.org/api/errors.html#common-system-errors, `man 3 errno`).
 */
const KNOWN: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ENOENT: ["there is no such file", "Check the path, and the folder that you are in"],
  EISDIR: ["it is a folder", "Move it away, or use another path"],
  ENOTDIR: ["a part of its path is a file, not a folder", "Move that file away, or correct the path"],
  EEXIST: ["something else is in its place", "Move it away"],
  EACCES: ["you do not have permission", "Change its permissions or those of its folder"],
  EPERM: ["the system does not permit it", "Change its permissions or its owner"],
  EROFS: ["it is on a read-only file system", "Use a folder that can be written"],
  ENOSPC: ["the disk is full", "Free some space, then run this again"],
  EDQUOT: ["your disk quota is used up", "Free some space, then run this again"],
  EFBIG: ["it is larger than the system allows", "Raise the limit for the size of files"],
  EBUSY: ["another program is using it", "Close that program, then run this again"],
  EMFILE: ["too many files are open", "Raise the limit for open files"],
  ENFILE: ["too many files are open on this machine", "Close other programs, then run this again"],
  ENAMETOOLONG: ["its name is too long", "Use a shorter path"],
  ELOOP: ["its symbolic links form a loop", "Correct the links"],
  ERR_INVALID_ARG_VALUE: ["its name has a character that no name may have", "Correct the path"],
  ENOTEMPTY: ["it is a folder that is not empty", "Move it away"],
};

/** What could not be done, by the system call that failed. */
const VERBS: Readonly<Record<string, string>> = {
  access: "read",
  open: "opened",
  read: "read",
  scandir: "read",
  stat: "read",
  lstat: "read",
  write: "written",
  rename: "written",
  mkdir: "created",
  unlink: "removed",
  rm: "removed",
  rmdir: "removed",
};

/** Why the file system refused, as a part of a sentence. */
export function reasonOf(error: unknown): string {
  const known = isSystemError(error) ? KNOWN[error.code] : undefined;
  return known?.[0] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * One sentence for an error of the file system that names the path and says what to do about it; undefined for any
 * other error, and for one without a path, which is a fault of the program.
 */
export function describeSystemError(error: unknown): string | undefined {
  if (!isSystemError(error) || error.path === undefined) return undefined;
  const known = KNOWN[error.code];
  if (known === undefined) return undefined;
  const [reason, advice] = known;
  return `${error.path} cannot be ${VERBS[error.syscall ?? ""] ?? "used"}: ${reason}. ${advice}.`;
}

/** The same error, about `path`: what fails after a file was opened does not say which file it was. */
export function withPath(error: unknown, path: string): unknown {
  return isSystemError(error) ? Object.assign(error, { path }) : error;
}

type SystemError = Error & { code: string; path?: string; syscall?: string };

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
