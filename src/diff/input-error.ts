/** Something about the inputs of a comparison that the user can fix; the message says what was found and what to do. */
export class DiffInputError extends Error {
  override readonly name = "DiffInputError";
}
