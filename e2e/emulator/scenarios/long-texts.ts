import { act, type TaskScript } from "../script";
import { step } from "./step";

const FORM = "https://brightpath.example/jobs/3381/apply";

/** Many actions in one step, a huge one, one that is no JSON, and steps that say nothing. */
export const MANY_ACTIONS: TaskScript = {
  scenario: "many-actions",
  title: "Finished: 14 actions in one step, and empty steps",
  prompt:
    "Fill in the application form for job 3381 on brightpath.example with the data of the attached profile, and write a short letter.",
  model: "gpt-5",
  steps: [
    step({
      goal: "Open the job.",
      url: "https://brightpath.example/jobs",
      actions: [act("click_element_by_index", { index: 31 })],
      shot: "jobs-list",
      duration: 6,
    }),
    step({
      memory: "The form has 14 fields, all visible at once.",
      evaluation: "Success - The form is open.",
      goal: "Fill in all fields.",
      url: FORM,
      actions: Array.from({ length: 14 }, (_, index) =>
        act("input_text", {
          index: index + 3,
          text:
            [
              "Jonas",
              "Reed",
              "jonas@post.example",
              "+00 555 0142",
              "Quayside 12",
              "4021",
              "Tallowby",
              "Maren",
              "Bookbinder",
              "7",
              "Immediately",
              "44000",
              "English, French",
              "https://reed.example",
            ][index] ?? "",
        }),
      ),
      shot: "jobs-form",
      duration: 41.5,
    }),
    step({ url: FORM, shot: "jobs-form-filled", duration: 3 }),
    step({
      memory: "The letter goes into the last field.",
      evaluation: "Success - All fields are filled in.",
      goal: "Write the covering letter.",
      url: FORM,
      actions: [
        act("input_text", {
          index: 17,
          text: "I have mended prints and atlases for seven years now. ".repeat(73),
        }).slice(0, 3786) + '"}}',
        "scroll(down, 400",
      ],
      shot: "jobs-form-filled",
      duration: 28.8,
    }),
    step({ url: "", duration: 2 }),
    step({
      evaluation: "N/A",
      goal: "Send the form and finish.",
      url: FORM,
      actions: [
        act("click_element_by_index", { index: 18 }),
        act("done", { success: true, text: "Sent." }),
      ],
      shot: "jobs-sent",
      duration: 9.7,
    }),
  ],
  ending: {
    status: "finished",
    output: "The application was sent. The page confirms it with number BP-88431.",
    isSuccess: true,
  },
  begins: { endedSecondsAgo: 5000 },
  queueSeconds: 1,
  uploads: [{ name: "profile.json", content: '{"name":"Jonas Reed"}' }],
};

const chapter = (number: number) => `### Chapter ${String(number)}

A long passage of plain text that goes on for a while, with a [link](https://openpedia.example/wiki/lens), some \`code\` and **strong** words. The lens weighs almost three tonnes and floats on a ring of mercury, so that a clockwork can turn it. Two flashes every fifteen seconds set the light apart from its neighbour.

1. Wind the weight up.
2. Trim the wick and light it.
3. Write the weather down, four times a day.

`;

const CHAPTERS = Array.from({ length: 40 }, (_, index) => chapter(index + 1)).join("");

/** As long as outputs get, with the things a hostile page would like an output to carry. */
export const LONG_OUTPUT: TaskScript = {
  scenario: "long-output",
  title: "Finished: a long output with hostile parts",
  prompt: "Summarise the article on Gullrock Light in Openpedia in detail.",
  model: "gpt-5",
  steps: [
    step({
      goal: "Open the article.",
      url: "https://openpedia.example/",
      actions: [act("input_text", { index: 1, text: "gull" })],
      shot: "wiki-search",
      duration: 6,
    }),
    step({
      evaluation: "Success - The article is open.",
      goal: "Read it to the end.",
      url: "https://openpedia.example/gullrock-light",
      actions: [act("scroll_down", {}), act("extract_content", { goal: "everything" })],
      shot: "wiki-article",
      duration: 22,
    }),
    step({
      evaluation: "Success - All sections were read.",
      goal: "Write the summary.",
      url: "https://openpedia.example/gullrock-light#history",
      actions: [act("done", { success: true, text: "…" })],
      shot: "wiki-article-scrolled",
      duration: 31,
    }),
  ],
  ending: {
    status: "finished",
    output:
      `# Gullrock Light\n\n![tracking pixel](https://evil.example/p.gif?task=1)\n\n<script>alert(1)</script><img src=x onerror=alert(2)>\n\n[Continue](javascript:alert(3)) · invoice_\u202Efdp.exe\n\n${CHAPTERS}`.slice(
        0,
        11_383,
      ),
    isSuccess: true,
  },
  begins: { endedSecondsAgo: 20_000 },
  queueSeconds: 1,
};
