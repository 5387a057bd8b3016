import { Fragment, type ReactNode } from 'react'
import { findLinks } from '#src/lib/find-links.ts'
import { inLanguage } from '#src/lib/language.ts'
import { paragraphsOf } from '#src/lib/paragraphs.ts'

/**
 * A person's plain text as paragraphs and lines, with its web and mail addresses as links. Nothing in it is read as
 * HTML. `lang` is the language of the text (BCP 47), which says its direction; where it is not known, each paragraph
 * finds its own.
 */
export function Prose({ text, lang }: { text: string; lang?: string | null }) {
  return (
    <div className="prose" {...inLanguage(lang)}>
      {paragraphsOf(text).map((lines, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes, so a place in it is its name
        <p key={at} dir={lang ? undefined : 'auto'}>
          {lined(lines)}
        </p>
      ))}
    </div>
  )
}

function lined(lines: string[]): ReactNode[] {
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes, so a place in it is its name
    <Fragment key={at}>
      {at > 0 ? <br /> : null}
      {linked(line)}
    </Fragment>
  ))
}

function linked(line: string): ReactNode[] {
  return findLinks(line).map((piece, at) =>
    piece.href === undefined ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes, so a place in it is its name
      <a key={at} href={piece.href} rel="nofollow noopener ugc" dir="ltr">
        {piece.text}
      </a>
    ),
  )
}
