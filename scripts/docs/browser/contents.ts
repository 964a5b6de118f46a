import { idOf } from "./fragment.ts";

/** Height of the bar and what is kept free below it, in CSS pixels. */
const READING_LINE = 140;

/** Closes the contents when they have led somewhere; marks in them what is being read. */
export function startContents(): void {
  const toc = document.getElementById("contents");
  if (!toc) return;
  toc.addEventListener("click", (event) => {
    if ((event.target as Element).closest("a") && toc.matches(":popover-open")) toc.hidePopover();
  });
  markCurrent(toc);
}

function markCurrent(toc: HTMLElement): void {
  const links = new Map([...toc.querySelectorAll("a")].map((link) => [idOf(link.hash), link]));
  const headings = [...document.querySelectorAll("main [id]")].filter(({ id }) => links.has(id));
  let current: HTMLAnchorElement | undefined;
  let chosen: { heading: Element; at: number } | undefined;
  const update = () => {
    if (chosen && Math.abs(chosen.at - scrollY) > 4) chosen = undefined;
    const heading =
      chosen?.heading ?? headings.findLast((one) => one.getBoundingClientRect().top < readingLine());
    const link = heading && links.get(heading.id);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    if (link) show(toc, link);
    current = link;
  };
  // A heading near the end of the page cannot scroll up to the line, so a link to it counts until one scrolls on.
  const choose = () => {
    const heading = headings.find(({ id }) => id === idOf(location.hash));
    chosen = heading && { heading, at: scrollY };
    update();
  };
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        update();
      });
    },
    { passive: true },
  );
  addEventListener("hashchange", () => requestAnimationFrame(choose));
  addEventListener("load", choose);
  update();
}

/** Below the bar; over the last screen of the page it moves down to its end, so that every heading is passed. */
function readingLine(): number {
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  const share = Math.max(0, 1 - left / innerHeight);
  return READING_LINE + Math.max(0, innerHeight - READING_LINE) * share;
}

/** Scrolls the contents, and nothing around them, so that a link in them can be seen. */
function show(toc: HTMLElement, link: HTMLElement): void {
  const [frame, box] = [toc.getBoundingClientRect(), link.getBoundingClientRect()];
  if (box.top < frame.top) toc.scrollTop += box.top - frame.top - 16;
  else if (box.bottom > frame.bottom) toc.scrollTop += box.bottom - frame.bottom + 16;
}
