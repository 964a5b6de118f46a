import type { Format } from "@stoplight/spectral-core";
import { isOpenApi3 } from "./model.ts";

/** OpenAPI 3, as Spectral asks for it. Spectral then says by itself that a document of another kind was not checked. */
export const openApi3: Format = Object.assign((document: unknown) => isOpenApi3(document), {
  displayName: "OpenAPI 3.x",
});
