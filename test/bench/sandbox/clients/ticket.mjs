// What every client of this bench is to do: create one ticket, and say by the exit status whether that worked.
const { CSTAR_BASE_URL: base = "", CSTAR_API_KEY: key = "", CSTAR_TEAM_ID: team = "" } = process.env;

export const url = `${base}/teams/${team}/tickets`;
export const headers = { authorization: `Bearer ${key}` };
export const ticket = { title: "Check" };

/** How long an attempt may take, for clients that have such a limit; in ms. */
export const timeout = 3000;

export function end(worked) {
  process.exit(worked ? 0 : 1);
}
