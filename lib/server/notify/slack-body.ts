import "server-only";
import type { Notice } from "@/lib/contract/notice";
import { noticeWords } from "./notice-words";

/**
 * A message for an incoming webhook of Slack. All texts are `plain_text`, in which Slack reads no mentions, links or
 * markup; only our own link is mrkdwn. `text` is what notifications show: Slack reads it as mrkdwn, so its three signs
 * are escaped as Slack asks (docs.slack.dev, "Formatting message text").
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
  return { type: "plain_text", emoji: false, text } as const;
}

function linkTo(link: string) {
  const text = `<${escaped(link).replaceAll("|", "%7C")}|Open the task>`;
  return { type: "section", text: { type: "mrkdwn", text } };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
