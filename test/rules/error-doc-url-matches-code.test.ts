import { CODES, describeRule, own, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const url = (code: string) => `${own(code, "doc_url")}/const`;
const at = [url("not_found")];

describeRule("error-doc-url-matches-code", {
  reports: {
    "the anchor of another code": [put(url("not_found"), "https://library.example/errors#title_taken"), at],
    "the anchor of a type": [put(url("not_found"), "https://library.example/errors#not_found_error"), at],
    "another page": [put(url("not_found"), "https://library.example/help#not_found"), at],
    "another scheme": [put(url("not_found"), "http://library.example/errors#not_found"), at],
    "no anchor": [put(url("not_found"), "https://library.example/errors"), at],
    "another case": [put(url("not_found"), "https://library.example/errors#Not_Found"), at],
    "no address where the others have one": [drop(own("not_found", "doc_url")), [schema("not_found")]],
    "what leads elsewhere where the addresses have nothing in common": [
      all(
        ...CODES.map((code) => put(url(code), `https://${code}.example/help#${code}`)),
        put(url("not_found"), "https://not-found.example/help"),
        drop(own("title_taken", "doc_url")),
      ),
      [url("not_found"), schema("title_taken")],
    ],
  },
  accepts: {
    "a site per code": all(...CODES.map((code) => put(url(code), `https://${code}.example/help#${code}`))),
    "a page per code": (document) => {
      for (const code of CODES) put(url(code), `https://library.example/errors/${code}`)(document);
    },
    "codes in the query": (document) => {
      for (const code of CODES) put(url(code), `https://library.example/errors?code=${code}`)(document);
    },
    "a document without such addresses": (document) => {
      for (const code of CODES) drop(own(code, "doc_url"))(document);
    },
  },
});
