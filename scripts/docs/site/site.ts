import type { Contract, ErrorFact } from "../../../src/contract/index.ts";
import type { OwnParameter } from "../../names/client-methods.ts";
import type { Assets } from "../assets.ts";
import type { Samples } from "../samples/index.ts";
import type { SitePaths } from "./paths.ts";

/** What every page of the site is made from. */
export interface Site {
  contract: Contract;
  paths: SitePaths;
  assets: Assets;
  /** Where to ask for help, if the document says so. */
  support?: { name: string; url: string };
  /** Path parameters that every operation has, such as the team. */
  commonParameters: readonly OwnParameter[];
  samplesOf(error: ErrorFact): Samples | undefined;
}

/**
 * Up to this many codes the error reference describes each one on the page itself. A description is about 4 kB of HTML:
 * beyond that the page lists the codes, and each is described on a page of its own.
 */
const MOST_CODES_ON_ONE_PAGE = 24;

/** Whether the error reference only lists the codes. */
export function isIndexOnly({ errors }: Pick<Contract, "errors">): boolean {
  return errors.length > MOST_CODES_ON_ONE_PAGE;
}
