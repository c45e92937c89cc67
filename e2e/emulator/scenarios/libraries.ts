import { act, type TaskScript } from "../script";
import { step } from "./step";

const OPENPEDIA = "https://www.openpedia.example";

/** A run of v4 with everything beside its log: uploaded files, files in its workspace, downloads, messages that wait. */
export const LIBRARIES: TaskScript = {
  scenario: "run-workspace",
  title: "Run, running: with attachments, files, downloads and a queue",
  prompt:
    "Find the opening hours of the three libraries in libraries.txt and save them as hours.csv.",
  model: "gpt-5.6-luna",
  steps: [
    step({
      memory: "The list names Tallowby, Port Amaro and Lumen.",
      goal: "I search for the first library.",
      actions: [act("search", { query: "Tallowby town library opening hours" })],
      duration: 5.2,
    }),
    step({
      memory: "Openpedia has an article on each of the three.",
      evaluation: "Success - Eight results, the first one from Openpedia.",
      goal: "I open the article on the library of Tallowby.",
      actions: [act("go_to_url", { url: `${OPENPEDIA}/wiki/Tallowby_Library` })],
      shot: "wiki-home",
      duration: 7.4,
    }),
    step({
      memory: "Tallowby: Tuesday to Saturday, 10 to 18.",
      evaluation: "Success - The article is open.",
      goal: "I read the hours, and fetch the page of Port Amaro beside it.",
      url: `${OPENPEDIA}/wiki/Tallowby_Library`,
      actions: [
        act("extract_content", { goal: "Opening hours" }),
        act("webfetch", { url: `${OPENPEDIA}/wiki/Port_Amaro_Library`, format: "markdown" }),
      ],
      shot: "wiki-article",
      duration: 9.1,
    }),
    step({
      memory: "Port Amaro: Monday to Friday, 9 to 17.",
      evaluation: "Success - Both pages give the hours.",
      goal: "I write what I have to hours.csv and count its lines.",
      url: `${OPENPEDIA}/wiki/Tallowby_Library`,
      actions: [
        act("write_file", {
          file_name: "libraries/hours.csv",
          content: "library,days,hours\nTallowby,Tue-Sat,10-18\nPort Amaro,Mon-Fri,9-17\n",
        }),
        act("shell", {
          command: "wc -l /workspace/libraries/hours.csv",
          description: "Count the lines of hours.csv",
        }),
      ],
      duration: 6.3,
    }),
    step({
      memory: "Only Lumen is missing.",
      evaluation: "Success - 3 /workspace/libraries/hours.csv",
      goal: "I look up the library of Lumen.",
      url: `${OPENPEDIA}/wiki/Tallowby_Library`,
      actions: [act("go_to_url", { url: `${OPENPEDIA}/wiki/Lumen_Library` })],
      shot: "wiki-search",
      duration: 8.8,
    }),
  ],
  ending: null,
  begins: { endedSecondsAgo: 20 },
  queueSeconds: 1,
  files: [
    {
      name: "libraries/hours.csv",
      content: "library,days,hours\nTallowby,Tue-Sat,10-18\nPort Amaro,Mon-Fri,9-17\n",
    },
    { name: "notes.md", content: "# Libraries\n\nLumen is missing.\n" },
  ],
  uploads: [
    { name: "libraries.txt", content: "Tallowby\nPort Amaro\nLumen\n" },
    { name: "example.csv", content: "library,days,hours\n", type: "text/csv" },
  ],
  contracts: ["v4"],
  run: {
    filesAfterStep: 4,
    downloads: [
      { name: "tallowby-map.pdf", content: "%PDF-1.4\n%%EOF\n", type: "application/pdf" },
    ],
    queue: ["Add the phone numbers.", "Then send me the file by mail."],
  },
};
