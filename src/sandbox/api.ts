import { type ConformanceFacts, checkerOf, isConforming, type ShapeOf } from "../conformance/index.ts";
import type { Context, OperationId } from "../server/index.ts";
import { act } from "./act.ts";
import { type Call, keptName, limitOf } from "./call.ts";
import { checks } from "./checks.ts";
import { applyFault, type Delivery } from "./deliver.ts";
import type { SandboxFacts } from "./facts.ts";
import { describeFault, effectOf, type Fault } from "./fault.ts";
import type { Kit } from "./kit.ts";
import type { FindRoute } from "./routes.ts";
import { takeFault } from "./world.ts";

/** What the API of every world needs. */
export interface Engine {
  facts: SandboxFacts;
  conformance: ConformanceFacts;
  kit: Kit;
  findRoute: FindRoute;
  shapeOf: ShapeOf;
  /** Holds every response against the contract before it goes out. */
  strict: boolean;
}

/** Responds to a request of the API: checks it, carries it out, and makes happen what a fault asks for. */
export async function respondToApi(engine: Engine, call: Call, watched: string): Promise<Delivery> {
  const { kit } = engine;
  const operation = call.route.operation.id as OperationId;
  const handler = kit.withErrors(operation, (_request, context, one: Call) => handle(engine, one, context), {
    requestId: () => call.requestId,
    rateLimit: () => limitOf(call),
    now: () => call.now,
  });
  const response = await handler(call.request, call);
  await note(call, response, engine.conformance);
  if (engine.strict) await demandConforming(engine, call, response);
  const { fault } = call;
  if (fault === undefined) return { kind: "response", response };
  await wait(fault.delay ?? 0, call.request.signal);
  return applyFault(fault, response, watched);
}

async function handle({ facts, conformance }: Engine, call: Call, context: Context): Promise<Response> {
  for (const { run } of checks) {
    // From the replay on nothing waits, not even for a moment: of two requests at once, the second one finds what the
    // first one did.
    const waiting = run(call, context);
    if (waiting) await waiting;
  }
  const fault = takeFault(call.world, call.scenarios, (queue) =>
    queue.take(call.route.operation, call.kept !== undefined),
  );
  if (fault) beginFault(call, fault);
  const takesEffect = call.kept === undefined && !(fault && call.route.isWrite && spoils(fault));
  const response = call.kept ? replayed(call) : takesEffect ? succeed(facts, call) : undefined;
  if (fault?.code !== undefined) throw failure(fault, call, { conformance, fail: context.fail });
  return response ?? json("{}", call.route.operation.status);
}

/** Whether a write is not carried out. */
function spoils(fault: Fault): boolean {
  return fault.effect !== "done" && effectOf(fault) !== "delay";
}

function beginFault(call: Call, fault: Fault): void {
  call.fault = fault;
  call.entry.fault = describeFault(fault);
  call.entry.faultEffect = effectOf(fault);
}

interface Failing {
  conformance: ConformanceFacts;
  fail: Context["fail"];
}

/** The error that a fault asks for; details that the contract demands and nobody named are filled in. */
function failure(
  { code = "", param, retryAfter = 1 }: Fault,
  { route: { operation } }: Call,
  { conformance, fail }: Failing,
): Error {
  const rule = conformance.errors[code];
  const query = operation.parameters.find((one) => one.in === "query");
  const [field = query?.name ?? "body"] = Object.keys(operation.body?.example ?? {});
  const name = param ?? (rule?.param === "required" ? field : undefined);
  // Only run time knows the code; `fail` refuses it by itself where the operation does not declare it.
  const failLoosely = fail as unknown as (code: string, details: object) => Error;
  return failLoosely(code, { param: name, ...(rule?.retry === "after" && { retryAfter }) });
}

function replayed({ kept, entry }: Call): Response {
  entry.replayed = true;
  return json(kept?.body ?? "", kept?.status ?? 200);
}

function succeed({ envelope }: SandboxFacts, call: Call): Response {
  const { route, world, now, requestId, sent } = call;
  const { data, pagination } = act(call);
  if (route.isWrite) call.entry.effect = true;
  const body = JSON.stringify({
    [envelope.success]: true,
    [envelope.data]: data,
    [envelope.pagination]: pagination,
    [envelope.meta]: {
      [envelope.metaFields.requestId]: requestId,
      [envelope.metaFields.timestamp]: now.toISOString(),
    },
  });
  const { status } = route.operation;
  const name = keptName(call);
  if (name !== undefined) world.kept.keep(name, { status, body, sent, at: now });
  return json(body, status);
}

function json(body: string, status: number): Response {
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}

/** Writes down what the contract's response was. */
async function note({ entry }: Call, response: Response, { errors }: ConformanceFacts): Promise<void> {
  entry.status = response.status;
  if (response.status < 400 || response.body === null) return;
  const { error } = (await response.clone().json()) as { error?: { code?: string } };
  if (error?.code !== undefined) {
    entry.code = error.code;
    entry.retry = errors[error.code]?.retry ?? "never";
  }
  const after = response.headers.get("retry-after");
  if (after !== null) entry.retryAfter = Number(after);
}

/** @throws Error naming what the contract does not allow: a fault of the sandbox. */
async function demandConforming(
  { conformance }: Engine,
  { route, request, fault }: Call,
  response: Response,
): Promise<void> {
  if (fault && effectOf(fault) !== "code" && effectOf(fault) !== "delay") return;
  const problems = checkerOf(conformance).check({
    operation: route.operation.id,
    method: request.method,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.clone().text(),
  });
  if (isConforming(problems)) return;
  const list = problems.map(({ pointer, message }) => `${pointer}: ${message}`).join("\n");
  throw new Error(`The sandbox gave a response of ${route.operation.id} that does not conform.\n${list}`);
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
