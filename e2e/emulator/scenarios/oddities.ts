import { act, type TaskScript } from "../script";
import { step } from "./step";

const LEDGER = "https://app.ledgerline.example";

const invoiceRows = [2291, 2288, 2280].map((number, index) => ({
  number: `LL-${String(number)}`,
  customer: ["Corvin Tramways", "Port Amaro Pilots", "Skerra Wool"][index],
  total: { amount: ["5967.85", "4797.11", "4149.07"][index], currency: "EUR" },
  isReminded: index === 0,
  lateByDays: [9, 9, null][index],
}));

const tableSteps = [
  step({
    goal: "Open Ledgerline.",
    actions: [act("go_to_url", { url: LEDGER })],
    shot: "blank",
    duration: 3.8,
  }),
  step({
    memory: "Signed in already.",
    evaluation: "Success - The overview is open.",
    goal: "Open the list of invoices.",
    url: LEDGER,
    actions: [act("click_element_by_index", { index: 4 })],
    shot: "dash-home",
    duration: 7.7,
  }),
  step({
    memory: "All 38 invoices of September are listed.",
    evaluation: "Success - The table is shown.",
    goal: "Filter for the late ones.",
    url: `${LEDGER}/invoices`,
    actions: [
      act("click_element_by_index", { index: 12 }),
      act("select_dropdown_option", { index: 13, text: "Late" }),
    ],
    shot: "dash-table",
    duration: 8.3,
  }),
  step({
    memory:
      "6 invoices are left, 27,585.53 euros in all. The first three with their reminders are asked for.",
    evaluation: "Success - The filter is set.",
    goal: "Report them as JSON.",
    url: `${LEDGER}/invoices?state=late`,
    actions: [act("done", { success: true, text: JSON.stringify(invoiceRows) })],
    shot: "dash-filter",
    duration: 11.2,
  }),
];

/** A structured output. */
export const JSON_OUTPUT: TaskScript = {
  scenario: "json-output",
  title: "Finished: answers in JSON",
  prompt: "List the three late invoices of September at the top of the list in Ledgerline as JSON.",
  model: "browser-use-llm",
  steps: tableSteps,
  ending: {
    status: "finished",
    output: JSON.stringify({ count: 3, currency: "EUR", invoices: invoiceRows }),
    isSuccess: true,
  },
  begins: { endedSecondsAgo: 3000 },
  queueSeconds: 1,
};

/** Screenshots that were never taken, are gone, or are refused. */
export const MISSING_SCREENSHOTS: TaskScript = {
  ...JSON_OUTPUT,
  scenario: "missing-screenshots",
  title: "Finished: some screenshots are missing",
  steps: tableSteps.map((given, index) => ({
    ...given,
    screenshot:
      [null, given.screenshot, { broken: 404 } as const, { broken: 403 } as const][index] ?? null,
  })),
};

const ODD_URLS = [
  "about:blank",
  "data:,",
  "chrome-error://chromewebdata/",
  "",
  "http://192.168.4.20:8080/status",
  "https://accounts.example@evil.example/sign-in",
  `https://search.example/find?${Array.from({ length: 60 }, (_, index) => `filter${String(index)}=value-${String(index)}`).join("&")}`.slice(
    0,
    750,
  ),
  "https://аpple.example/",
  "javascript:alert(document.domain)",
  "chrome://settings/",
];

/** Addresses of every kind that was seen in the wild, and some that are meant to mislead. */
export const ODD_URLS_SCRIPT: TaskScript = {
  scenario: "odd-urls",
  title: "Finished: odd addresses",
  prompt: "Visit the pages on the list and tell me which of them answer.",
  model: "gpt-5-mini",
  steps: ODD_URLS.map((url, index) =>
    step({
      evaluation:
        index % 3 === 2 ? "Failed - The page did not load." : "Success - The page was visited.",
      goal: `Visit page ${String(index + 1)} of the list.`,
      url,
      actions: [act("go_to_url", { url })],
      shot: index % 3 === 2 ? "browser-error" : "wiki-home",
      duration: 4 + index,
    }),
  ),
  ending: { status: "finished", output: "7 of 10 pages answered.", isSuccess: true },
  begins: { endedSecondsAgo: 10_800 },
  queueSeconds: 1,
};

const RESET = `${LEDGER}/reset?token=Zx41qLw8RtYb27NvKd03PsMh`;

/** What is in texts and addresses would open doors. */
export const LEAKED_SECRETS: TaskScript = {
  scenario: "leaked-secrets",
  title: "Finished: passwords and tokens in its texts",
  prompt:
    "Set a new password for noor.haddad@ledgerline.example in Ledgerline. Take password: Quay-lamp-4021",
  model: "browser-use-llm",
  steps: [
    step({
      goal: "Open the link from the mail.",
      actions: [act("go_to_url", { url: RESET })],
      shot: "blank",
      duration: 3.1,
    }),
    step({
      memory: "The form for a new password of noor.haddad@ledgerline.example is open.",
      evaluation: "Success - The link works.",
      goal: "Type the new password.",
      url: RESET,
      actions: [act("input_text", { index: 3, password: "Quay-lamp-4021" })],
      shot: "dash-home",
      duration: 6.4,
    }),
    step({
      memory: "The password is set.",
      evaluation: "Success - Ledgerline says that the password is changed.",
      goal: "Report.",
      url: LEDGER,
      actions: [act("done", { success: true, text: "The password is changed." })],
      shot: "dash-home",
      duration: 4.2,
    }),
  ],
  ending: { status: "finished", output: "The password is changed.", isSuccess: true },
  begins: { endedSecondsAgo: 5400 },
  queueSeconds: 1,
};
