// Runs on the error reference when it has been parsed. Without it the page is complete, only less comfortable.

import { startAnchors } from "./anchors.ts";
import { startCommon } from "./common.ts";
import { startPaste } from "./paste.ts";
import { startSearch } from "./search/panel.ts";

const search = startSearch();
startPaste(search);
startAnchors();
startCommon();
