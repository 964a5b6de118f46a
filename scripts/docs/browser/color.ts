const STRING = /"(?:[^"\\\n]|\\.)*"(:?)/g;

/** Colours the strings in the samples, and the names in JSON: an element for each would be a tenth of the page. */
export function colorCode(): void {
  for (const pre of document.querySelectorAll(".box pre")) {
    // What is read is text that is escaped already, and places where a string may be broken.
    pre.innerHTML = pre.innerHTML.replace(STRING, (string, colon: string) =>
      colon === ":"
        ? `<span class="name">${string.slice(0, -1)}</span>:`
        : `<span class="text">${string}</span>`,
    );
  }
}
