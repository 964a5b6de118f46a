import { idOf } from "../fragment.ts";
import { startSlashKey } from "../search-form.ts";
import { readEntries } from "./entries.ts";
import { type Entry, search } from "./rank.ts";
import { renderHit, renderRequestId, renderSuggestions } from "./results.ts";

/** What other parts of the page may do with the search. */
export interface Search {
  /** Takes over a text that is no search but a response. */
  onResponse(handler: (text: string) => void): void;
}

/** More results than anybody reads. */
const MOST_HITS = 30;

const REQUEST_ID = /^req_[A-Za-z0-9]{4,}$/;

/** Shows what matches while one types, below the search box and above the page. `?q=` keeps the words in the address. */
export function startSearch(): Search {
  const input = document.querySelector<HTMLInputElement>("#q");
  const panel = document.getElementById("results");
  const status = document.getElementById("found");
  const list = panel?.querySelector("ul");
  const clear = document.getElementById("clear");
  let handleResponse = (_text: string) => {};
  const api: Search = {
    onResponse: (handler) => {
      handleResponse = handler;
    },
  };
  if (!input || !panel || !status || !list || !clear) return api;
  let entries: Entry[] | undefined;

  const show = (open: boolean) => {
    panel.hidden = !open;
    clear.hidden = input.value === "";
    input.form?.classList.toggle("open", open);
  };
  const render = () => {
    const query = input.value.trim();
    list.replaceChildren();
    status.textContent = "";
    if (query === "") return show(false);
    if (REQUEST_ID.test(query)) {
      status.append(renderRequestId(query));
      return show(true);
    }
    entries ??= readEntries();
    const { hits, words, meant } = search(entries, query);
    // The exact name of an operation asks what that operation can return.
    const operation = hits[0]?.entry.codes && hits[0].score >= 1000 ? hits[0].entry : undefined;
    const shown = operation
      ? [operation, ...entries.filter(({ kind, name }) => kind === "code" && operation.codes?.includes(name))]
      : hits.slice(0, MOST_HITS).map(({ entry }) => entry);
    list.append(
      ...(hits.length > 0 ? shown : meant).map((entry) => renderHit(entry, operation ? [] : words)),
    );
    if (operation) status.textContent = `${operation.name} can return ${operation.codes?.length} codes`;
    else if (hits.length > 0) status.textContent = hits.length === 1 ? "1 result" : `${hits.length} results`;
    else status.append(...renderSuggestions(query, meant.length > 0));
    show(true);
  };
  const remember = () => {
    const url = new URL(location.href);
    if (input.value.trim() === "") url.searchParams.delete("q");
    else url.searchParams.set("q", input.value.trim());
    history.replaceState(null, "", url);
  };
  const restore = () => {
    const asked = new URLSearchParams(location.search).get("q");
    const id = idOf(location.hash);
    const operation = id.startsWith("op-") && document.getElementById(id) ? id.slice("op-".length) : "";
    input.value = asked ?? operation;
    render();
  };
  const reset = () => {
    input.value = "";
    remember();
    render();
  };

  input.addEventListener("input", () => {
    render();
    remember();
  });
  input.addEventListener("focus", render);
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!/^\s*[{[<]|^HTTP\/|\n/.test(text)) return;
    event.preventDefault();
    reset();
    handleResponse(text);
  });
  clear.addEventListener("click", () => {
    reset();
    input.focus();
  });
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  list.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const href = link.getAttribute("href") ?? "";
    if (!href.startsWith("#")) return;
    event.preventDefault();
    follow(href);
    input.value = "";
    show(false);
    if (href.startsWith("#op-")) restore();
  });
  panel.addEventListener("keydown", (event) => move(event, input, list));
  input.addEventListener("keydown", (event) => move(event, input, list));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    reset();
    input.focus();
  });
  addEventListener("pointerdown", (event) => {
    if (!input.form?.contains(event.target as Node)) show(false);
  });
  addEventListener("popstate", restore);
  startSlashKey(input);
  restore();
  return api;
}

/** Leads to a place on this page; what was searched stays in the history, so that Back returns to it. */
function follow(hash: string): void {
  history.pushState(null, "", location.pathname);
  location.replace(hash);
}

/** The arrow keys go through the results, and back to the box. */
function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const stops: HTMLElement[] = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
}
