import { type Contract, readContract } from "../../src/contract/index.ts";
import { loadTree, type Tree } from "../../src/document/index.ts";
import type { Bundle } from "../../src/lint/index.ts";

/** The bundle as a contract: the same facts as in the hand-written files, with their locations in the bundle. */
export interface BundledContract {
  tree: Tree;
  contract: Contract;
}

const known = new WeakMap<Bundle, BundledContract>();

const NAME = "bundle.json";

/**
 * Reads a bundle, once for all emitters.
 * @throws ContractError when it is not the whole document: the bundler leaves a `$ref` as it is where none can stand.
 */
export function readBundle(bundle: Bundle): BundledContract {
  const found = known.get(bundle);
  if (found) return found;
  const tree = loadTree(NAME, (file) => {
    if (file !== NAME) throw new Error("it is not in the bundle");
    return JSON.stringify(bundle);
  });
  const read = { tree, contract: readContract(tree) };
  known.set(bundle, read);
  return read;
}
