const { defineConfig } = require("@kubb/core");
const { pluginOas } = require("@kubb/plugin-oas");
const { pluginTs } = require("@kubb/plugin-ts");

module.exports = defineConfig({
  root: process.env.GENERATOR_OUTPUT,
  input: { path: process.env.GENERATOR_INPUT },
  output: { path: process.env.GENERATOR_OUTPUT },
  plugins: [pluginOas({ generators: [] }), pluginTs({ output: { path: "types.ts", barrelType: false } })],
});
