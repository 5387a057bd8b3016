import { type AttachedFile, AttachedFiles } from './attached-files.tsx'
import { Moment } from './moment.tsx'
import { Prose } from './prose.tsx'

export type MessageProps = {
  /** An anchor, unique in the page. */
  id: string
  author: string
  /** What the author is in this ticket, in words: "Requester", "Agent, Billing". */
  role: string
  at: Date
  zone?: string
  body: string
  lang?: string | null
  internal?: boolean
  files?: AttachedFile[]
}

/** One message of a thread. Its heading is the author, so that a listener can step from message to message. */
export function Message({ id, author, role, at, zone, body, lang, internal, files = [] }: MessageProps) {
  return (
    <article id={id} className={internal ? 'message note' : 'message'}>
      <header>
        <h3>
          <bdi>{author}</bdi>
        </h3>
        <p>{role}</p>
        <p>
          <Moment at={at} zone={zone} />
        </p>
      </header>
      {internal ? <p className="secret">Internal note: the customer never sees this.</p> : null}
      <Prose text={body} lang={lang} />
      {files.length > 0 ? <AttachedFiles files={files} /> : null}
    </article>
  )
}
