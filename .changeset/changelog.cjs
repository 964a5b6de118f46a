// How changesets become lines of CHANGELOG.md. A line about an error code is of a kind of its own, so that whoever
// depends on the codes can search for it: `code quota_exceeded: added to createTicket` in a changeset becomes
// `- **Error code `quota_exceeded` (429)**: added to createTicket`.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const CODE_LINE = /^code\s+(\S+?)\s*:\s*(.*)$/i;

/** What the changelog says after the name of a code: its status, or that it is retired. */
function describeCode(code) {
  const { errors, retired } = JSON.parse(readFileSync(join(__dirname, "../generated/errors.json"), "utf8"));
  const known = errors.find((error) => error.code === code);
  if (known) return String(known.status);
  if (retired.some((entry) => entry.code === code)) return "retired";
  throw new Error(
    `A changeset speaks of the error code "${code}", which the contract neither has nor names as retired. Is it misspelt, or is npm run generate missing?`,
  );
}

function codeLine([, code, text]) {
  const kind = describeCode(code);
  if (text === "")
    throw new Error(`A changeset names the error code "${code}" and does not say what happened to it.`);
  return `- **Error code \`${code}\` (${kind})**: ${text}`;
}

/** The lines of one changeset: first its prose as one point of the list, then a point for each error code. */
async function getReleaseLine({ summary }) {
  const lines = summary.split("\n").map((line) => line.trimEnd());
  const prose = lines.filter((line) => !CODE_LINE.test(line));
  const text = prose
    .join("\n")
    .replace(/\n{2,}/g, "\n\n")
    .trim();
  const point = text === "" ? [] : [`- ${text.replaceAll("\n", "\n  ").replaceAll(/^ +$/gm, "")}`];
  const codes = lines.map((line) => CODE_LINE.exec(line)).filter((match) => match !== null);
  return [...point, ...codes.map(codeLine)].join("\n");
}

/** The package has no sisters that could raise its version. */
async function getDependencyReleaseLine() {
  return "";
}

module.exports = { getReleaseLine, getDependencyReleaseLine };
