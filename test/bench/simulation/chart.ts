import { attemptsPerCall, type Played, peakShare } from "./index.ts";
import { bin } from "./run.ts";
import { longOutage } from "./scenarios.ts";

const row = 66;
const top = 92;
const columns = { name: 20, bars: 150, herd: 400, loaded: 650 };
const barsWidth = 200;
const curveWidth = 220;
const curveHeight = 40;

/** The style of its own makes the picture legible on light and on dark pages, whichever its reader prefers. */
const style = `
  .page { fill: #ffffff; stroke: #d0d7de } text { font: 12px system-ui, sans-serif; fill: #424a53 }
  .title { font-weight: 600; fill: #1f2328 } .small { font-size: 11px } .own { fill: #0550ae; font-weight: 600 }
  .bar { fill: #8c959f } .bar.own { fill: #0969da } .area { fill: #afb8c1; stroke: #6e7781 }
  .area.own { fill: #a5cfff; stroke: #0969da } .limit { stroke: #cf222e; stroke-dasharray: 4 3 }
  .down { fill: #cf222e; opacity: .1 } .axis { stroke: #d0d7de }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #30363d } text { fill: #b1bac4 } .title { fill: #f0f6fc } .own { fill: #79c0ff }
    .bar { fill: #6e7681 } .bar.own { fill: #388bfd } .area { fill: #484f58; stroke: #8b949e }
    .area.own { fill: #12447e; stroke: #58a6ff } .limit { stroke: #ff7b72 } .down { fill: #ff7b72; opacity: .16 }
    .axis { stroke: #30363d }
  }`;

/** Draws what was played as an SVG: a row per policy, a column per scenario. The same input gives the same bytes. */
export function drawChart(played: readonly Played[]): string {
  const height = top + played.length * row + 44;
  const highest = Math.max(...played.map(({ herd }) => Math.max(...herd.retries)));
  const rows = played.flatMap((one, index) => drawRow(one, top + index * row, highest));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 890 ${height}" role="img" aria-labelledby="title desc">`,
    '<title id="title">Retry policies compared in a simulation</title>',
    `<desc id="desc">${describe(played)}</desc>`,
    `<style>${style}\n</style>`,
    `<rect class="page" x=".5" y=".5" width="889" height="${height - 1}" rx="8"/>`,
    ...heading(columns.bars, "The API is down", [
      "requests per call; a process makes",
      "20, 100 and 1,000 calls",
    ]),
    ...heading(columns.herd, "10,000 clients fail at once", [
      "retries per 20 ms, in 4.5 s;",
      "dashed: what the API can take",
    ]),
    ...heading(columns.loaded, "10 s outage at 80 % load", [
      "requests per second, in 25 s;",
      "dashed: what the API can take",
    ]),
    ...rows,
    text(
      columns.name,
      height - 16,
      "small",
      "Every policy with its defaults, for a GET answered with 500. Simulated with a fixed seed.",
    ),
    "</svg>",
  ].join("\n")}\n`;
}

function drawRow(one: Played, y: number, highest: number): string[] {
  const own = one.policy === "this client";
  const { herd, loaded } = one;
  const load = perSecond(loaded.requests, longOutage.begin - 2_000, longOutage.begin + 23_000);
  const share = `${Math.round(100 * peakShare(herd))} % within 20 ms`;
  return [
    `<line class="axis" x1="20" x2="870" y1="${y}" y2="${y}"/>`,
    text(columns.name, y + 36, own ? "own" : "", one.policy),
    ...([20, 100, 1000] as const).flatMap((calls, index) => {
      const value = attemptsPerCall(one.outage[calls]);
      const width = number((value / 3) * (barsWidth - 40));
      const at = y + 9 + index * 18;
      return [
        `<rect class="bar${own ? " own" : ""}" x="${columns.bars}" y="${at}" width="${width}" height="12" rx="2"/>`,
        text(columns.bars + Number(width) + 6, at + 10, "small", value.toFixed(2)),
      ];
    }),
    curve({ x: columns.herd, y, values: padded(herd.retries, 4_500 / bin), highest, own }),
    limit(columns.herd, y, 500 / highest),
    text(columns.herd + 122, y + 18, "small", share),
    outageShade(y),
    curve({ x: columns.loaded, y, values: load, highest: 2_600, own }),
    limit(columns.loaded, y, longOutage.capacity / 2_600),
    text(columns.loaded + 122, y + 18, "small", recovered(loaded.recovery)),
  ];
}

function outageShade(y: number): string {
  const x = number(columns.loaded + (2 / 25) * curveWidth);
  return `<rect class="down" x="${x}" y="${y + 12}" width="${number((10 / 25) * curveWidth)}" height="${curveHeight + 8}"/>`;
}

function recovered(ms = 0): string {
  return ms === 0 ? "well at once" : `well after ${(ms / 1000).toFixed(1)} s`;
}

interface Curve {
  x: number;
  y: number;
  values: readonly number[];
  highest: number;
  own: boolean;
}

function curve({ x, y, values, highest, own }: Curve): string {
  const floor = y + 20 + curveHeight;
  const points = values.map((value, index) => {
    const across = x + (index / (values.length - 1)) * curveWidth;
    return `${number(across)} ${number(floor - (Math.min(value, highest) / highest) * curveHeight)}`;
  });
  const path = `M${x} ${floor}L${points.join("L")}L${x + curveWidth} ${floor}Z`;
  return `<path class="area${own ? " own" : ""}" d="${path}"/>`;
}

function limit(x: number, y: number, share: number): string {
  const at = number(y + 20 + curveHeight * (1 - share));
  return `<line class="limit" x1="${x}" x2="${x + curveWidth}" y1="${at}" y2="${at}"/>`;
}

/** Requests per second, from bins of 20 ms, ten of them together. */
function perSecond(bins: readonly number[], from: number, to: number): number[] {
  const rates: number[] = [];
  for (let index = from / bin; index < to / bin; index += 10) {
    const requests = bins.slice(index, index + 10).reduce((sum, count) => sum + count, 0);
    rates.push((requests * 1000) / (10 * bin));
  }
  return rates;
}

function padded(values: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, index) => values[index] ?? 0);
}

function heading(x: number, title: string, lines: readonly string[]): string[] {
  return [
    text(x, 34, "title", title),
    ...lines.map((line, index) => text(x, 54 + index * 16, "small", line)),
  ];
}

function text(x: number, y: number, kind: string, words: string): string {
  return `<text x="${number(x)}" y="${y}"${kind ? ` class="${kind}"` : ""}>${words}</text>`;
}

/** One decimal is all that a screen shows. */
function number(value: number): string {
  return value.toFixed(1).replace(/\.0$/, "");
}

/** The same in words, for those who cannot see it. */
function describe(played: readonly Played[]): string {
  return played
    .map(({ policy, outage, herd, loaded }) => {
      const down = `${attemptsPerCall(outage[100]).toFixed(2)} requests per call when down for 100 calls`;
      const share = `${Math.round(100 * peakShare(herd))} % of 10,000 clients back within the same 20 ms`;
      return `${policy}: ${down}; ${share}; ${recovered(loaded.recovery)} after an outage of 10 s.`;
    })
    .join(" ");
}
