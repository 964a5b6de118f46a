import type { Copy } from "../copy.ts";
import { petsDocument } from "../docs/pets.ts";
import { copyForTest } from "./copy.ts";

/** One rule of the linters is left, which the document does not keep. */
const LINT_NOTHING = {
  "redocly.yaml": "extends: []\n",
  ".spectral.yaml": "extends: [[spectral:oas, off]]\nrules: {info-contact: warn}\n",
  "cstar-contract.yaml": "rules: {extension-registered: off}\n",
};

/** A project with a document that is generated in a moment, and has one warning. */
export function smallProject(change: (document: ReturnType<typeof petsDocument>) => void = () => {}): Copy {
  const copy = copyForTest();
  const document = petsDocument();
  change(document);
  for (const [file, text] of Object.entries(LINT_NOTHING)) copy.write(file, text);
  copy.write("openapi/openapi.yaml", JSON.stringify(document, null, 2));
  return copy;
}
