/** Makes the links to other files right where the server gives this page without a slash at the end. */
export function startLinks(): void {
  const { pathname } = location;
  if (/(?:\/|\.html)$/.test(pathname)) return;
  const folder = pathname.slice(pathname.lastIndexOf("/") + 1);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (!/^(?:#|[a-z]+:)/i.test(href)) link.setAttribute("href", `${folder}/${href}`);
  }
}
