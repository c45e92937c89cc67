import { expect, it } from "vitest";
import { parseBoardIds } from "@/lib/contract/board";
import { readReturn, returnOfPage } from "@/lib/contract/sign-in-return";
import { growthFault, type Reader } from "@/test/growth";
import { nastyTexts } from "@/test/nasty-texts";
import { rawPath } from "./assets/asset-client";
import { decideAsset } from "./assets/asset-address";
import { requestCookies } from "./sign-in/request-cookies";
import { isCanonicalToken } from "./sign-in/is-canonical-token";
import { safeFilename } from "./files/safe-filename";
import { matchesEtag } from "./http/etag";
import { parseScreenshotQuery } from "./media/screenshot-query";
import { escapeLine } from "./observability/logger";
import { cutText } from "./upstream/cut-text";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import { allowedLiveUrl } from "./upstream/live-url";
import { ownText } from "./upstream/answer-source";
import { oddFields, oddStepFields } from "./upstream/contracts/odd-fields";
import { endIfSame, readFoundStep } from "./upstream/found-steps";
import { openAnswer, openFrame } from "./upstream/open-answer";
import { parseJson } from "./upstream/parse-json";
import { retryAfterSeconds } from "@/lib/server/upstream/rate-limit-headers";
import { toUtcTime } from "./upstream/contracts/utc-time";

/** What the parser of HTTP lets through of a request's address and headers. */
const HEADER = 16 * 1024;
const NAME = 1024;
const TEXT = 256 * 1024;

/** As the parser of HTTP hands it on: without what no header may have in it. */
const withCookie = (text: string) => new Headers({ cookie: text.replace(/[^\t -~]/g, "?") });

const withAddress = (text: string) =>
  JSON.stringify({ memory: text, screenshotUrl: `https://a.example/?${text}` });

/** What the server reads of texts that others chose, with the longest that may reach it. */
const READERS: Readonly<Record<string, Reader>> = {
  parseBoardIds: { cap: HEADER, read: parseBoardIds },
  returnOfPage: { cap: HEADER, read: (text) => returnOfPage(`/tasks/${text}`, () => text) },
  readReturn: { cap: HEADER, read: (text) => readReturn(() => text) },
  requestCookies: { cap: HEADER, read: (text) => requestCookies(withCookie(text)) },
  decideAsset: {
    cap: HEADER,
    read: (text) => decideAsset(text, { baseUrl: "https://api.example/", assetHosts: ["*.a"] }),
  },
  rawPath: {
    cap: HEADER,
    read: (text) => rawPath(`https://a.example/${text}`, new URL("https://a.example/")),
  },
  isCanonicalToken: { cap: HEADER, read: isCanonicalToken },
  safeFilename: { cap: NAME, read: (text) => safeFilename(text, "3c90c3cc") },
  matchesEtag: { cap: HEADER, read: (text) => matchesEtag(text, '"a"') },
  parseScreenshotQuery: {
    cap: HEADER,
    read: (text) => parseScreenshotQuery(text, new URLSearchParams({ w: text, v: text })),
  },
  escapeLine: { cap: HEADER, read: escapeLine },
  cutText: { cap: TEXT, read: (text) => cutText(text, text.length >> 1) },
  jsonSize: { cap: TEXT, read: (text) => jsonSize({ [text]: text }) },
  allowedLiveUrl: {
    cap: HEADER,
    read: (text) =>
      allowedLiveUrl(text, {
        liveOrigins: [],
        baseUrl: "https://api.example/",
        ownOrigins: [],
      }),
  },
  oddFields: {
    cap: TEXT,
    read: (text) => [oddFields("current", { id: text }), oddStepFields({ url: text })],
  },
  parseJson: { cap: TEXT, read: (text) => parseJson(JSON.stringify(text)) },
  openFrame: { cap: TEXT, read: (text) => openFrame(JSON.stringify({ metadata: { text } })) },
  openAnswer: {
    cap: TEXT,
    read: (text) => openAnswer(JSON.stringify({ text, steps: [{ url: text }] }), null),
  },
  readFoundStep: { cap: HEADER, read: (text) => readFoundStep(withAddress(text)) },
  endIfSame: {
    cap: HEADER,
    read: (text) => {
      const step = withAddress(text);
      const known = { text: step, steps: [readFoundStep(step)], starts: [0], ends: [step.length] };
      return endIfSame(step, 0, known, 0);
    },
  },
  ownText: { cap: TEXT, read: ownText },
  retryAfterSeconds: { cap: HEADER, read: (text) => retryAfterSeconds(text, 0) },
  toUtcTime: { cap: TEXT, read: toUtcTime },
};

const NASTY = nastyTexts(40);

it.each(Object.entries(READERS))(
  "%s takes time that grows with its text, and ends soon",
  (_, reader) => {
    const faults = NASTY.map((nasty) => growthFault(reader, nasty)).filter(
      (fault) => fault !== null,
    );
    expect(faults).toEqual([]);
  },
  180_000,
);
