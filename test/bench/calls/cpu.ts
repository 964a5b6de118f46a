import { median, printTable, shuffled, times } from "../support.ts";
import { answerHeaders, created, ticket } from "./answers.ts";
import { baseline, type Contender, contenders } from "./contenders.ts";

const rounds = 25;
const callsPerRound = 400;

/** Gives a new, real `Response` each time and touches no network. */
async function stub(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const method = init?.method ?? (input instanceof Request ? input.method : "GET");
  return method === "POST"
    ? new Response(created, { status: 201, headers: answerHeaders })
    : new Response(ticket, { status: 200, headers: answerHeaders });
}

/**
 * CPU time of a call, all threads of the process, without a network. The contenders take turns, and the ratio is taken
 * within each round, so that a machine that gets slower meanwhile does so for all of them.
 */
export async function reportCpu(): Promise<void> {
  const all = await contenders("https://api.example/api/v1", stub);
  const kinds: [string, (one: Contender) => () => Promise<unknown>][] = [
    ["GET a ticket", (one) => one.get],
    ["POST a ticket", (one) => one.create],
  ];
  for (const [title, pick] of kinds) {
    const micros = new Map<string, number[]>(all.map(({ name }) => [name, []]));
    for (const one of all) await spend(pick(one), callsPerRound); // warms up
    for (let round = 0; round < rounds; round++) {
      for (const one of shuffled(all)) micros.get(one.name)?.push(await spend(pick(one), callsPerRound));
    }
    const base = micros.get(baseline) ?? [];
    const rows = [...micros].map(([name, taken]) => {
      const ratios = taken.map((value, round) => value / (base[round] ?? Number.NaN));
      return [name, `${median(taken).toFixed(1)} µs`, times(median(ratios))];
    });
    printTable(`CPU per call, ${title}, stubbed fetch`, ["", "median", `beside ${baseline}`], rows);
  }
  console.log("The client may take 1.50 x.");
}

/** CPU per call in µs, calls one after the other. */
async function spend(call: () => Promise<unknown>, count: number): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}
