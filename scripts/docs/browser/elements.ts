/** An element with what belongs into it; strings become text. */
export function element(name: string, className: string, content: (string | Node)[] = []): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}

/** The code spans and links of a text of the contract (CommonMark); everything else stays text. */
export function prose(text: string): Node[] {
  const parts = text.split(/(`[^`]+`|\[[^\]]+\]\((?:https?:|#)[^\s()]*\))/);
  return parts.filter(Boolean).map((part) => {
    if (part.startsWith("`")) return element("code", "", [part.slice(1, -1)]);
    const [, label, href] = /^\[(.+)\]\((\S+)\)$/.exec(part) ?? [];
    if (label === undefined || href === undefined) return document.createTextNode(part);
    const link = element("a", "", prose(label)) as HTMLAnchorElement;
    link.href = href;
    return link;
  });
}
