import { ADD, describeRule, error, example, GET, json, own, ref, schema } from "./support/describe-rule.ts";
import { all, put, read } from "./support/edits.ts";

const BODY = example("Failed", "server_failure");
const MESSAGE = `${BODY}/error/message`;
const says = (text: string): [ReturnType<typeof put>, string[]] => [put(MESSAGE, text), [MESSAGE]];
// Put together at run time, so that no scanner takes this file for a leak.
const key = ["sk", "live", "a1B2c3D4e5F6g7H8i9J0"].join("_");

describeRule("error-no-leak", {
  reports: {
    "a stack of Node.js": says("TypeError: x is undefined\n    at getBook (/app/src/books.js:12:7)"),
    "a stack of Node.js without names": says("boom at file:///srv/books.mjs:3:1"),
    "a stack of Java": says("java.lang.NullPointerException at com.library.Books.get(Books.java:41)"),
    "a stack of Python": says('Traceback (most recent call last):\n  File "books.py", line 3, in get'),
    "a stack of Ruby": says("app/models/book.rb:12:in `find'"),
    "a stack of .NET": says("System.NullReferenceException: Object reference not set"),
    "a path of the server": says("cannot open /var/lib/books/index"),
    "a path of Windows": says("cannot open C:\\books\\index"),
    "a query": says("SELECT id, title FROM books WHERE id = 4 failed"),
    "a query in lower case": says("failed: select title from books where id = 4"),
    "an insertion": says("INSERT INTO books VALUES (1)"),
    "a constraint of the database": says('duplicate key value violates unique constraint "books_title_key"'),
    "a code of the database": says("SQLSTATE[23000]: Integrity constraint violation"),
    "a private address": says("connect ECONNREFUSED 10.0.3.17:5432"),
    "another private address": says("upstream 192.168.4.2 timed out"),
    "a host of a cluster": says("no answer from books.default.svc.cluster.local"),
    "an internal host": says("no answer from db-1.internal:5432"),
    "a host on the same machine": says("no answer from http://localhost:8080/books"),
    "a key": says(`The key ${key} has expired.`),
    "a token": says("Authorization: Bearer abcdefghij.klmnopqrst-123456"),
    "a signed token": says("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"),
    "a password in an address": says("cannot reach postgres://books:hunter22@db"),
    "a stack in a field of its own": [put(`${BODY}/error/stack`, "Books.get"), [`${BODY}/error/stack`]],
    "a stack that is a list": [put(`${BODY}/error/stack`, ["Books.get"]), [`${BODY}/error/stack`]],
    "a body that an alias repeats, once": [
      (document) => {
        const body = { note: key };
        const media = read(document, json("NotFound"));
        Object.assign(media as object, { example: body, examples: { not_found: { value: body } } });
      },
      [`${json("NotFound")}/example/note`],
    ],
    "something deep in a body": [
      put(`${BODY}/error/details`, [{ note: key }]),
      [`${BODY}/error/details/0/note`],
    ],
    "an example in the schema of a code": [
      put(own("not_found", "message"), { type: "string", examples: ["Fine.", `No book for ${key}.`] }),
      [`${own("not_found", "message")}/examples/1`],
    ],
    "a default in the schema of the envelope": [
      put(`${schema("ErrorObject")}/properties/message/default`, `No book for ${key}.`),
      [`${schema("ErrorObject")}/properties/message/default`],
    ],
    "an example of a field in the schema of a code": [
      put(own("not_found", "message"), { type: "string", example: `No book for ${key}.` }),
      [`${own("not_found", "message")}/example`],
    ],
    "an example beside the error": [
      put(`${schema("ErrorEnvelope")}/properties/meta/example`, { note: key }),
      [`${schema("ErrorEnvelope")}/properties/meta/example/note`],
    ],
    "an example in the schema of an error without a code": [
      all(
        put(schema("Any"), { type: "object", properties: { hint: { type: "string", example: key } } }),
        put(error("NotFound"), ref(schema("Any"))),
      ),
      [`${schema("Any")}/properties/hint/example`],
    ],
    "a key by a short prefix that the document states": [
      all(
        put("/components/securitySchemes/key/x-key-prefixes", [{ note: "Old." }, { prefix: "lib" }]),
        put(MESSAGE, "The key liba1B2c3D4e5F6 has expired."),
      ),
      [MESSAGE],
    ],
    "a key by the prefix that the document states": [
      all(
        put("/components/securitySchemes/key/x-key-prefixes", [{ prefix: "lib-" }]),
        put(MESSAGE, "The key lib-a1B2c3D4e5F6 has expired."),
      ),
      [MESSAGE],
    ],
  },
  accepts: {
    "a prefix alone": put(MESSAGE, "Keys begin with sk_live_, pk_live_, sk_test_ or pk_test_."),
    "a placeholder of a key": put(MESSAGE, "Send it as Bearer sk_live_xxxxxxxxxxxxxxxx or sk_live_…"),
    "the word select": put(MESSAGE, "Select one of the books from the list, where you can update the title."),
    "an update that sets something": put(MESSAGE, "Update the book to set its title."),
    "a version of four numbers": put(MESSAGE, "Use version 1.10.0.3 or 110.1.2.3 of the client."),
    "a public host and path": put(
      MESSAGE,
      "See https://library.example/errors#not_found or /shelves/4/books.",
    ),
    "a time": put(MESSAGE, "Try again at 10:30:00 (2026-03-30T10:30:00Z)."),
    "a name with a dot": put(MESSAGE, "The field book.title is too long at 300 characters."),
    "fields of such names that show no text": all(
      put(`${BODY}/error/stack`, { name: "web" }),
      put(`${BODY}/error/sql`, null),
    ),
    "an id of a request": put(`${BODY}/error/trace_id`, "4bf92f3577b34da6a3ce929d0e0e4736"),
    "the word local": put(MESSAGE, "Your local time is wrong. Internal errors are ours."),
    "a success that shows a host": put(`${GET}/responses/200/content`, {
      "application/json": { example: { host: "db.internal", key } },
    }),
    "a request that shows a key": put(`${ADD}/requestBody/content/application~1json/example`, { key }),
    "a description that shows a key": put(`${schema("ErrorObject")}/properties/message/description`, key),
    "a prefix that is too short to tell a key from a word": all(
      put("/components/securitySchemes/key/x-key-prefixes", [{ prefix: "li" }]),
      put(MESSAGE, "The key lia1B2c3D4e5F6 has expired."),
    ),
    "numbers and nothing at all": put(`${BODY}/error/more`, [1, null, true, [null]]),
    "a property called example": put(`${json("Failed")}/schema/allOf/1/properties/example`, {
      type: "string",
      description: `Such as ${key}.`,
    }),
  },
});
