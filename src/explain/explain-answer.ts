import { checkAnswer, errorObjectOf, type Problem } from "./check-answer.ts";
import type { ErrorTable } from "./error-table.ts";
import { type CodeExplanation, explainCode, type UnknownCode, unknownCode } from "./explain-code.ts";
import { readAnswer } from "./read-answer.ts";
import { type RetryTime, retryTime } from "./retry-time.ts";

/** What a pasted answer was, and what to do about it. */
export interface AnswerExplanation {
  status?: number;
  statusMeaning?: string;
  code?: string;
  message?: string;
  param?: string;
  requestId?: string;
  /** All about the code, when it is a known one. */
  explanation?: CodeExplanation;
  /** When the code is not known: which ones may have been meant. */
  unknown?: UnknownCode;
  /** When there is no known code: those that come with this status, if any. */
  codesOfStatus?: string[];
  retry?: RetryTime;
  problems: Problem[];
}

/** Explains a pasted error body or HTTP response; undefined when it is neither. */
export function explainAnswer(table: ErrorTable, pasted: string): AnswerExplanation | undefined {
  const answer = readAnswer(pasted);
  if (answer === undefined) return undefined;
  const { status, body, headers } = answer;
  const error = errorObjectOf(body);
  const code = textOf(error?.code);
  const explanation = code === undefined ? undefined : explainCode(table, code);
  const meta = (body as { meta?: { requestId?: unknown } } | null | undefined)?.meta;
  return {
    ...present({
      status,
      statusMeaning: status === undefined ? undefined : table.statuses[status],
      code,
      message: textOf(error?.message),
      param: textOf(error?.param),
      requestId: textOf(error?.request_id) ?? textOf(meta?.requestId) ?? headers.get("x-request-id"),
      explanation,
      unknown: code === undefined || explanation ? undefined : unknownCode(table, code),
      codesOfStatus: explanation ? undefined : codesOf(table, status),
      retry: explanation && retryTime(explanation.retry, answer),
    }),
    problems: checkAnswer(table, answer),
  };
}

/** Whether the answer is one that the contract allows. */
export function isSound({ problems }: AnswerExplanation): boolean {
  return problems.every(({ severity }) => severity === "note");
}

function codesOf({ errors }: ErrorTable, status: number | undefined): string[] | undefined {
  const codes = errors.filter((row) => row.status === status).map(({ code }) => code);
  return codes.length > 0 ? codes : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends Record<string, unknown>>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>;
}
