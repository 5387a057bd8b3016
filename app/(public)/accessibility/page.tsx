import { readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { type Chapter, chapters, readOn, resultWords, unjudged } from '#src/accessibility/statement.ts'
import { currentReader } from '#src/lib/actor.ts'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

export default readable('GET /accessibility', async () => {
  const reader = await currentReader()
  return (
    <Shell reader={reader} title="Accessibility – Holdfast" here="Accessibility">
      <h1>Accessibility</h1>
      <p>
        Holdfast is made for everybody. It meets WCAG 2.2 at level AA but for what this page names, and many
        criteria of level AAA. The statement was last read against the product on{' '}
        <time dateTime={readOn}>{dayInWords(readOn)}</time>; the tests behind it run with every change.
      </p>
      <h2>If something is in your way</h2>
      <p>
        <a href={reader ? '/tickets/new' : '/ask'}>Open a ticket</a> and tell us what you wanted to do and
        what stopped you. A person answers. You need no account for it. <a href="/account">Your account</a> is
        where you say how we should communicate with you.
      </p>
      <h2>What is missing</h2>
      <ul>{chapters.flatMap(missingIn)}</ul>
      <h2>What no machine can judge</h2>
      <ul>
        {unjudged.map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <h2>Criterion by criterion</h2>
      <p>
        The numbers are those of <a href="/accessibility/checks">our checklist of 58 items</a>, which says
        which test shows what. The same report is there{' '}
        <a href="/accessibility/openacr.yaml">for machines, as OpenACR in YAML</a>.
      </p>
      {chapters.map(({ id, name, criteria: rows }) => (
        <Table key={id} caption={name} columns={['Criterion', 'Result', 'Why', 'Items']}>
          {rows.map(({ number, name: title, result, words, checks }) => (
            <Row key={number}>
              <RowHead>
                {number} {title}
              </RowHead>
              <Cell label="Result">{resultWords[result]}</Cell>
              <Cell label="Why">{words}</Cell>
              <Cell label="Items">{checks.join(', ') || 'None'}</Cell>
            </Row>
          ))}
        </Table>
      ))}
    </Shell>
  )
})

function missingIn({ standard, criteria }: Chapter) {
  return criteria
    .filter(({ gap }) => gap)
    .map(({ number, name, gap }) => (
      <li key={number}>
        {standard} {number}, {name}: {gap}
      </li>
    ))
}

function dayInWords(day: string) {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}
