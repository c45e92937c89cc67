import { act, type TaskScript } from "../script";
import { BROWSING, BUYING, SHOP } from "./shop-steps";
import { step } from "./step";

const PROMPT =
  "On fernweg.example, find waterproof walking boots in size 42 for at most 150 euros and two pairs of wool hiking socks, and order them to Mara Lindqvist, Quayside 7, 4021 Tallowby. Tell me the order number and when they arrive.";

/** The report of the order, in Markdown. */
export const OUTPUT = `## Order placed

The boots and the socks are on their way. Order number: \`FW-20418\`.

| Item | Number | Sum |
|---|---:|---:|
| Tarn Mid Walking Boot, 42 | 1 | 129.00 € |
| Wool Hiking Socks | 2 | 28.00 € |
| Delivery | | free |
| **Total** | | **157.00 €** |

What to know:

- They arrive on **Thursday, 12 November**.
- The bank refused the first card (code 51), so I paid with the second one.
- Returns are free for 100 days, see the [return policy](https://www.fernweg.example/help/returns).
`;

/** Starts when somebody first looks and runs for two and a half minutes. */
export const RUNNING: TaskScript = {
  scenario: "running",
  title: "Running: orders walking boots, step by step",
  prompt: PROMPT,
  model: "browser-use-llm",
  steps: [...BROWSING, ...BUYING],
  ending: { status: "finished", output: OUTPUT, isSuccess: true },
  begins: "first-read",
  queueSeconds: 3,
  files: [
    {
      name: "order-FW-20418.json",
      content: JSON.stringify({ order: "FW-20418", total: "157.00", currency: "EUR" }),
    },
  ],
};

const COMPARISON = `Four pairs cost between 90 and 150 euros. Only the **Tarn Mid** is waterproof.

| Boot | Price | Weight | Known for |
|---|---:|---:|---|
| Sill Low Trail Shoe | 94.00 € | 310 g | dries quickly |
| Fell Runner GT | 119.00 € | 290 g | grip |
| Tarn Mid Walking Boot | 129.00 € | 540 g | waterproof |
| Ridge Scrambler | 139.00 € | 510 g | stiff sole |

1. The Tarn Mid is reduced from 159.00 € and has the best marks (4.7 of 5, 312 reviews).
2. The Fell Runner is the lightest.

Source: [Fernweg, walking boots](https://www.fernweg.example/search?q=walking+boots&sort=price).
`;

/** A short run that went well, with files in and out. */
export const SUCCESS: TaskScript = {
  scenario: "success-6",
  title: "Finished: compares boots in 6 steps",
  prompt:
    "Compare the walking boots between 90 and 150 euros on fernweg.example. Save the list as CSV.",
  model: "browser-use-llm",
  steps: [
    ...BROWSING.slice(0, 5),
    step({
      memory: "Four pairs are in the range: Sill Low, Fell Runner GT, Tarn Mid, Ridge Scrambler.",
      evaluation: "Success - The boots in the wanted range are visible.",
      goal: "Write the list to boots.csv and finish with a comparison.",
      url: `${SHOP}/search?q=walking+boots&sort=price`,
      actions: [
        act("write_file", { file_name: "boots.csv", content: "name,price,weight" }),
        act("done", { success: true, text: "Four pairs are in the range." }),
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
      reasoning: "All four pairs are in the range and the file has the same rows as the answer.",
    },
  },
  begins: { endedSecondsAgo: 1260 },
  queueSeconds: 1,
  files: [
    {
      name: "boots.csv",
      content:
        "name,price,weight\nSill Low Trail Shoe,94.00,310\nFell Runner GT,119.00,290\nTarn Mid Walking Boot,129.00,540\nRidge Scrambler,139.00,510\n",
    },
    {
      name: "boots.json",
      content: JSON.stringify(
        [
          { name: "Tarn Mid Walking Boot", price: "129.00" },
          { name: "Fell Runner GT", price: "119.00" },
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
  uploads: [
    { name: "conditions.txt", content: "walking boots\nat least 90 euros\nat most 150 euros\n" },
  ],
  metadata: { team: "outdoor", ticket: "OPS-1182" },
  isRecorded: true,
  publicShareUrl: "https://cloud.browser-use.example/share/boots",
  proxy: { usedMb: "14.2", cost: "0.0710" },
};
