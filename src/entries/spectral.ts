// Entry `./spectral`: the lint rules as a Spectral ruleset, for `extends: ["@cstar.help/api-contract/spectral"]`.
export { default } from "../rules/index.ts";
