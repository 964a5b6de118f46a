// Runs on the pages beside the error reference when they have been parsed.

import { startCommon } from "./common.ts";
import { startSearchForm } from "./search-form.ts";

startSearchForm();
startCommon();
