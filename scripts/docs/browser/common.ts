import { colorCode } from "./color.ts";
import { startContents } from "./contents.ts";
import { addCopyButtons } from "./copy.ts";
import { startLinks } from "./links.ts";
import { startPrint } from "./print.ts";
import { startTheme } from "./theme.ts";

/** What every page does. */
export function startCommon(): void {
  startLinks();
  startContents();
  startTheme();
  colorCode();
  addCopyButtons();
  startPrint();
}
