import type { SiteInput } from "../../scripts/docs/index.ts";

/** The real site with `count` codes instead of the real ones, each made from a real one. */
export function manyCodes(input: SiteInput, count: number): SiteInput {
  const { errors, operations } = input.contract;
  const made = Array.from({ length: count }, (_, index) => {
    const model = errors[index % errors.length];
    if (model === undefined) throw new Error("There is no error.");
    const code = `${model.code}_${letters(index)}`;
    const docUrl = model.docUrl.replace(/#.*/, `#${code}`);
    return { ...model, code, docUrl, model: model.code };
  });
  return {
    ...input,
    contract: {
      ...input.contract,
      errors: made.map(({ model: _, ...error }) => error),
      operations: operations.map((operation) => ({
        ...operation,
        codes: made.filter(({ model }) => operation.codes.includes(model)).map(({ code }) => code),
      })),
    },
  };
}

function letters(index: number): string {
  return String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26));
}
