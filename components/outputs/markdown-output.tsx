import type { CSSProperties, ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { HostNote } from "@/components/status/host-note";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { isLookAlikeHost, toPageAddress } from "@/lib/domain/text/page-address";

/** Links show where they lead and only lead to the web; pictures become links, so that nothing is fetched by itself. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <ForeignLink href={href}>{children}</ForeignLink>,
  img: ({ src, alt }) => (
    <ForeignLink href={typeof src === "string" ? src : undefined}>
      Picture: {alt === undefined || alt === "" ? "no description" : alt}
    </ForeignLink>
  ),
  table: ({ children }) => (
    <div className="thin-scroll overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
  // One level below the page's own headings, whatever level an output opens with or jumps to.
  h1: ({ children }) => <h3 className="markdown-1">{children}</h3>,
  h2: ({ children }) => <h3 className="markdown-2">{children}</h3>,
  h4: ({ children }) => <h3>{children}</h3>,
  h5: ({ children }) => <h3>{children}</h3>,
  h6: ({ children }) => <h3>{children}</h3>,
  // Alignment by class: the Content-Security-Policy refuses inline styles.
  td: ({ style, children }) => <td className={alignment(style)}>{children}</td>,
  th: ({ style, children }) => <th className={alignment(style)}>{children}</th>,
  input: ({ checked }) => <span>{checked === true ? "☑" : "☐"} </span>,
};

const REMARK_PLUGINS = [remarkGfm];

/** An output in Markdown, without remote pictures; HTML in it is text, as it came. */
export default function MarkdownOutput({ text }: { text: string }) {
  return (
    <div dir="auto" className="markdown text-sm leading-relaxed foreign-text">
      <Markdown remarkPlugins={REMARK_PLUGINS} components={COMPONENTS}>
        {showHidden(text)}
      </Markdown>
    </div>
  );
}

function alignment(style: CSSProperties | undefined): string | undefined {
  if (style?.textAlign === "right") return "text-end";
  return style?.textAlign === "center" ? "text-center" : undefined;
}

function ForeignLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const address = toPageAddress(href ?? "");
  if (address.href === null) return <span>{children}</span>;
  return (
    <a
      href={address.href}
      title={address.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent underline decoration-1 underline-offset-2"
    >
      {children}
      {!namesHost(textOf(children), address.label) && (
        <span className="text-xs text-faint"> ({address.label})</span>
      )}
      {isLookAlikeHost(address.label) && " "}
      <HostNote host={address.label} />
    </a>
  );
}

/** True for words that are this host or an address on it; a host that stands somewhere in them may be bait. */
function namesHost(words: string, host: string): boolean {
  const text = words.trim();
  return text.replace(/^www\./, "") === host || toPageAddress(text).label === host;
}

/** The words of a link, to tell whether they already say where it leads. */
function textOf(children: ReactNode): string {
  if (typeof children === "string") return children;
  return Array.isArray(children) ? children.map(textOf).join("") : "";
}
