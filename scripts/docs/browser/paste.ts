import type { Explain } from "./explain.ts";
import { renderExplanation } from "./explanation.ts";
import { resolveLink } from "./links.ts";
import type { Search } from "./search/panel.ts";

/** Explains what is pasted into the box, or into the search. The code for it is loaded when it is needed first. */
export function startPaste(search: Search): void {
  const form = document.querySelector<HTMLFormElement>("#paste-form");
  const box = document.querySelector<HTMLTextAreaElement>("#paste");
  const place = document.getElementById("explained");
  if (!form || !box || !place) return;
  const load = () => loadExplain(resolveLink(form.dataset.script ?? ""));
  const explain = async () => {
    const text = box.value;
    if (text.trim() === "") return place.replaceChildren();
    try {
      const run = await load();
      if (box.value === text) place.replaceChildren(renderExplanation(run(text)));
    } catch {
      place.textContent =
        "The code that explains responses could not be loaded. Look the code up on this page instead.";
    }
  };
  box.addEventListener("focus", () => load().catch(() => undefined), { once: true });
  box.addEventListener("input", explain);
  form.addEventListener("submit", (event) => event.preventDefault());
  search.onResponse((text) => {
    box.value = text;
    box.focus();
    box.scrollIntoView({ block: "center" });
    explain();
  });
  // Some browsers fill the box again after a reload.
  if (box.value !== "") explain();
}

let loading: Promise<Explain> | undefined;

function loadExplain(source: string): Promise<Explain> {
  loading ??= new Promise<Explain>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", () =>
      globalThis.cstarExplain
        ? resolve(globalThis.cstarExplain)
        : reject(new Error("The script did not run.")),
    );
    script.addEventListener("error", () => reject(new Error("The script could not be loaded.")));
    document.head.append(script);
  });
  loading.catch(() => {
    loading = undefined; // the next attempt may succeed
  });
  return loading;
}
