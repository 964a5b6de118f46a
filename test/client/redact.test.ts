import { describe, expect, it } from "vitest";
import { createRedactor, headerValues, sentContent, showControls } from "../../src/client/redact.ts";

const prefixes = ["sk_live_", "pk_live_", "sk_test_"];

interface Given {
  keys?: string[];
  headers?: string[];
  content?: unknown;
  words?: string[];
}

const redactor = ({ keys = [], headers = [], content, words = [] }: Given) =>
  createRedactor({
    ...{ keys: new Set(keys), prefixes, words: () => words },
    sent: () => ({ headers, content }),
  });

describe("keys", () => {
  const key = "sk_live_Abcdefghijklmnop";
  const { keys } = redactor({ keys: [key, "sk_test_x", "sk_live_.tail~of_signs"] });

  it.each([
    ["a key as a whole", `refused: ${key}.`, "refused: ***."],
    [
      "a short key as a whole, and not its letter elsewhere",
      "sk_test_x already exists",
      "*** already exists",
    ],
    ["twelve characters of a key's secret part", "it ends in efghijklmnop", "it ends in ***"],
    ["a key whose secret part begins with a sign", "got sk_live_.tail~of_signs", "got ***"],
    ["whatever looks like a key", "sk_live_SomebodyElse-9_x, so there", "sk_live_***, so there"],
  ])("are hidden: %s", (_, text, want) => {
    expect(keys(text)).toBe(want);
  });

  it.each([
    ["eleven characters of its secret part", "it ends in fghijklmnop"],
    ["what keys begin with", "it begins with sk_live_, or pk_live_"],
    ["a sentence", "A customer with this email already exists"],
  ])("are not: %s", (_, text) => {
    expect(keys(text)).toBe(text);
  });
});

describe("text for logs", () => {
  const { log } = redactor({
    headers: ["hunter"],
    content: {
      email: "jane@private.example",
      note: "x already exists y",
      status: "waiting_on_customer",
      shout: "URGENTLY",
      metadata: { secretname: "1234567", number: 12_345_678 },
    },
    words: ["waiting_on_customer", "urgently", "metadata"],
  });

  it.each([
    ["a value of 8 characters where it stands as a whole", "no 12345678 here", "no *** here"],
    ["a value between quotes", 'the email "jane@private.example" exists', 'the email "***" exists'],
    ["in another case and spelling", "jane%40PRIVATE.example", "***"],
    ["the name of a key", "the field secretname", "the field ***"],
    ["the value of a header, though it is of small letters", "from hunter", "from ***"],
  ])("loses %s", (_, text, want) => {
    expect(log(text)).toBe(want);
  });

  it.each([
    ["a value of 7 characters", "no 1234567 here"],
    ["a value inside of a longer word", "jane@private.examples, no123456789"],
    ["words of the contract, in any case and length", "URGENTLY WAITING_ON_CUSTOMER, not Metadata"],
    ["a sentence that shares words with a value", "A customer with this email already exists"],
  ])("keeps %s", (_, text) => {
    expect(log(text)).toBe(text);
  });

  it("loses a long run of a value, though it is cut off", () => {
    const novel = "It was a dark and stormy night; the rain fell in torrents";
    expect(redactor({ content: { novel } }).log(`got "${novel.slice(3, 50)}" and so on`)).toBe(
      'got "***" and so on',
    );
  });
});

describe("text that nobody vouches for", () => {
  const secret = 'He said "hush" to /Zoë & me';
  const { strict } = redactor({ keys: ["sk_live_Abcdefghijklmnop"], content: [secret, "hunter", 4711_0815] });

  it.each([
    ["as it is", `<p>${secret}</p>`],
    ["in JSON", `<p>${JSON.stringify(secret).slice(1, -1)}</p>`],
    ["in JSON with escaped slashes and letters", String.raw`<p>He said \"hush\" to \/Zo\u00eb & me</p>`],
    ["in a URL", `<p>${encodeURIComponent(secret)}</p>`],
    ["in a form, with + for a space", `<p>${new URLSearchParams({ q: secret }).toString().slice(2)}</p>`],
    ["in HTML", "<p>He said &quot;hush&quot; to /Zo&#235; &amp; me</p>"],
    ["in JSON in HTML", String.raw`<p>He said \&quot;hush\&quot; to \/Zo\u00eb &amp; me</p>`],
    ["in JSON in HTML, by number", String.raw`<p>He said \&#34;hush\&#34; to \/Zo\u00eb &amp; me</p>`],
    ["in HTML, in hexadecimal", "<p>He said &#x22;hush&#x22; to &#x2F;Zo&#xEB; &amp; me</p>"],
    ["in capitals", `<p>${secret.toUpperCase()}</p>`],
  ])("loses what was sent, %s", (_, text) => {
    expect(strict(text)).toBe("<p>***</p>");
  });

  it.each([
    ["as it is", (value: string) => value],
    ["in JSON", (value: string) => JSON.stringify(value).slice(1, -1)],
    ["in a URL", encodeURIComponent],
    ["in HTML", (value: string) => value.replaceAll("&", "&amp;")],
    ["in capitals in a URL", (value: string) => encodeURIComponent(value.toUpperCase())],
  ])("loses what looks like a spelling itself, %s", (_, spell) => {
    for (const value of ["C:\\temp\\new", "50%25 of it", "tom&amp;jerry", "\\u0041bcdef", "one+two+three"]) {
      const hide = redactor({ content: [value] }).strict;
      expect(hide(`<p>${spell(value)}</p>`)).toBe("<p>***</p>");
    }
  });

  it("loses short values inside of words, numbers, and the key in base64, wherever it begins", () => {
    expect(strict("<hunters> 47110815")).toBe("<***s> ***");
    for (const user of ["", "a", "ab", "abc"]) {
      const basic = btoa(`${user}:sk_live_Abcdefghijklmnop`);
      expect(strict(`Authorization: Basic ${basic}`)).toMatch(/^Authorization: Basic .{0,8}\*\*\*.{0,4}$/);
    }
  });

  it("keeps what is too short to tell something, and what is no text and no number", () => {
    const { strict } = redactor({ content: ["12345", undefined, {}, true] });
    expect(strict("12345 undefined [object Object] true")).toBe("12345 undefined [object Object] true");
  });

  it("is cut to 4,096 characters", () => {
    expect(strict("x".repeat(5000))).toHaveLength(4096);
  });

  it("survives values that cannot be read, circles and half characters", () => {
    const circle: Record<string, unknown> = { text: "in a circle", half: "\ud800 broken" };
    circle.self = circle;
    const trap = () => {
      throw new Error("trap");
    };
    Object.defineProperty(circle, "trap", { enumerable: true, get: trap });
    const { strict } = redactor({ content: [["before it"], circle] });
    expect(strict("before it and after %C3 &#99999999; \\u12")).toBe("*** and after %C3 &#99999999; \\u12");
  });

  it("asks for what was sent once, when it is needed first", () => {
    let asked = 0;
    const { keys, strict } = createRedactor({
      ...{ keys: new Set<string>(), prefixes, words: () => [] },
      sent: () => ({ headers: [], content: [++asked, "secret1"] }),
    });
    keys("secret1");
    expect(asked).toBe(0);
    expect(strict("secret1") + strict("secret1")).toBe("******");
    expect(asked).toBe(1);
  });
});

describe("what a request carries", () => {
  it("is each value of a header and its parts, but not what stands in messages", () => {
    const headers = {
      cookie: "a=one; b=two,three",
      "x-accept": "mine",
      "accept-language": "de",
      accept: "application/json",
      "content-type": "application/json",
      "idempotency-key": "k1",
      "user-agent": "mine/1",
    };
    expect(headerValues(headers).filter(Boolean)).toEqual([
      ...["a=one; b=two,three", "a", "one", "b", "two", "three"],
      ...["mine", "mine", "de", "de"],
    ]);
  });

  it("is the values of its query and its body, taken apart if it is JSON", () => {
    const url = "https://x.example/path?search=a%20b&page=2";
    const contentOf = (body?: string) => sentContent({ url, headers: {}, body }).content;
    expect(contentOf('{"a":1}')).toEqual([["a b", "2"], { a: 1 }]);
    expect(contentOf("plain")).toEqual([["a b", "2"], "plain"]);
    expect(contentOf()).toEqual([["a b", "2"], undefined]);
  });
});

it("Control characters, and what turns the direction of writing, are made visible", () => {
  expect(showControls("a\r\nERROR \u001b[31m\u2028\u202eb\u0085é")).toBe(
    String.raw`a\u000d\u000aERROR \u001b[31m\u2028\u202eb\u0085é`,
  );
});
