import { act, type TaskScript } from "../script";
import { BROWSING, BUYING, SHOP } from "./shop-steps";
import { step } from "./step";

const PROMPT =
  "On fernweg.example, find a tent for two persons under 2.5 kg for at most 180 euros and order it to Ada Example, Harbour Street 5, 20457 Hamburg. Tell me the order number.";

/** The report of the order, in Markdown. */
export const OUTPUT = `## Order placed

The **Lark 2** is on its way. Order number: \`FW-20417\`.

| | |
|---|---|
| Price | 149.00 € |
| Cash on delivery | 4.00 € |
| **Total** | **153.00 €** |
| Weight | 2.1 kg |
| Delivery | 3 working days |

What to know:

- Payment by invoice was refused for a first order, so I chose cash on delivery.
- Returns are free within 30 days, see the [return policy](https://www.fernweg.example/help/returns).
`;

/** Starts when somebody first looks and runs for two and a half minutes. */
export const RUNNING: TaskScript = {
  scenario: "running",
  title: "Running: orders a tent, step by step",
  prompt: PROMPT,
  model: "browser-use-llm",
  steps: [...BROWSING, ...BUYING],
  ending: { status: "finished", output: OUTPUT, isSuccess: true },
  begins: "first-read",
  queueSeconds: 3,
  files: [
    {
      name: "order-FW-20417.json",
      content: JSON.stringify({ order: "FW-20417", total: "153.00" }),
    },
  ],
};

const COMPARISON = `Three tents meet all conditions. The **Lark 2** is the best fit.

| Tent | Price | Weight | Persons |
|---|---:|---:|---:|
| Lark 2 | 149.00 € | 2.1 kg | 2 |
| Heath Twin | 158.00 € | 2.4 kg | 2 |
| Moor 2P | 179.00 € | 2.3 kg | 2 |

1. The Lark 2 is the lightest and the cheapest.
2. The Moor 2P has the taller inner room.

Source: [Fernweg, tents](https://www.fernweg.example/search?q=tent+two+persons).
`;

/** A short run that went well, with files in and out. */
export const SUCCESS: TaskScript = {
  scenario: "success-6",
  title: "Finished: compares tents in 6 steps",
  prompt:
    "Compare the tents for two persons under 2.5 kg and 180 euros on fernweg.example. Save the list as CSV.",
  model: "browser-use-llm",
  steps: [
    ...BROWSING.slice(0, 5),
    step({
      memory:
        "Three tents meet all conditions: Lark 2, Heath Twin, Moor 2P. The list is saved as tents.csv.",
      evaluation: "Success - The tents in the wanted range are visible.",
      goal: "Write the list to tents.csv and finish with a comparison.",
      url: `${SHOP}/search?q=tent+two+persons&sort=price`,
      actions: [
        act("write_file", { file_name: "tents.csv", content: "name,price,weight" }),
        act("done", { success: true, text: "Three tents meet all conditions." }),
      ],
      shot: "shop-list-scrolled",
      duration: 12.5,
    }),
  ],
  ending: {
    status: "finished",
    output: COMPARISON,
    isSuccess: true,
    judge: {
      verdict: true,
      reasoning:
        "All three tents meet the conditions and the file has the same rows as the answer.",
    },
  },
  begins: { endedSecondsAgo: 1260 },
  queueSeconds: 1,
  files: [
    {
      name: "tents.csv",
      content: "name,price,weight\nLark 2,149.00,2.1\nHeath Twin,158.00,2.4\nMoor 2P,179.00,2.3\n",
    },
    {
      name: "tents.json",
      content: JSON.stringify(
        [
          { name: "Lark 2", price: "149.00" },
          { name: "Heath Twin", price: "158.00" },
        ],
        null,
        2,
      ),
    },
    {
      name: "报告 final.pdf",
      content: "%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n",
    },
    { name: '../../etc/pass"wd\u202Efdp.exe', content: "not what it says\n" },
  ],
  uploads: [{ name: "conditions.txt", content: "two persons\nunder 2.5 kg\nat most 180 euros\n" }],
  metadata: { team: "outdoor", ticket: "OPS-1182" },
};
