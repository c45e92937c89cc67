// @ts-check

/** What no page and no frame here may use of a browser. */
const NEVER_ALLOWED = [
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
 * @type {readonly { key: string, value: string }[]}
 */
export const EVERY_ANSWER = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  { key: "Origin-Agent-Cluster", value: "?1" },
  { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" },
  { key: "Permissions-Policy", value: NOTHING },
];
