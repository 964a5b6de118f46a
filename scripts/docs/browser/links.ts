/** Corrects the links to other files where the server serves this folder without a slash at the end. */
export function startLinks(): void {
  for (const link of document.querySelectorAll("a[href], link[href], form[action]")) {
    const name = link.localName === "form" ? "action" : "href";
    const href = link.getAttribute(name) ?? "";
    if (resolveLink(href) !== href) link.setAttribute(name, resolveLink(href));
  }
}

/** A relative link as it must be from the address that the page was served at. */
export function resolveLink(href: string): string {
  const { folder } = document.documentElement.dataset;
  const last = location.pathname.slice(location.pathname.lastIndexOf("/") + 1);
  return folder === undefined || last !== folder || /^(?:#|[a-z]+:)/i.test(href) ? href : `${folder}/${href}`;
}
