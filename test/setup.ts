import fc from "fast-check";

/**
 * Properties run with the same inputs everywhere, so that a red run is red again for whoever looks into it.
 * `FUZZ_SEED=<number>` tries other inputs.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FUZZ_SEED ?? 20_260_330) });
