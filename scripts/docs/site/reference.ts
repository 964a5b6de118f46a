import type { Contract } from "../../../src/contract/index.ts";
import { html } from "../../render/escape.ts";
import { type Places, relative } from "./places.ts";

export interface ReferenceInput {
  contract: Contract;
  places: Places;
  /** The published document as JSON. */
  document: string;
  /** Redoc's code, a module without imports. */
  redoc: string;
}

/** The API reference: Redoc and the document in one file. */
export function referencePage({ contract, places, document, redoc }: ReferenceInput): string {
  const { title } = contract;
  const yaml = relative(places.reference, `${places.versions[0]}/openapi.yaml`);
  const errors = relative(places.reference, `${places.errors}/index.html`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>API reference · ${html(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'">
<link rel="icon" href="data:,">
<style>body{margin:0}noscript{display:block;padding:2rem;font:1rem/1.6 system-ui,sans-serif}</style>
</head>
<body>
<div id="redoc"></div>
<noscript>This page needs JavaScript. The same is in <a href="${html(yaml)}">openapi.yaml</a>; the <a href="${html(errors)}">error reference</a> works without.</noscript>
<script type="module">
${redoc}
init(${inScript(JSON.parse(document))}, { disableTelemetry: true }, document.getElementById("redoc"));
</script>
</body>
</html>
`;
}

// Nothing in the document can end the script: JSON stays the same with every < written as an escape.
function inScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
