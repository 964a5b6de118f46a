import type { Entry } from "./rank.ts";

/** Everything on the page that can be found. */
export function readEntries(): Entry[] {
  return [...codes(), ...clientCodes(), ...types(), ...operations(), ...sections()];
}

function codes(): Entry[] {
  const articles = [...document.querySelectorAll<HTMLElement>("article.code")].map((article): Entry => {
    const heading = article.querySelector("h3");
    return {
      kind: "code",
      name: textOf(heading),
      title: textOf(article.querySelector(".title")),
      facts: factsOf(article),
      text: `${textsOf(article, ".prose, li, .verdict dd")}\n${messageOf(article)}`,
      href: `#${encodeURIComponent(heading?.id ?? "")}`,
    };
  });
  if (articles.length > 0) return articles;
  // A page with too many codes for articles has a row for each.
  return [...document.querySelectorAll<HTMLElement>(".group th[id]")].map((head): Entry => {
    const [status, meaning, retry] = head.parentElement?.querySelectorAll("td") ?? [];
    return {
      kind: "code",
      name: textOf(head),
      title: textOf(meaning),
      facts: `${textOf(status)} · ${textOf(retry)}`,
      text: "",
      href: head.querySelector("a")?.getAttribute("href") ?? "",
    };
  });
}

function clientCodes(): Entry[] {
  return [...document.querySelectorAll<HTMLElement>("article.client-code")].map((article) => ({
    kind: "client code",
    name: textOf(article.querySelector("h3")),
    title: textOf(article.querySelector(".title")),
    facts: factsOf(article),
    text: textsOf(article, "p:not([class]), li"),
    href: `#${article.querySelector("h3")?.id}`,
  }));
}

function factsOf(article: Element): string {
  return [...article.querySelectorAll(".badges > span")].map(textOf).join(" · ");
}

/** The message of the example: people search for what they were told. */
function messageOf(article: Element): string {
  const example = article.querySelector(".box pre")?.textContent ?? "";
  return /"message": "((?:[^"\\]|\\.)*)"/.exec(example)?.[1] ?? "";
}

function types(): Entry[] {
  return [...document.querySelectorAll<HTMLElement>(".group > header")].map((header) => {
    const heading = header.querySelector("h2");
    return {
      kind: "type",
      name: textOf(header.querySelector(".eyebrow")),
      title: textOf(heading),
      facts: "",
      text: textsOf(header, ".prose"),
      href: `#${encodeURIComponent(heading?.id ?? "")}`,
    };
  });
}

function operations(): Entry[] {
  const columns = [...document.querySelectorAll(".matrix thead a")].map(textOf);
  return [...document.querySelectorAll<HTMLElement>("tr[id^='op-']")].map((row, index) => {
    const cells = [...row.querySelectorAll(".matrix td")];
    const codes =
      columns.length > 0 ? columns.filter((_, at) => textOf(cells[at]) !== "") : listedCodes(index);
    const request = row.querySelector("th")?.title || textOf(row.querySelector("td"));
    return {
      kind: "operation",
      name: textOf(row.querySelector("th")),
      title: request,
      facts: `${codes.length} codes`,
      text: "",
      href: `#${encodeURIComponent(row.id)}`,
      codes,
    };
  });
}

/** The codes of an operation where there is no matrix: rows name their operations by index, or none if all return the code. */
function listedCodes(operation: number): string[] {
  return [...document.querySelectorAll<HTMLElement>(".group th[id]")]
    .filter(({ dataset }) => dataset.operations?.split(" ").includes(String(operation)) ?? true)
    .map(textOf);
}

function sections(): Entry[] {
  return [...document.querySelectorAll<HTMLElement>("section.intro")].map((section) => {
    const heading = section.querySelector("h2");
    return {
      kind: "section",
      name: "",
      title: textOf(heading),
      facts: "",
      text: textsOf(section, "p, li, dd, td:not(.matrix td), th:not(.matrix th)"),
      href: `#${heading?.id}`,
    };
  });
}

function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

function textsOf(parent: Element, selector: string): string {
  return [...parent.querySelectorAll(selector)].map(textOf).join("\n");
}
