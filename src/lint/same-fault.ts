/** Rules that both linters have under one name. */
const SAME_NAME = [
  ...["info-contact", "info-license", "operation-description", "operation-singular-tag"],
  ...["operation-tag-defined", "tag-description"],
];

/**
 * Rules of Spectral's `oas` that say what a rule of Redocly says too (its name at the right). A fault is to be told
 * once, so Spectral does not run a rule whose counterpart Redocly runs.
 */
const SAME_FAULT: Readonly<Record<string, string>> = {
  "duplicated-entry-in-enum": "no-duplicated-enum-values",
  "no-$ref-siblings": "spec-ref-siblings",
  "no-eval-in-markdown": "no-unsafe-markdown",
  "no-script-tags-in-markdown": "no-unsafe-markdown",
  "oas2-anyOf": "struct",
  "oas2-oneOf": "struct",
  "oas2-operation-security-defined": "security-defined",
  "oas2-schema": "struct",
  "oas2-valid-schema-example": "no-invalid-schema-examples",
  "oas3-api-servers": "no-empty-servers",
  "oas3-examples-value-or-externalValue": "no-example-value-and-externalValue",
  "oas3-operation-security-defined": "security-defined",
  "oas3-schema": "struct",
  "oas3-server-trailing-slash": "no-server-trailing-slash",
  "oas3-server-variables": "no-undefined-server-variable",
  "oas3-unused-component": "no-unused-components",
  "oas3-valid-media-example": "no-invalid-media-type-examples",
  "oas3-valid-schema-example": "no-invalid-schema-examples",
  "openapi-tags-uniqueness": "no-duplicated-tag-names",
  "operation-operationId": "operation-operationId",
  "operation-operationId-unique": "operation-operationId-unique",
  "operation-operationId-valid-in-url": "operation-operationId-url-safe",
  "operation-parameters": "operation-parameters-unique",
  "operation-success-response": "operation-2xx-response",
  "path-declarations-must-exist": "path-declaration-must-exist",
  "path-keys-no-trailing-slash": "no-path-trailing-slash",
  "path-not-include-query": "path-not-include-query",
  "path-params": "path-parameters-defined",
  "typed-enum": "no-enum-type-mismatch",
  ...Object.fromEntries(SAME_NAME.map((rule) => [rule, rule])),
};

/** Rules of Spectral's `oas` that Redocly has no counterpart of, beside those that are named after a version of OpenAPI. */
const SPECTRAL_ALONE = new Set([
  ...["array-items", "contact-properties", "info-contact", "info-description", "license-url"],
  ...["no-example-examples", "openapi-tags", "openapi-tags-alphabetical", "operation-tags"],
]);

/** Whether findings of a name come from Spectral. */
export function isSpectralRule(id: string): boolean {
  return (
    /^oas\d/.test(id) || SPECTRAL_ALONE.has(id) || (Object.hasOwn(SAME_FAULT, id) && SAME_FAULT[id] !== id)
  );
}

/** The rules of Spectral that have nothing to add; `decides` tells whether Redocly runs a rule, or is told not to. */
export function toldByRedocly(decides: (rule: string) => boolean): string[] {
  return Object.entries(SAME_FAULT).flatMap(([spectral, redocly]) => (decides(redocly) ? [spectral] : []));
}
