/** Folds the contents where they stand above the page; marks in them what is being read. */
export function startContents(): void {
  const toc = document.querySelector<HTMLDetailsElement>("#contents");
  const wide = matchMedia("(min-width: 64rem)");
  if (!toc) return;
  const fold = () => {
    toc.open = wide.matches;
  };
  wide.addEventListener("change", fold);
  fold();
  toc.addEventListener("click", (event) => {
    if (!wide.matches && (event.target as Element).closest("a")) toc.open = false;
  });
  markCurrent(toc);
}

function markCurrent(toc: HTMLElement): void {
  const links = new Map(
    [...toc.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
  );
  const headings = [...document.querySelectorAll("main [id]")].filter(({ id }) => links.has(id));
  let current: HTMLAnchorElement | undefined;
  const observer = new IntersectionObserver(
    () => {
      const reading = headings.findLast(
        (heading) => heading.getClientRects().length > 0 && heading.getBoundingClientRect().top < 140,
      );
      const link = reading && links.get(reading.id);
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      if (link) show(toc, link);
      current = link;
    },
    { rootMargin: "0px 0px -80% 0px" },
  );
  for (const heading of headings) observer.observe(heading);
}

/** Scrolls the contents, and nothing around them, so that a link in them can be seen. */
function show(toc: HTMLElement, link: HTMLElement): void {
  const [frame, box] = [toc.getBoundingClientRect(), link.getBoundingClientRect()];
  if (box.top < frame.top) toc.scrollTop += box.top - frame.top - 16;
  else if (box.bottom > frame.bottom) toc.scrollTop += box.bottom - frame.bottom + 16;
}
