import type { News } from '#src/lib/forms/report.ts'

/** What somebody else wrote while this person was typing. */
export function NewsSummary({ news }: { news: News[] }) {
  return (
    <section className="kept" aria-label="Written while you were typing">
      <h2>Written while you were typing</h2>
      {news.map(item => (
        <article key={item.at}>
          <h3>
            <bdi>{item.author}</bdi>{' '}
            <time dateTime={item.at}>{item.at.slice(0, 16).replace('T', ' ')} UTC</time>
          </h3>
          {item.internal && <p>Internal note</p>}
          <p lang={item.lang} dir={item.dir ?? 'auto'}>
            {item.body}
          </p>
        </article>
      ))}
    </section>
  )
}
