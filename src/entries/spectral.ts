// Entry `./spectral`: the lint rules as a Spectral ruleset, for `extends: ["@cstar.help/api-contract/spectral"]`.
export { default } from "../../scripts/rules/index.ts";
