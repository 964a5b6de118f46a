/** Colours the names and the texts of the JSON examples. */
export function colorJson(): void {
  for (const pre of document.querySelectorAll(".box pre")) {
    const text = pre.textContent ?? "";
    if (!text.startsWith("{")) continue;
    const parts = text.split(/("(?:[^"\\]|\\.)*")/);
    pre.replaceChildren(
      ...parts.map((part, index) => {
        if (index % 2 === 0) return part;
        const element = document.createElement("span");
        element.className = parts[index + 1]?.startsWith(":") ? "name" : "text";
        element.textContent = part;
        return element;
      }),
    );
  }
}
