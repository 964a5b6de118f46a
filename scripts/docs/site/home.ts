import type { Contract } from "../../../src/contract/index.ts";
import { markup } from "../page/markup.ts";
import type { Places } from "./places.ts";

/** The front door of the site: where things are. */
export function homePage(
  { title, version }: Contract,
  { places: { errors, reference, versions }, published }: { places: Places; published: string[] },
): string {
  const pages = [
    [`${errors}/index.html`, "Errors", "What each code means, why it happens and how to fix it."],
    [
      `${reference}/index.html`,
      "API reference",
      "Every operation with its parameters, bodies and responses.",
    ],
  ] as const;
  const files = [
    [`${errors}.md`, "errors.md"],
    ["llms.txt", "llms.txt"],
    ...published.map((name) => [`${versions[0]}/${name}`, name]),
  ];
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<style>body{margin:0 auto;max-width:40rem;padding:15vh 1.5rem;font:1.0625rem/1.6 system-ui,sans-serif}h1{font-size:2.5rem;letter-spacing:-.02em}h2{font-size:1.25rem;margin:1.5rem 0 0}p{margin:0}li{margin:.25rem 0}</style>
</head>
<body><main>
<h1>${title}</h1><p>Version ${version}</p>
${pages.map(([href, name, text]) => markup`<h2><a href="${href}">${name}</a></h2><p>${text}</p>`)}
<h2>For programs</h2><ul>${files.map(([href = "", name = ""]) => markup`<li><a href="${href}">${name}</a></li>`)}</ul>
</main></body>
</html>
`.html;
}
