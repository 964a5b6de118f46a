import { setTimeout as wait } from "node:timers/promises";
import { end, headers, ticket, url } from "./ticket.mjs";

// The loop that is written in a minute: try again whatever happened, with a pause.
for (let attempt = 0; attempt < 6; attempt++) {
  try {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(ticket) });
    if (response.ok) {
      await response.json();
      end(true);
    }
  } catch {}
  await wait(500);
}
end(false);
