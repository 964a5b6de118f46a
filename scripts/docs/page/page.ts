// Runs in the browser when the page is there. Without it the page is complete, only less comfortable.

import { colorJson } from "./browser/color.ts";
import { startContents } from "./browser/contents.ts";
import { addCopyButtons } from "./browser/copy.ts";
import { startLinks } from "./browser/links.ts";
import { startPrint } from "./browser/print.ts";
import { startSearch } from "./browser/search.ts";
import { startTheme } from "./browser/theme.ts";

startContents();
colorJson();
startTheme();
addCopyButtons();
startSearch();
startLinks();
startPrint();
