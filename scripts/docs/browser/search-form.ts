/** The search box of a page that has nothing to search itself: it leads to the error reference. */
export function startSearchForm(): void {
  const form = document.querySelector<HTMLFormElement>(".search");
  const input = document.querySelector<HTMLInputElement>("#q");
  if (!form || !input) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `${form.action}?q=${encodeURIComponent(input.value.trim())}`;
  });
  startSlashKey(input);
}

/** A slash leads to the search box from everywhere. */
export function startSlashKey(input: HTMLInputElement): void {
  addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest?.("input, textarea, select");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
