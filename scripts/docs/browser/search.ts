interface Entry {
  article: HTMLElement;
  anchor: string;
  /** All that can be searched, in lower case. */
  text: string;
}

/** Filters the codes while one types; `?q=` keeps the words in the address. */
export function startSearch(): void {
  const input = document.querySelector<HTMLInputElement>("#q");
  const found = document.querySelector("#found");
  if (!input || !found) return;
  const entries = [...document.querySelectorAll<HTMLElement>("article.code")].map(entryOf);

  const apply = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = new Set(entries.filter(({ text }) => words.every((word) => text.includes(word))));
    for (const entry of entries) entry.article.hidden = !hits.has(entry);
    for (const group of document.querySelectorAll<HTMLElement>(".group")) {
      group.hidden = words.length > 0 && group.querySelector("article:not([hidden])") === null;
    }
    const anchors = new Set([...hits].map(({ anchor }) => anchor));
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".toc li li a")) {
      link.hidden = !anchors.has(decodeURIComponent(link.hash.slice(1)));
    }
    for (const group of document.querySelectorAll<HTMLElement>(".toc li:has(li)")) {
      group.hidden = words.length > 0 && group.querySelector("li li a:not([hidden])") === null;
    }
    document.body.classList.toggle("searching", words.length > 0);
    found.textContent = words.length > 0 ? summary(hits.size, entries.length, input.value.trim()) : "";
  };
  const remember = () => {
    const url = new URL(location.href);
    if (input.value.trim() === "") url.searchParams.delete("q");
    else url.searchParams.set("q", input.value.trim());
    history.replaceState(null, "", url);
  };
  const search = () => {
    apply();
    remember();
  };

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  apply();
  input.addEventListener("input", search);
  input.form?.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest?.("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
    if (event.key === "Escape" && event.target === input) {
      input.value = "";
      search();
    }
  });
  // A link to something that the filter hides ends the filter.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.getClientRects().length > 0) return;
    input.value = "";
    search();
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}

function entryOf(article: HTMLElement): Entry {
  const parts = article.querySelectorAll("h3 code, p, li, dd, .box:first-child pre");
  const text = [...parts].map((part) => part.textContent ?? "").join("\n");
  return { article, anchor: article.querySelector("h3")?.id ?? "", text: text.toLowerCase() };
}

function summary(hits: number, all: number, words: string): string {
  if (hits === 0) return `No code matches “${words}”. Escape clears the search.`;
  return `${hits} of ${all} codes match “${words}”`;
}
