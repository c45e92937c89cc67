import "server-only";
import fc from "fast-check";
import { TASK_ID } from "./task";

/** What an address is signed with, different in each answer, stands where this does. */
const SIGNATURE = "§";

/** Answers that follow one another, as texts: of one running task, with all that may happen to its steps. */
export type AnswerTexts = readonly string[];

const NUMBERS = ["1", "2", "3", "4", "7", '"3"', "null", "1.5", '"x"', "9007199254740993", "2.0"];
const WORDS = ['"a"', '"\\u0061"', '"b \\ud83d\\ude00"', '"\\ud800"', '""', "null", "5", '"[{"'];
const EVALUATIONS = ['"Success - it worked"', '"Failed - it did not"', '""', "null", '"Unknown"'];
const ADDRESSES = [
  `"https://a.example/1.png?sig=${SIGNATURE}&b=1"`,
  `"https://a.example/2.png?sig=${SIGNATURE}"`,
  `"https://a.example/3.png#${SIGNATURE}"`,
  `"https:\\/\\/a.example\\/4.png?sig=${SIGNATURE}"`,
  `"https://a.example/5.png?sig=\\n${SIGNATURE}"`,
  `"https://a.example/ü.png?sig=${SIGNATURE}"`,
  '"https://a.example/plain.png"',
  '"?"',
  '""',
  "null",
  "7",
];
const ACTIONS = [
  '["{\\"click\\":{\\"index\\":1}}"]',
  '["{\\"pay\\":{\\"amount\\":19.90,\\"to\\":12345678901234567890}}", "no JSON"]',
  '[{"click":{"index":2}}, null, 5]',
  "[]",
  '"click"',
  "null",
];
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  '"number"': NUMBERS,
  '"memory"': WORDS,
  '"evaluationPreviousGoal"': EVALUATIONS,
  '"nextGoal"': WORDS,
  '"url"': WORDS,
  '"screenshotUrl"': ADDRESSES,
  '"actions"': ACTIONS,
  '"duration"': ["1", "2.50", "-1", '"3"', "null"],
};
/** Names that must not be taken for others, and one that stands for another. */
const BESIDE = [
  `"more":{"screenshotUrl":"https://a.example/9.png?sig=${SIGNATURE}"}`,
  `"screenshot\\u0055rl":"https://a.example/8.png?sig=${SIGNATURE}"`,
  `"screenshotUrl":"https://a.example/7.png?sig=${SIGNATURE}"`,
  '"steps":[{"number":1}]',
  '"tail":"}],"',
];

const member = fc
  .constantFrom(...Object.entries(MEMBERS))
  .chain(([name, values]) => fc.constantFrom(...values.map((value) => `${name}:${value}`)));
/** Most steps have all their fields, and plain ones. */
const usual = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...EVALUATIONS))
  .map((texts) =>
    [
      `"memory":${texts[0]}`,
      `"evaluationPreviousGoal":${texts[1]}`,
      `"screenshotUrl":"https://a.example/6.png?sig=${SIGNATURE}"`,
      '"actions":["{\\"click\\":{\\"index\\":1}}"]',
    ].join(","),
  );
const oddStep = fc
  .tuple(
    fc.uniqueArray(member, { selector: (text) => text.split(":")[0], maxLength: 8 }),
    fc.option(fc.constantFrom(...BESIDE)),
    fc.boolean(),
  )
  .map(([members, beside, isSpaced]) => {
    const parts = beside === null ? members : [...members, beside];
    return isSpaced ? `{ ${parts.join(" ,\n")} }` : `{${parts.join(",")}}`;
  });
const plainStep = fc.tuple(fc.integer({ min: 1, max: 9 }), usual);
const step: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: plainStep.map(([number, rest]) => `{"number":${String(number)},${rest}}`),
  },
  { weight: 3, arbitrary: oddStep },
  { weight: 1, arbitrary: fc.constantFrom("null", "5", "53", '"x"', "[]", "[{}]", "{}") },
);

/** What happens from one answer to the next. */
type Change = (steps: readonly string[]) => readonly string[];
const at = fc.nat(20);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>((steps) => steps),
  fc
    .array(step, { minLength: 1, maxLength: 3 })
    .map((more): Change => (steps) => [...steps, ...more]),
  fc.tuple(at, step).map(
    ([index, other]): Change =>
      (steps) =>
        steps.map((one, place) => (place === index % steps.length ? other : one)),
  ),
  fc.tuple(at, step).map(
    ([index, other]): Change =>
      (steps) =>
        steps.toSpliced(index, 0, other),
  ),
  fc.tuple(at, fc.integer({ min: 1, max: 3 })).map(
    ([index, count]): Change =>
      (steps) =>
        steps.toSpliced(index % (steps.length + 1), count),
  ),
  fc.constant<Change>((steps) => steps.toReversed()),
  // Renumbered: each step says that it is the next one.
  fc.constant<Change>((steps) =>
    steps.map((one) =>
      one.replace(/"number":(\d)\b/, (_, digit) => `"number":${String(Number(digit) + 1)}`),
    ),
  ),
);

const HEADS: Readonly<Record<"documented" | "current", readonly string[]>> = {
  documented: [
    '"session":{"id":"s","status":"active","liveUrl":null},"doneOutput":null,"isScheduled":false',
    '"doneOutput":"{\\"a\\":1}","userUploadedFiles":[],"metadata":{"n":12345678901234567890,"p":19.90}',
    '"isScheduled":1,"userUploadedFiles":{},"session":null,"status":"odd"',
  ],
  current: [
    '"createdAt":"2026-01-02T03:04:00","output":null,"cost":"0.10","judgement":null',
    '"output":"done","status":"finished","metadata":{"steps":[1],"p":19.90}',
    '"cost":5,"judgeVerdict":"yes","suggestions":"more","status":null',
  ],
};

/** How the list of steps stands in its answer. */
const FRAMES: readonly ((head: string, list: string) => string)[] = [
  (head, list) => `{"id":"${TASK_ID}",${head},"steps":[${list}]}`,
  (head, list) => `{"id":"${TASK_ID}",${head},"steps":[${list}],"task":"Buy \\"milk\\""}`,
  (head, list) => ` {"steps" : [ ${list} ] ,\n "id":"${TASK_ID}", ${head} } `,
  (head, list) => `{"id":"${TASK_ID}","steps":[{"number":9}],${head},"steps":[${list}]}`,
  (head, list) => `{"id":"${TASK_ID}","steps":[{"number":9}],${head},"st\\u0065ps":[${list}]}`,
  (head, list) => `{"id":"${TASK_ID}",${head},"st\\u0065ps":[${list}]}`,
  (head) => `{"id":"${TASK_ID}",${head},"steps":{"0":1}}`,
  (head) => `{"id":"${TASK_ID}",${head}}`,
];
/** Texts that are no answer, made of one that is. */
const BROKEN: readonly ((text: string) => string)[] = [
  (text) => text.slice(0, -1),
  (text) => text.replace('"steps"', "steps"),
  (text) => text.replace("},{", "}{"),
  (text) => text.replace("]}", ",]}"),
  (text) => text.replace("?sig=", "?\u0001sig="),
  (text) => `${text}]`,
  (text) => text.replace('"memory":"a"', `"memory":${"[".repeat(70)}${"]".repeat(70)}`),
];

/** Answers of one task of a wire contract, each made of the one before. */
export function answerTexts(contract: "documented" | "current"): fc.Arbitrary<AnswerTexts> {
  const head = fc.constantFrom(...HEADS[contract]);
  const frame = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...FRAMES.slice(0, 3)) },
    { weight: 2, arbitrary: fc.constantFrom(...FRAMES) },
  );
  const broken = fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...BROKEN) },
  );
  const next = fc.record({ change, head: fc.option(head), frame: fc.option(frame), broken });
  return fc
    .tuple(
      fc.array(step, { maxLength: 12 }),
      head,
      frame,
      fc.array(next, { minLength: 1, maxLength: 6 }),
    )
    .map(([first, firstHead, firstFrame, changes]) => {
      const texts: string[] = [];
      let now = { steps: first as readonly string[], head: firstHead, frame: firstFrame };
      const write = (spoil: ((text: string) => string) | null) => {
        const text = now.frame(now.head, now.steps.join(","));
        const signed = text.replaceAll(SIGNATURE, `x${String(texts.length * 37)}`);
        texts.push(spoil === null ? signed : spoil(signed));
      };
      write(null);
      for (const each of changes) {
        const { steps } = now;
        now = {
          steps: each.change(steps),
          head: each.head ?? now.head,
          frame: each.frame ?? now.frame,
        };
        write(each.broken);
      }
      return texts;
    });
}
