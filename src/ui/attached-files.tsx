export type AttachedFile = {
  id: string
  href: string
  name: string
  /** What it is and how large, in words. */
  words: string
  /** What a picture shows, where its sender said. */
  description?: string | null
  /** Where the reader may say what it shows. */
  describe?: string
}

/** The files of one message, below its text. Each is a link that saves it. */
export function AttachedFiles({ files }: { files: AttachedFile[] }) {
  return (
    <>
      <h4>{files.length === 1 ? 'Attached file' : 'Attached files'}</h4>
      <ul>
        {files.map(({ id, href, name, words, description, describe }) => (
          <li key={id}>
            <a href={href}>
              <bdi>{name}</bdi>
            </a>{' '}
            ({words})
            {description ? (
              <p>
                <bdi>{description}</bdi>
              </p>
            ) : null}
            {describe ? (
              <>
                {' '}
                <a href={describe}>
                  Describe <bdi>{name}</bdi>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
