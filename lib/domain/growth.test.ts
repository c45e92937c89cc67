import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseAction, readParams } from "./task/action";
import { actionLabel, describeAction } from "./steps/describe-action";
import { endReason } from "./task/end-reason";
import { demandsOf, factsOf } from "./facts/read-facts";
import { numberKeys, numberKeysIn, readNumbers, withPlainDigits } from "./facts/read-numbers";
import { readDates } from "./facts/read-dates";
import { readWords } from "./facts/read-words";
import { findMailAddresses, findUserInfos } from "./secrets/find-addresses";
import { foundIds } from "./task/find-ids";
import { findKeyShapes } from "./secrets/find-key-shapes";
import { findNamedSecrets } from "./secrets/find-named-secrets";
import { findRandomTokens } from "./secrets/find-random-tokens";
import { findSecrets } from "./secrets/find-secrets";
import { findSteps, toNeedle } from "./steps/find-steps";
import { findSuspects } from "./suspects/find-suspects";
import { findRanges, normalizeForSearch } from "./text/normalize-for-search";
import { formatCost } from "./text/format-cost";
import { hiddenLabel, showHidden, splitHidden } from "./text/hidden-characters";
import { endOfString, isDeeperThan } from "./text/json-depth";
import { endOfValue, skipSpace, walkItems, walkMembers } from "./text/json-places";
import { readJsonTree } from "./text/json-tree";
import { readJudgeFlags, readJudgement, readJudgeVerdict } from "./task/judgement";
import { isLightMarkdown } from "./text/light-markdown";
import { maskStep, maskTask } from "./secrets/mask-secrets";
import { maskFindings, maskSecret, maskText } from "./secrets/mask-text";
import { matchSnippet } from "./steps/match-snippet";
import { outcomeOf } from "./task/outcome";
import { readClause } from "./task/outcome-clause";
import { readOutputJson } from "./text/output-json";
import { outputKind } from "./text/output-kind";
import { isLookAlikeHost, toPageAddress } from "./text/page-address";
import { pageInCode } from "./steps/page-in-code";
import { addDecimals } from "./text/decimal";
import { pageKey } from "./task/page-key";
import { isQuickToDraw } from "./text/quick-to-draw";
import { seekFacts } from "./facts/seek-facts";
import { quotedBlock } from "./handoff/quoted-block";
import { shellQuote } from "./handoff/start-calls";
import { quoteText } from "./text/quote-text";
import { isSecretName } from "./secrets/secret-names";
import { isMasked, looksChosen } from "@/lib/domain/secrets/secret-kinds";
import { shortPrompt } from "./task/short-prompt";
import { graphemeEnd, graphemeStart } from "./text/grapheme-edges";
import { stepKey } from "./compare/step-key";
import { areShort, stepHost, stepTexts } from "./steps/step-texts";
import { failed, judge, lastBeforeEnd, stepNamedIn } from "./suspects/suspect-reasons";
import { findTaskId, findTaskIds, taskIdWithin } from "./task/find-task-id";
import { decodeTaskId, parseTaskId } from "./task/task-id";
import { toTaskStatus } from "./task/task-status";
import { isElementKey } from "./steps/telling-params";
import { testContent } from "@/test/factories/content";
import { stepOfText as full } from "@/test/factories/step-of-text";
import { growthFault, type Reader } from "@/test/growth";
import { nastyTexts } from "@/test/nasty-texts";
import { stoppedBy } from "./needs/block-phrases";
import { saysLimit } from "./needs/ends-at-limit";
import { isNeedKey } from "./needs/need";
import { needOf } from "./needs/need-of";
import { sentencesOf } from "./needs/need-sentences";
import { addressesReader, asksPerson } from "./needs/person-phrases";
import { foreignTopicOf, topicOf, topicOfPage } from "./needs/wait-topics";
import { spokenWords } from "./text/spoken-words";
import { beginningOf, endOf, truncate } from "./text/truncate";
import { replaceLoneSurrogates } from "./text/lone-surrogates";

/** The longest text of a step, or of an action, that a snapshot carries. */
const TEXT = 64 * 1024;
const OUTPUT = 256 * 1024;
/** A large log. Up to a million characters are read, but only the browser of whoever pastes them waits. */
const PASTE = 200_000;
const WORD = 16 * 1024;
/** As much of a sentence is looked at. */
const SENTENCE = 400;
const walkObject = (text: string) => walkMembers(text, 0, (_, at) => endOfValue(text, at));
const walkList = (text: string) => walkItems(text, 0, (at) => endOfValue(text, at));

/** Every function that reads a foreign text, with the longest that may reach it. A new one needs a line here. */
const READERS: Readonly<Record<string, Reader>> = {
  parseAction: { cap: OUTPUT, read: parseAction },
  actionLabel: { cap: TEXT, read: actionLabel },
  describeAction: {
    cap: TEXT,
    read: (text) => [
      describeAction({ raw: text }),
      describeAction({ name: text, params: { text, url: text } }),
    ],
  },
  endReason: { cap: OUTPUT, read: endReason },
  findMailAddresses: { cap: OUTPUT, read: findMailAddresses },
  findUserInfos: { cap: OUTPUT, read: findUserInfos },
  findKeyShapes: { cap: OUTPUT, read: findKeyShapes },
  findNamedSecrets: { cap: OUTPUT, read: findNamedSecrets },
  findRandomTokens: { cap: OUTPUT, read: findRandomTokens },
  findSecrets: { cap: OUTPUT, read: findSecrets },
  toNeedle: { cap: TEXT, read: toNeedle },
  findSteps: {
    cap: TEXT / 5,
    read: (text) => findSteps([full(text)], { query: text.slice(0, 3), outcome: null, host: null }),
  },
  normalizeForSearch: { cap: TEXT, read: normalizeForSearch },
  findRanges: {
    cap: TEXT,
    read: (text) => findRanges(text, normalizeForSearch(text.slice(0, 2)), 1),
  },
  matchSnippet: {
    cap: TEXT / 5,
    read: (text) => matchSnippet(full(text), normalizeForSearch(text.slice(-3))),
  },
  formatCost: { cap: 100, read: formatCost },
  splitHidden: { cap: OUTPUT, read: splitHidden },
  hiddenLabel: { cap: OUTPUT, read: hiddenLabel },
  showHidden: { cap: OUTPUT, read: showHidden },
  isDeeperThan: { cap: OUTPUT, read: (text) => isDeeperThan(text, 100) },
  endOfString: { cap: OUTPUT, read: (text) => endOfString(text, 0) },
  skipSpace: { cap: OUTPUT, read: (text) => skipSpace(text, 0) },
  endOfValue: { cap: OUTPUT, read: (text) => [text, `[${text}`].map((one) => endOfValue(one, 0)) },
  walkMembers: { cap: OUTPUT, read: (text) => walkObject(`{${text}`) },
  walkItems: { cap: OUTPUT, read: (text) => walkList(`[${text}`) },
  readJsonTree: { cap: OUTPUT, read: (text) => readJsonTree(text, 100) },
  readJudgement: { cap: TEXT, read: readJudgement },
  readJudgeVerdict: { cap: TEXT, read: readJudgeVerdict },
  readParams: { cap: OUTPUT, read: readParams },
  pageInCode: { cap: TEXT, read: pageInCode },
  addDecimals: { cap: 100, read: (text) => addDecimals(text, text) },
  readJudgeFlags: { cap: TEXT, read: readJudgeFlags },
  isLightMarkdown: { cap: OUTPUT, read: isLightMarkdown },
  maskSecret: { cap: OUTPUT, read: (text) => maskSecret(text, "key") },
  maskFindings: { cap: OUTPUT, read: (text) => maskFindings(text, findSecrets(text)) },
  maskText: { cap: OUTPUT, read: maskText },
  outcomeOf: { cap: OUTPUT, read: outcomeOf },
  readClause: { cap: 2000, read: readClause },
  readOutputJson: { cap: 200_000, read: readOutputJson },
  outputKind: { cap: OUTPUT, read: outputKind },
  toPageAddress: { cap: TEXT, read: toPageAddress },
  isLookAlikeHost: { cap: TEXT, read: isLookAlikeHost },
  pageKey: { cap: TEXT, read: pageKey },
  isQuickToDraw: { cap: OUTPUT, read: isQuickToDraw },
  quoteText: { cap: OUTPUT, read: quoteText },
  factsOf: { cap: OUTPUT, read: factsOf },
  demandsOf: { cap: OUTPUT, read: demandsOf },
  withPlainDigits: { cap: TEXT, read: withPlainDigits },
  readNumbers: { cap: TEXT, read: readNumbers },
  numberKeysIn: { cap: TEXT, read: numberKeysIn },
  numberKeys: { cap: 40, read: numberKeys },
  readDates: { cap: TEXT, read: readDates },
  readWords: { cap: TEXT / 2, read: readWords },
  quotedBlock: { cap: TEXT, read: (text) => quotedBlock(text, 24_000) },
  shellQuote: { cap: TEXT, read: shellQuote },
  isSecretName: { cap: TEXT, read: isSecretName },
  isMasked: { cap: OUTPUT, read: isMasked },
  looksChosen: { cap: OUTPUT, read: looksChosen },
  shortPrompt: { cap: TEXT, read: shortPrompt },
  graphemeStart: { cap: OUTPUT, read: (text) => graphemeStart(text, text.length >> 1) },
  graphemeEnd: { cap: OUTPUT, read: (text) => graphemeEnd(text, text.length >> 1) },
  judge: { cap: TEXT, read: (text) => judge(text, null) },
  stepNamedIn: { cap: TEXT, read: stepNamedIn },
  parseTaskId: { cap: PASTE, read: parseTaskId },
  findTaskId: { cap: PASTE, read: findTaskId },
  findTaskIds: { cap: PASTE, read: findTaskIds },
  foundIds: { cap: PASTE, read: foundIds },
  taskIdWithin: { cap: PASTE, read: taskIdWithin },
  decodeTaskId: { cap: WORD, read: decodeTaskId },
  toTaskStatus: { cap: 200, read: toTaskStatus },
  isElementKey: { cap: TEXT, read: isElementKey },
  spokenWords: { cap: 2048, read: spokenWords },
  sentencesOf: { cap: OUTPUT, read: sentencesOf },
  isNeedKey: { cap: TEXT, read: isNeedKey },
  topicOf: { cap: SENTENCE, read: topicOf },
  foreignTopicOf: { cap: SENTENCE, read: foreignTopicOf },
  topicOfPage: { cap: TEXT, read: topicOfPage },
  asksPerson: { cap: SENTENCE, read: asksPerson },
  addressesReader: { cap: SENTENCE, read: addressesReader },
  stoppedBy: { cap: SENTENCE, read: (text) => stoppedBy(text, "wanting") },
  saysLimit: { cap: OUTPUT, read: saysLimit },
  truncate: { cap: OUTPUT, read: (text) => truncate(text, text.length >> 1) },
  beginningOf: { cap: OUTPUT, read: (text) => beginningOf(text, text.length >> 1) },
  endOf: { cap: OUTPUT, read: (text) => endOf(text, text.length >> 1) },
  replaceLoneSurrogates: { cap: OUTPUT, read: replaceLoneSurrogates },
  // They take a step or a task rather than a text.
  seekFacts: {
    cap: TEXT / 5,
    read: (text) => [
      ...seekFacts(factsOf(`${text} Fell Low, 1,299.00, 28 May 2026`), [full(text)]),
    ],
  },
  stepKey: { cap: TEXT, read: (text) => stepKey(full(text)) },
  stepTexts: { cap: TEXT, read: (text) => stepTexts(full(text)) },
  stepHost: { cap: TEXT, read: (text) => stepHost(full(text)) },
  areShort: { cap: TEXT, read: (text) => areShort([full(text)], TEXT) },
  failed: {
    cap: TEXT,
    read: (text) => failed({ first: 1, last: 1, count: 1, evaluation: text, stepsAfter: 0 }, 1),
  },
  lastBeforeEnd: { cap: TEXT, read: (text) => lastBeforeEnd(full(text), null) },
  maskStep: { cap: TEXT / 5, read: (text) => maskStep(full(text)) },
  maskTask: {
    cap: TEXT,
    read: (text) => maskTask(testContent({ task: { prompt: text, output: text } }).task),
  },
  needOf: {
    cap: TEXT / 5,
    read: (text) =>
      (["running", "failed", "finished"] as const).map((status) =>
        needOf(testContent({ task: { status, output: text }, steps: [full(text), full(text)] }), 0),
      ),
  },
  findSuspects: {
    cap: TEXT / 5,
    read: (text) =>
      findSuspects(
        testContent({ task: { status: "failed", output: text }, steps: [full(text), full(text)] }),
        0,
      ),
  },
};

const NASTY = nastyTexts(40);

it.each(Object.entries(READERS))(
  "%s takes time that grows with its text, and ends soon",
  (_, reader) => {
    const faults: string[] = [];
    for (const nasty of NASTY) {
      const fault = growthFault(reader, nasty);
      if (fault !== null) faults.push(fault);
      if (faults.length >= 5) break;
    }
    expect(faults).toEqual([]);
  },
  180_000,
);

it("every function that takes a text is among the readers", () => {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !/(?:^|\/)test-|\.test\.ts$/.test(name),
  );
  const taken = files.flatMap((name) =>
    Array.from(
      readFileSync(new URL(name, folder), "utf8").matchAll(
        /export function (\w+)(?:<[^>]*>)?\(\s*\w+: string\b/g,
      ),
      ([, reader]) => reader,
    ),
  );
  expect(taken.length).toBeGreaterThan(30);
  expect(taken.filter((name) => name !== undefined && !Object.hasOwn(READERS, name))).toEqual([]);
});
