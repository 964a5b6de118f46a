import {
  causeOf,
  keyPurposes,
  type OperationRequest,
  type SandboxWorld,
  type SeededKeys,
  scenarios,
} from "../../sandbox/index.ts";

/** What is said when the sandbox listens: where, the keys, a command for each code, and what can go wrong. */
export function welcome(world: SandboxWorld, operations: readonly OperationRequest[]): string {
  const { baseUrl, teamId, keys } = world;
  const names = Object.keys(keyPurposes) as (keyof SeededKeys)[];
  const codes = [...new Set(operations.flatMap((operation) => operation.codes))];
  return [
    `Base URL  ${baseUrl}`,
    `Team      ${teamId}`,
    "",
    "Keys",
    ...names.map((name) => `  ${keys[name]}  ${keyPurposes[name]}`),
    "",
    "Every error, by its cause",
    ...codes.map((code) => recipe(world, operations, code)),
    "",
    "Scenarios, in the address",
    ...Object.entries(scenarios).map(([name, { summary }]) => `  ${world.withScenarios(name)}  ${summary}`),
    "",
  ].join("\n");
}

/** A shell command that gets the error. */
function recipe(world: SandboxWorld, operations: readonly OperationRequest[], code: string): string {
  const operation = operations.find(({ codes }) => codes.includes(code));
  if (operation === undefined) throw new Error(`No operation declares ${code}.`);
  const { method, path, key, body, scenario, fault, times = 1 } = causeOf(code, operation);
  const base = scenario === undefined ? world.baseUrl : world.withScenarios(scenario);
  const secret = Object.hasOwn(world.keys, key) ? world.keys[key as keyof SeededKeys] : key;
  const curl = [
    "curl -s",
    ...(method === "GET" ? [] : [`-X ${method}`]),
    quote(base + path),
    ...(secret === "" ? [] : [`-H ${quote(`Authorization: Bearer ${secret}`)}`]),
    ...(body === undefined ? [] : [`-d ${quote(body)}`]),
  ].join(" ");
  const faults = world.baseUrl.replace(/(\/~[^/]+)\/.*$/, "$1/_sandbox/faults");
  const before = fault === undefined ? [] : [`curl -s ${quote(faults)} -d ${quote(JSON.stringify(fault))}`];
  return [`# ${code}`, ...before, ...Array(times).fill(curl)].map((line) => `  ${line}`).join("\n");
}

// Inside single quotes a shell reads nothing but the closing quote.
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
