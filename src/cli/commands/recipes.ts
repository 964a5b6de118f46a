import { type Contract, sampleRequest } from "../../contract/index.ts";

/** For each code its name, its status, and a shell command that makes the mock at `origin` answer with it. */
export function recipes({ errors, operations, keys }: Contract, origin: string): string[] {
  const kind = keys.find(({ environment, kind }) => environment === "test" && kind === "secret") ?? keys[0];
  const key = `${kind?.prefix ?? ""}${"x".repeat(32)}`;
  return errors.map(({ code, status, operations: [first] }) => {
    const operation = operations.find(({ id }) => id === first);
    if (operation === undefined) throw new Error(`No operation declares ${code}.`);
    const { method, path, body } = sampleRequest(operation);
    const command = [
      `curl -X ${method} ${quote(`${origin}${path}`)}`,
      `-H 'Authorization: Bearer ${key}'`,
      `-H 'Prefer: code=${status}, example=${code}'`,
      ...(body === undefined
        ? []
        : [`-H 'Content-Type: application/json' -d ${quote(JSON.stringify(body))}`]),
    ];
    return `# ${code} (${status})\n${command.join(" \\\n  ")}\n`;
  });
}

// Inside single quotes a shell reads nothing but the closing quote.
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
