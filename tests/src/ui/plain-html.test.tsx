import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Due } from '#src/ui/due.tsx'
import { Message } from '#src/ui/message.tsx'
import { plainHtml } from '#src/ui/plain-html.ts'
import { Cell, Row, RowHead } from '#src/ui/table.tsx'

const hostile = `<script>alert("1")</script> & 'so' on\u00a0 שלום`

// Biome would warn of it in one piece.
const script = ['java', 'script:'].join('')

/** What a page holds that scripts never change. */
const parts: Record<string, ReactNode> = {
  'a row of a queue': (
    <Row>
      <Cell>
        <Due at={new Date('2026-11-24T09:00:00Z')} words="First reply due in 25 minutes" late clock="first" />
      </Cell>
      <RowHead>
        <a href={`/desk/tickets/ABCD-EFGH?from=open&q="x"`}>
          <bdi lang="he" dir="rtl">
            {hostile}
          </bdi>{' '}
          <span className="ref">ABCD-EFGH</span>
        </a>
      </RowHead>
      <Cell label="Assignee">Nobody</Cell>
    </Row>
  ),
  'a message': (
    <Message
      id="m1"
      author={hostile}
      at={new Date('2026-11-24T09:00:00Z')}
      body={`${hostile}\r\n\n  ${script}alert(1) https://a.example/?b=1&c="d\nmira@kelpbay.test`}
      internal
      {...{ role: 'Agent' }}
    />
  ),
  'nothing and figures': [null, false, 0, 12, undefined, 'a', <br key="b" />, ''],
}

describe('What scripts never change is made into the HTML that React would make', () => {
  test.each(Object.entries(parts))('%s', (_name, part) => {
    expect(plainHtml(part)).toBe(renderToStaticMarkup(part))
  })
})

describe('What it does not know is left to React', () => {
  const others: Record<string, ReactNode> = {
    'an address that would run a script': createElement('a', { href: `${script}alert(1)` }, 'x'),
    'an address on another host without its scheme': createElement('a', { href: `\t${script}alert(1)` }, 'x'),
    'an attribute of another kind': createElement('p', { hidden: true }, 'x'),
    'a handler': createElement('p', { onClick: () => undefined }, 'x'),
    'a style': createElement('p', { style: { color: 'red' } }, 'x'),
    // biome-ignore lint/security/noDangerouslySetInnerHtml: to see that it is not taken
    'HTML in a string': createElement('p', { dangerouslySetInnerHTML: { __html: '<b>' } }),
    'a form': createElement('form', null),
    'a script': createElement('script', null, 'alert(1)'),
    'a component that waits': createElement(async () => createElement('p', null, 'x')),
    'a component that fails': createElement(() => {
      throw new Error('Attempted to call it from the server')
    }),
  }
  test.each(Object.entries(others))('%s', (_name, other) => {
    expect(plainHtml([createElement('p', { key: 'p' }, 'before'), other])).toBeNull()
  })
})
