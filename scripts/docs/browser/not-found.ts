// Runs on the page that a server shows for an address that leads nowhere.

import { nearest } from "../../../src/report/nearest.ts";
import { startSearchForm } from "./search-form.ts";
import { startTheme } from "./theme.ts";

const missing = document.getElementById("missing");
const { errors = "", codes = "" } = missing?.dataset ?? {};
// The site may be hosted below any path; what its own addresses begin with tells where.
const parent = `/${errors.split("/").slice(0, -1).join("/")}/`;
const at = location.pathname.indexOf(parent);
const canonical = document.querySelector<HTMLAnchorElement>(".brand")?.href.replace(/index\.html$/, "") ?? "";
const root = at < 0 ? canonical : location.pathname.slice(0, at + 1);
for (const link of document.querySelectorAll("a")) {
  if (link.href.startsWith(canonical)) link.href = root + link.href.slice(canonical.length);
}
const form = document.querySelector("form");
if (form) form.action = form.action.replace(canonical, root);

const last =
  location.pathname
    .split("/")
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.\w+$/, "") ?? "";
const [meant] = nearest(last, codes.split(" "));
const place = document.getElementById("meant");
if (meant !== undefined && place) {
  const link = document.createElement("a");
  link.href = `${root}${errors}/${meant}/index.html`;
  link.textContent = meant;
  place.append("Did you mean ", link, "?");
}

startSearchForm();
startTheme();
