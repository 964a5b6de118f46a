/** Puts a button on every box of code; makes those beside the headings copy the links to them. */
export function addCopyButtons(): void {
  const status = document.createElement("p");
  status.className = "vh";
  status.setAttribute("role", "status");
  document.querySelector("main")?.append(status);
  for (const box of document.querySelectorAll<HTMLElement>(".box")) {
    const pre = box.querySelector("pre");
    if (!pre) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", nameOf(box));
    copyOnClick(button, { text: () => pre.textContent ?? "", source: pre, status });
    // Inside the box but not inside its summary, which is a control of its own. It is placed where nothing moves for it.
    box.append(button);
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>(".head > .copy")) {
    const heading = button.previousElementSibling as HTMLElement;
    const text = () => `${location.href.replace(/[?#].*/, "")}#${encodeURIComponent(heading.id)}`;
    copyOnClick(button, { text, source: heading, status });
  }
}

interface CopySource {
  text(): string;
  /** What is selected where the clipboard cannot be used. */
  source: HTMLElement;
  /** Announces the result to screen readers. */
  status: HTMLElement;
}

function copyOnClick(button: HTMLButtonElement, { text, source, status }: CopySource): void {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const copied = await copy(text(), source);
    status.textContent = copied ? "Copied" : "Selected. Copy it with your keyboard.";
    button.textContent = copied ? "Copied" : "Selected";
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 1600);
  });
}

/** The accessible name of a copy button. */
function nameOf(box: HTMLElement): string {
  const heading = box.closest("article, section")?.querySelector("h1, h2, h3")?.textContent;
  const caption = box.querySelector("summary")?.textContent ?? "";
  return `Copy ${caption}${heading ? ` of ${heading}` : ""}`;
}

async function copy(text: string, source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The clipboard may be forbidden; then the text is at least ready for the keyboard.
    getSelection()?.selectAllChildren(source);
    return false;
  }
}
