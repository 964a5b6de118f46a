import { element, prose } from "./elements.ts";
import type { Explained } from "./explain.ts";

/** What a pasted response means and what to do, for the page. Everything in it is put there as text. */
export function renderExplanation(response: Explained | undefined): DocumentFragment {
  const fragment = document.createDocumentFragment();
  if (response === undefined) {
    fragment.append(
      "This is neither JSON nor an HTTP response. Paste a body, or everything that ",
      element("code", "", ["curl -i"]),
      " prints.",
    );
    return fragment;
  }
  fragment.append(
    ...heading(response),
    ...facts(response),
    ...advice(response),
    ...unknown(response),
    ...problems(response),
  );
  return fragment;
}

function heading({ code, explanation, status }: Explained): Node[] {
  const name = code === undefined ? "No error code" : element("code", "", [code]);
  const title = explanation ? ` ${explanation.title}` : "";
  const shown = status ?? explanation?.status;
  const badges = element("p", "badges", [
    ...(shown === undefined ? [] : [element("span", "status", [String(shown)])]),
    ...(explanation ? [retryBadge(explanation.code, explanation.retry)] : []),
  ]);
  return [element("h2", "", [name, title]), badges];
}

/** The badge that the page already has for the code. */
function retryBadge(code: string, retry: string): Node {
  const badges = [...document.querySelectorAll(`main .retry.${retry}`)];
  const badge = badges.find((one) => one.closest("article, tr")?.textContent?.includes(code)) ?? badges[0];
  return badge?.cloneNode(true) ?? element("span", `retry ${retry}`, [retry]);
}

function facts({ message, param, requestId, status, statusMeaning }: Explained): Node[] {
  const rows = [
    row("Status", status === undefined ? undefined : prose(`${status} ${statusMeaning ?? ""}`)),
    row("Message", message === undefined ? undefined : [message]),
    row("Parameter", param === undefined ? undefined : [element("code", "", [param])]),
    row("Request id, for support", requestId === undefined ? undefined : [element("code", "", [requestId])]),
  ].flat();
  return rows.length > 0 ? [element("dl", "facts", rows)] : [];
}

function row(name: string, value: (string | Node)[] | undefined): Node[] {
  if (value === undefined) return [];
  return [element("div", "full", [element("dt", "", [name]), element("dd", "", value)])];
}

function advice({ explanation, when }: Explained): Node[] {
  if (!explanation) return [];
  const { description, fixes, retryAdvice, actorAdvice, code } = explanation;
  const link = element("a", "", ["All about ", element("code", "", [code])]) as HTMLAnchorElement;
  link.href = new URL(explanation.docUrl).hash;
  return [
    element("p", "", prose(description)),
    element("h3", "", ["What to do"]),
    element(
      "ol",
      "",
      fixes.map((fix) => element("li", "", prose(fix))),
    ),
    element("h3", "", ["When to retry"]),
    element("p", "", prose([retryAdvice, when].filter(Boolean).join(" "))),
    element("h3", "", ["Who can fix it"]),
    element("p", "", [...prose(actorAdvice), " ", link]),
  ];
}

function unknown({ unknown: found, codesOfStatus, status }: Explained): Node[] {
  const links = (codes: readonly string[]) =>
    codes.flatMap((code, index) => (index === 0 ? [codeLink(code)] : [", ", codeLink(code)]));
  const parts: Node[] = [];
  if (found) {
    const { code, retired, nearest } = found;
    parts.push(
      element("p", "", [
        "There is no error code ",
        element("code", "", [code]),
        retired ? `. It was retired in ${retired.retired}: ${retired.reason}` : ".",
        ...(nearest.length > 0 ? [" Did you mean ", ...links(nearest), "?"] : []),
      ]),
    );
  }
  if (codesOfStatus) {
    parts.push(element("p", "", [`Codes with status ${status}: `, ...links(codesOfStatus)]));
  }
  return parts;
}

function codeLink(code: string): Node {
  const known = [...document.querySelectorAll<HTMLAnchorElement>(".toc li li a")].find(
    ({ textContent }) => textContent === code,
  );
  const link = element("a", "", [element("code", "", [code])]) as HTMLAnchorElement;
  link.href = known?.getAttribute("href") ?? "#";
  return link;
}

function problems({ problems: all, status }: Explained): Node[] {
  const what = status === undefined ? "body" : "response";
  const faults = all.filter(({ severity }) => severity === "error");
  const items = [...faults, ...all.filter(({ severity }) => severity === "note")].map(
    ({ message, pointer, rule, severity }) =>
      element("li", severity, [
        ...prose(message),
        " ",
        element("code", "kind", [`${severity === "note" ? "note " : ""}${pointer} ${rule}`.trim()]),
      ]),
  );
  const list = items.length > 0 ? [element("ul", "", items)] : [];
  if (faults.length > 0) return [element("h3", "wrong", [`What is wrong with the ${what} itself`]), ...list];
  return [element("p", "sound", [`The ${what} is as the contract says.`]), ...list];
}
