import { expect, test } from "vitest";
import { isLeakyKey, leakIn } from "../../src/rules/model/leaks.ts";

// Put together at run time, so that no scanner takes this file for a leak.
const joined = (...parts: string[]): string => parts.join("");
const letters = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

/** What gives each kind away: a text in which nothing else does. */
const LEAKS: Record<string, string[]> = {
  "a stack trace or a path of the server": [
    "failed at Books.find (native)",
    "failed at async new Books.find (books:12:7)",
    "failed at /books:12:7",
    "Traceback (most recent call last)",
    'File "books", line 3',
    'Exception in thread "main"',
    "org.shop.BookException was thrown",
    "System.MissingException was thrown",
    "System.Data.Sql.MissingException was thrown",
    "goroutine 12 [running]",
    "#3 App\\Books->find",
    "in books.rb:12:in find",
    "in books.py:12",
    "under node_modules/books",
    "open /home/books/data",
    "open /etc/hosts.deny",
    "run /app/books/find.exe",
    "open D:\\books",
  ],
  "SQL or a message of the database": [
    "SELECT title FROM books",
    "INSERT INTO books VALUES",
    "UPDATE books SET title = 'x'",
    "DELETE FROM books",
    "ALTER TABLE books",
    "select count(*) from books",
    "select title from books where id = 4",
    "select title from books where id in",
    "insert into books (title)",
    "update [dbo].[books] set [title] = 'x'",
    "delete from books where",
    "ORA-00942",
    "ER_DUP_ENTRY_KEY",
    "SQLITE_BUSY",
    "SQLSTATE 23000",
    "syntax error at or near",
    "violates foreign key constraint",
    'relation "books" does not exist',
    'column "title" of relation "books" does not exist',
    "Duplicate entry 'Emma' for key",
    "SELECT  title  FROM  books",
    "SELECT title\n  FROM books",
    "INSERT\n  INTO\n  books",
    "DELETE\n  FROM\n  books",
    "ALTER  TABLE  books",
    "select  count(*)  from  books",
    "select title\n  from  books  where  id  = 4",
    "select title from books where id=4",
    "insert  into  books  (title)",
    "insert into books(title)",
    "update  books  set  title  = 'x'",
    "update books set title='x'",
    "delete  from  books  where",
  ],
  "the address of an internal host": [
    "from 10.0.3.17",
    "from 192.168.4.2",
    "from 172.16.0.1",
    "from 172.31.255.1",
    "from 169.254.169.254",
    "from 127.0.0.1",
    "from localhost:8080",
    "from //localhost/books",
    "from db-1.internal",
    "from db.corp:5432",
    "from books.default.svc",
    "from fd12:3456:789a::1",
  ],
  "a key, token or password": [
    joined("sk", "_live_", "a1B2c3D4"),
    joined("eyJ", "hbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIx", ".c2ln"),
    joined("Bearer ", "abcdefghijklmnop"),
    joined("Basic ", "abcdefghijklmnop=="),
    joined("Bearer  ", "abcdefghijklmnop"),
    joined("AKIA", "ABCDEFGHIJKLMNOP"),
    joined("AIza", letters),
    joined("ghp_", letters),
    joined("xoxb-", "1234567890"),
    joined("-----BEGIN RSA ", "PRIVATE KEY-----"),
    "postgres://books:hunter2@db",
    "password: hunter22",
    "api_key = 12345678",
    "secret=hunterhunter",
    "password:hunter22",
    'password: "hunter22"',
    'password="hunterhunter"',
    "password: hunter*22",
    "apikey: 12345678",
    "apikey=hunterhunter",
    "accesstoken: 12345678",
    "accesstoken=hunterhunter",
  ],
};

test.each(Object.entries(LEAKS).flatMap(([what, texts]) => texts.map((text) => [text, what])))(
  "%j shows %s",
  (text, what) => {
    expect(leakIn(`It failed: ${text} now.`, [])?.what).toBe(what);
  },
);

test.each([
  "Open the page at 10:30 (UTC).",
  "Version 10.0.0.1, release 10.0.0.2, build 10.0.0.3 and v10.0.0.4 are gone.",
  "The address 172.32.0.1 or 172.15.0.1 is public, and so are 11.0.0.1, 192.169.0.1 and 110.0.3.17.",
  "The list 10.0.3.17.5 is no address.",
  "password: cannot be blank",
  "secret: is required, api_key: must be text, access_token: expired",
  "The list 127.0.0.1.55 is no address.",
  "Catch books.NotFoundError and retry.",
  "password=short",
  "password: pw1",
  "password=<the-secret>",
  joined("eyJ", "abcdefgh", ".abcdefgh", ".abc"),
  joined("AIza", "Sy123"),
  joined("ghp_", "a1B2c3"),
  joined("xoxb-", "12345"),
  "Use Bearer tokens, as in Bearer <your-key-of-16-letters>.",
  joined("Send sk", "_live_", "xxxxxxxx or sk", "_live_", "example12."),
  "/orders/12 and /books/etc/hosts were not found",
  "Select the books, then update their title and set a price from the list.",
  "UPDATE your SET of preferences",
  "The internal, local and intranet names end in a dot.",
  "Look at the example.com page; library.local.example is public.",
])("%j is honest", (text) => {
  expect(leakIn(text, [])).toBeUndefined();
});

test.each([
  "at Books.find (books:12:34)",
  "at Books.find (books:12)",
  "at /books:12:345",
  'File "books", line 34',
  "#12 App\\Books->find",
  "#0 /books/find",
  "books/find.py:12:34",
  "/home/books/data",
  "/app/books/find.exe",
  "D:\\books",
  "SQLSTATE",
  'column "title" of relation "books" does not exist',
  "10.0.3.117",
  "192.168.10.200",
  "172.20.10.200",
  "127.0.10.100",
  "db.eu.internal",
  "db.corp:5432",
  "fd12:3456:789a::1f2e",
])("%j is quoted whole, and needs no words around it", (text) => {
  expect(leakIn(text, [])?.quote).toBe(text);
});

test("what may be shown again is quoted, and nothing of a key", () => {
  expect(leakIn("It came  from 10.0.3.17 then", [])?.quote).toBe("10.0.3.17");
  expect(leakIn("a /etc/hosts.deny", [])?.quote).toBe("/etc/hosts.deny");
  expect(leakIn("password: hunter22", [])).toEqual({ what: "a key, token or password", quote: undefined });
});

test.each<[string, boolean]>([
  ["The key lib-a1B2c3D4 has expired.", true],
  ["Keys begin with lib-; yours is lib-a1B2c3D4.", true],
  ["lib-a1B2c3D4", true],
  ["Keys begin with lib-.", false],
  ["Keys begin with lib-, as the documentation says.", false],
  ["Documentation of lib- keys has moved.", false],
  ["The key lib-a1B2c3D has expired.", false],
  ["The key lib-xxxxxxxx has expired.", false],
])("a key of the API, told by its prefix, in %j: %s", (text, is) => {
  expect(leakIn(text, ["other-", "lib-"])).toEqual(
    is ? { what: "a key of this API", quote: undefined } : undefined,
  );
});

test.each<[string, boolean]>([
  ...[
    "stack",
    "stackTrace",
    "stack_trace",
    "backtrace",
    "traceback",
    "exceptionTrace",
    "SQL",
    "sql_state",
    "sqlState",
    "sqlQuery",
  ].map((key): [string, boolean] => [key, true]),
  ...["haystack", "stacks", "sqlite", "trace_id"].map((key): [string, boolean] => [key, false]),
])("a field called %s holds what no error may show: %s", (key, is) => {
  expect(isLeakyKey(key)).toBe(is);
});
