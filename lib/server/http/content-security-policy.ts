import "server-only";

type PolicyInput = {
  nonce: string;
  /** Origins whose pages may be framed as live views. */
  liveOrigins: readonly string[];
  /** The upstream's address; a live view may come from any port of its host. `null`: the page shows none. */
  upstream: URL | null;
  isDevelopment: boolean;
};

/** The Content-Security-Policy of every page: nothing but our own files, and frames from the live hosts. */
export function contentSecurityPolicy(input: PolicyInput): string {
  const { nonce, liveOrigins, upstream, isDevelopment } = input;
  const frames =
    upstream === null
      ? ["'none'"]
      : [...liveOrigins, `${upstream.protocol}//${upstream.hostname}:*`];
  // React's development build evaluates code for its error overlay.
  const evaluation = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // The error overlay brings styles of its own, and a nonce would switch unsafe-inline off.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src ${frames.join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
