import { copyProject } from "../copy.ts";
import { addLabels } from "./added-resource.ts";
import { runTests } from "./run-tests.ts";
const which = process.argv[2];
const copy = copyProject({ tests: true });
const document = "openapi/openapi.yaml";
if (which === "A") {
  const close = copy.read(document).slice(copy.read(document).indexOf("    delete:\n      operationId: deleteTicket")).split("\n  /teams")[0] as string;
  copy.edit(document, "  /teams/{teamId}/tickets/{ticketId}/messages:\n", `  /teams/{teamId}/tickets/{ticketId}/close:
    parameters:
      - $ref: parameters/TeamId.yaml
      - $ref: parameters/TicketId.yaml
${close.replace("    delete:", "    post:").replace("deleteTicket", "closeTicket").replace("summary: Delete a ticket", "summary: Close a ticket").replace(/ {6}description: .*\n/, "      description: Closes the ticket. Requires a secret key.\n      parameters:\n        - $ref: parameters/IdempotencyKey.yaml\n")}
  /teams/{teamId}/tickets/{ticketId}/messages:
`);
}
if (which === "Q") {
  const filter = copy.read("openapi/parameters/PublicFilter.yaml");
  copy.write("openapi/parameters/Deep.yaml", filter.replace(/^name: .*$/m, "name: deep"));
  copy.edit(document, "      operationId: getTicket\n", "      operationId: getTicket\n      parameters:\n        - $ref: parameters/Deep.yaml\n");
  const get = copy.read(document).split("operationId: getTicket\n");
  get[1] = (get[1] as string).replace("responses/InvalidId.yaml", "responses/InvalidQuery.yaml");
  copy.write(document, get.join("operationId: getTicket\n"));
}
if (which === "B") addLabels(copy);
const ended = await copy.run("build");
console.log(copy.folder, ended.status, ended.status ? ended.stdout + ended.stderr : "");
if (ended.status === 0) {
  const { passed, failed } = await runTests(copy, "test/contract/", "test/emit/", "test/guide/", "test/types/", "test/sandbox/", "test/readme/", "test/pipeline/", "test/conformance/", "test/server/");
  console.log(which, "passed", passed);
  for (const [file, messages] of Object.entries(failed)) for (const m of messages) console.log("FAILED", file, "::", m.slice(0, 600));
}
copy.dispose();
