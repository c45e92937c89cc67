// @ts-check

/** What no page and no frame here may use of a browser. */
export const NEVER_ALLOWED = [
  "accelerometer",
  "camera",
  "clipboard-read",
  "display-capture",
  "geolocation",
  "gyroscope",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "usb",
];

/** Pages with a live view allow a little themselves. */
const NOTHING = [...NEVER_ALLOWED, "autoplay", "fullscreen"].map((name) => `${name}=()`).join(", ");

/**
 * The headers of every answer, whatever it answers.
 * @type {Readonly<Record<string, string>>}
 */
export const EVERY_ANSWER = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Permitted-Cross-Domain-Policies": "none",
  "Origin-Agent-Cluster": "?1",
  "X-Robots-Tag": "noindex, nofollow, noarchive",
  "Permissions-Policy": NOTHING,
};

/** The policy of an answer that is a word or a sentence. */
export const TEXT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * The headers of every answer of a server, which depend on whether people open it over https.
 * @param {boolean} isHttps
 * @returns {Readonly<Record<string, string>>}
 */
export function headersOfEvery(isHttps) {
  return isHttps
    ? { ...EVERY_ANSWER, "Strict-Transport-Security": "max-age=31536000" }
    : EVERY_ANSWER;
}

/** What a refusal says beside the headers of every answer; what is still on its way is not read. */
export const REFUSAL = {
  "Content-Type": "text/plain; charset=utf-8",
  "Content-Security-Policy": TEXT_POLICY,
  "Cache-Control": "no-store",
  Connection: "close",
};
