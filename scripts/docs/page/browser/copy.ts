/** Puts a button on every box of code. */
export function addCopyButtons(): void {
  const said = document.createElement("p");
  said.className = "vh";
  said.setAttribute("role", "status");
  document.querySelector("main")?.append(said);
  for (const box of document.querySelectorAll<HTMLElement>(".box")) {
    const pre = box.querySelector("pre");
    if (!pre) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.append("Copy", context(box));
    button.addEventListener("click", async () => {
      said.textContent = (await copy(pre)) ? "Copied" : "Selected. Copy it with your keyboard.";
      const label = button.firstChild as Text;
      label.data = "Copied";
      setTimeout(() => {
        label.data = "Copy";
        said.textContent = "";
      }, 1600);
    });
    // Inside the box but not inside its summary, which is a control of its own.
    box.append(button);
  }
}

/** What the button copies, for those who hear it. */
function context(box: HTMLElement): HTMLElement {
  const code = box.closest("article")?.querySelector("h3 code")?.textContent;
  const words = document.createElement("span");
  words.className = "vh";
  words.textContent = ` ${box.querySelector("summary")?.textContent ?? ""}${code ? ` of ${code}` : ""}`;
  return words;
}

async function copy(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent ?? "");
    return true;
  } catch {
    // The clipboard may be forbidden; then the text is at least ready for the keys.
    getSelection()?.selectAllChildren(source);
    return false;
  }
}
