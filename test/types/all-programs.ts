import { exhaustivePrograms } from "./exhaustive.ts";
import { derivedPrograms, type Program, samplePrograms, writtenPrograms } from "./programs.ts";

/** Every program that says something of the types: written by hand, derived from the contract, made of the samples. */
export function allPrograms(): Program[] {
  return [...writtenPrograms(), ...exhaustivePrograms(), ...derivedPrograms(), ...samplePrograms()];
}
