import { nearest } from "../../../src/report/nearest.ts";
import { idOf } from "./fragment.ts";

/** Says so when a fragment leads nowhere, and offers the nearest one that leads somewhere. */
export function startAnchors(): void {
  const place = document.getElementById("unknown");
  if (!place) return;
  const check = () => {
    const id = idOf(location.hash);
    place.replaceChildren();
    if (id === "" || document.getElementById(id)) return;
    const name = document.createElement("code");
    name.textContent = id.slice(0, 80);
    place.append("There is no ", name, " on this page.");
    const known = [...document.querySelectorAll("main [id]")].map((element) => element.id);
    const [meant] = nearest(id, known);
    if (meant !== undefined) {
      const link = document.createElement("a");
      link.href = `#${encodeURIComponent(meant)}`;
      link.textContent = meant;
      place.append(" Did you mean ", link, "?");
    }
    scrollTo({ top: 0 });
  };
  addEventListener("hashchange", check);
  check();
}
