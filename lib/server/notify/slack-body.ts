import "server-only";
import type { Notice } from "@/lib/contract/notice";
import { noticeWords } from "./notice-words";

/**
 * A message for an incoming webhook of Slack. All texts are `plain_text`, in which Slack reads no markup and makes no
 * links of addresses; only our own link is mrkdwn. The three signs by which Slack tells mentions are escaped everywhere,
 * as it asks for (docs.slack.dev, "Formatting message text").
 */
export function slackBody(notice: Notice): object {
  const { title, facts, prompt } = noticeWords(notice);
  return {
    text: escaped(title),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: plain(title) },
      { type: "section", text: plain(prompt) },
      { type: "context", elements: facts.map(plain) },
      ...(notice.link === null ? [] : [linkTo(notice.link)]),
    ],
  };
}

function plain(text: string) {
  return { type: "plain_text", emoji: false, text: escaped(text) } as const;
}

function linkTo(link: string) {
  const text = `<${escaped(link).replaceAll("|", "%7C")}|Open the task>`;
  return { type: "section", text: { type: "mrkdwn", verbatim: true, text } };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
