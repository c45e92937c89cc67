import "server-only";

type PolicyInput = {
  nonce: string;
  /** Where a live view may be framed from; empty for pages that can hold none. */
  frames: readonly string[];
  /** People open the server over https. */
  isSecure: boolean;
  isDevelopment: boolean;
};

/** The Content-Security-Policy of every page: nothing but our own files, and frames from the live hosts. */
export function contentSecurityPolicy(input: PolicyInput): string {
  const { nonce, frames, isSecure, isDevelopment } = input;
  // React's development build evaluates code for its error overlay.
  const evaluation = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // The error overlay brings styles of its own, and a nonce would switch unsafe-inline off.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src ${frames.length === 0 ? "'none'" : frames.join(" ")}`,
    "child-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
