/** What an error of fetch tells about the connection. */
export interface NetworkError {
  /** The platform's codes, such as `ECONNREFUSED`; of an AggregateError those of its members. */
  codes: string[];
  /** Whether nothing can have been sent, because no connection was made. */
  notSent: boolean;
  /** Whether every further attempt would fail in the same way. */
  permanent: boolean;
}

/** Codes of TLS and of certificates (Node, "X509 certificate error codes"); a broken record comes after the handshake. */
const tls =
  /^ERR_(TLS|SSL)_(?!.*(MAC|EOF|DECRYPT))|CERT|CRL_|ISSUER|LEAF_SIGNATURE|^(HOSTNAME_|INVALID_(CA|PURPOSE)|PATH_LENGTH_)/;

/** Codes of Node and Bun for connections that were never made. */
const unconnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|E(NET|HOST)(DOWN|UNREACH)|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;

const MAX_DEPTH = 4;

/** Reads the error of a failed fetch. Anything may have been thrown, and Node puts its code anywhere in the causes. */
export function readNetworkError(thrown: unknown, depth = 0): NetworkError {
  const { code, syscall, message, errors, cause } = Object(thrown);
  const nest = (inner: unknown) => readNetworkError(inner, depth + 1);
  // A loop of causes ends here.
  if (depth < MAX_DEPTH && Array.isArray(errors) && errors.length > 0) {
    const members = errors.map(nest);
    return {
      codes: [...new Set(members.flatMap(({ codes }) => codes))],
      notSent: members.every(({ notSent }) => notSent),
      permanent: members.every(({ permanent }) => permanent),
    };
  }
  const inner = cause != null && depth < MAX_DEPTH ? nest(cause) : undefined;
  const own = typeof code === "string" && /^[A-Z]\w{2,60}$/i.test(code) ? [code] : [];
  // What Deno (rustls) says in words, and Node of ports that fetch refuses.
  const permanent = own.some((one) => tls.test(one)) || /peer certificate|bad port/i.test(message);
  const notSent =
    permanent ||
    own.some((one) => unconnected.test(one)) ||
    /^(connect|getaddrinfo)$/.test(syscall) ||
    /client error \(Connect\)|before secure TLS/.test(message);
  return {
    codes: own[0] ? own : (inner?.codes ?? []),
    notSent: notSent || inner?.notSent === true,
    permanent: permanent || inner?.permanent === true,
  };
}
