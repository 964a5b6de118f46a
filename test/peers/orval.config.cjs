module.exports = {
  api: {
    input: { target: process.env.GENERATOR_INPUT },
    output: { target: `${process.env.GENERATOR_OUTPUT}/api.ts`, client: "fetch", mode: "single" },
  },
};
