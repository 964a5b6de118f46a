export { checkAnswer, type Problem } from "./check-answer.ts";
export type { ErrorRow, ErrorTable } from "./error-table.ts";
export { type AnswerExplanation, explainAnswer, isSound } from "./explain-answer.ts";
export { type CodeExplanation, explainCode, type UnknownCode, unknownCode } from "./explain-code.ts";
export { printAnswer } from "./print-answer.ts";
export { printCode, printUnknown } from "./print-code.ts";
