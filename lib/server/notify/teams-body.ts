import "server-only";
import type { Notice } from "@/lib/contract/notice";
import { noticeWords } from "./notice-words";

/**
 * A message for a workflow of Teams ("When a Teams webhook request is received"): an adaptive card. The prompt is the
 * text of a `TextRun`, which has no markup; a `TextBlock` would read links in it.
 */
export function teamsBody(notice: Notice): object {
  const { title, facts, prompt } = noticeWords(notice);
  const card = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      textOf(title, { weight: "Bolder", size: "Medium" }),
      textOf(prompt),
      ...facts.map((fact) => textOf(fact, { isSubtle: true })),
    ],
    actions:
      notice.link === null
        ? []
        : [{ type: "Action.OpenUrl", title: "Open the task", url: notice.link }],
  };
  const contentType = "application/vnd.microsoft.card.adaptive";
  return { type: "message", attachments: [{ contentType, contentUrl: null, content: card }] };
}

function textOf(text: string, look: object = {}) {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text: quiet(text), ...look }] };
}

/** Cards replace `{{DATE(…)}}` and `${…}` by what they make of it. */
function quiet(text: string): string {
  return text.replaceAll(/\{(?=\{)|\$(?=\{)/g, "$& ");
}
