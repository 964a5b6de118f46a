import type { Contract } from "../../contract/index.ts";
import { locationId, type Node, type Reader } from "../../document/index.ts";
import { stableText } from "../canonical/merge.ts";
import { operationName, pairContracts } from "../pairing.ts";
import { quote } from "../words.ts";

/**
 * The parts that differ and that no comparison looks at: webhooks of the document, callbacks of operations and links of
 * responses (OpenAPI 3.1, sections 4.8.1, 4.8.10 and 4.8.17), by the names that a report has for them.
 */
export function notCompared(base: Contract, head: Contract): string[] {
  const differ = (before: Part, after: Part) =>
    contentOf(base.reader, before) !== contentOf(head.reader, after);
  const [webhooks, newWebhooks] = [base, head].map(({ reader, root }) => reader.get(root, "webhooks"));
  const operations = pairContracts(base, head).operations.flatMap((pair) => {
    const [before, after] = [partsOf(base, pair.base), partsOf(head, pair.head)];
    const parts = (["callbacks", "links"] as const).filter((part) => differ(before[part], after[part]));
    return parts.map((part) => `${part} of ${quote(operationName(pair.head))}`);
  });
  return [...(differ(webhooks, newWebhooks) ? ["webhooks"] : []), ...operations];
}

type Part = Node | undefined | readonly (readonly [string, Node | undefined])[];

function partsOf({ reader, root }: Contract, { path, method }: { path: string; method: string }) {
  const operation = reader.get(root, "paths", path, method);
  const responses = reader.entries(reader.get(operation, "responses"));
  return {
    callbacks: reader.get(operation, "callbacks"),
    links: responses.flatMap(([status, response]): [string, Node][] => {
      const links = reader.get(response, "links");
      return links ? [[status, links]] : [];
    }),
  };
}

/** What a part says once its references are followed; neither the order of keys nor where it stands shows. */
function contentOf(reader: Reader, part: Part): string {
  const met = new Map<string, number>();
  // What is met again, in a circle or beside, is named by its number: unions of unions would have no end otherwise.
  const plain = (node: Node | undefined): unknown => {
    if (typeof node?.value !== "object" || node.value === null) return node?.value;
    const place = locationId(node);
    const number = met.get(place);
    if (number !== undefined) return { met: number };
    met.set(place, met.size);
    const members = reader.entries(node).map(([key, member]) => [key, plain(member)]);
    return Array.isArray(node.value) ? members.map(([, member]) => member) : Object.fromEntries(members);
  };
  return stableText(isList(part) ? part.map(([key, node]) => [key, plain(node)]) : plain(part));
}

function isList(part: Part): part is readonly (readonly [string, Node | undefined])[] {
  return Array.isArray(part);
}
