import { renderToStaticMarkup as html } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PriorityBadge, StatusBadge } from '#src/ui/badge.tsx'
import { Breadcrumbs } from '#src/ui/breadcrumbs.tsx'
import { Due } from '#src/ui/due.tsx'
import { Mark } from '#src/ui/mark.tsx'
import { Message } from '#src/ui/message.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Pagination } from '#src/ui/pagination.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

const at = new Date('2026-11-23T09:40:00Z')
const message = { id: 'm1', author: 'Ana', role: 'Requester', at, body: 'Hello' }

test('a status and a priority are words before they are a look', () => {
  expect(html(<StatusBadge status="pending" />)).toBe('<span class="badge pending">Pending</span>')
  expect(html(<StatusBadge status="pending" words="Waiting for you" />)).toContain('>Waiting for you<')
  expect(html(<PriorityBadge priority="urgent" />)).toBe('<span class="badge urgent">Urgent</span>')
})

test('a moment names its zone to people and tells machines the instant', () => {
  expect(html(<Moment at={at} zone="America/New_York" />)).toBe(
    '<time dateTime="2026-11-23T09:40:00Z">23 November 2026, 04:40 GMT-5</time>',
  )
})

test('something owed shows its hour and its sentence, and nothing owed only the sentence', () => {
  expect(html(<Due at={at} hour="09:40 UTC" words="First reply 2 hours late" late />)).toBe(
    '<span class="due late"><time dateTime="2026-11-23T09:40:00Z">09:40 UTC</time> <span>First reply 2 hours late</span></span>',
  )
  expect(html(<Due at={null} words="Nothing is due" />)).not.toContain('<time')
})

test('an internal note says in words that the customer never sees it, and a public message does not', () => {
  expect(html(<Message {...message} internal />)).toContain('Internal note: the customer never sees this.')
  expect(html(<Message {...message} />)).not.toContain('Internal note')
})

test('a file is a link by its name, with what it is, how large and what it shows in words', () => {
  const file = { id: 'f', href: '/attachments/f', name: 'pier.png', words: 'PNG picture, 3 kB' }
  expect(
    html(<Message {...message} files={[file, { ...file, id: 'g', description: 'The pier' }]} />),
  ).toContain(
    '<h4>Attached files</h4><ul><li><a href="/attachments/f"><bdi>pier.png</bdi></a> (PNG picture, 3 kB)</li><li><a href="/attachments/f"><bdi>pier.png</bdi></a> (PNG picture, 3 kB)<p><bdi>The pier</bdi></p></li></ul>',
  )
  expect(html(<Message {...message} />)).not.toContain('Attached')
})

test('the mark is silent beside the written name and named where it stands alone', () => {
  expect(html(<Mark />)).toContain('aria-hidden="true"')
  expect(html(<Mark name="Holdfast" />)).toContain('role="img" aria-label="Holdfast"')
  expect(html(<Mark name="Holdfast" />)).not.toContain('aria-hidden')
})

test('news takes the focus without a script', () => {
  expect(html(<Notice kind="success">Your reply was sent.</Notice>)).toBe(
    '<div class="notice success" role="status" tabindex="-1" autofocus="">Your reply was sent.</div>',
  )
})

test('the last crumb is this page and no link', () => {
  const crumbs = html(<Breadcrumbs trail={[{ href: '/desk', words: 'Queues' }]} here="Unassigned" />)
  expect(crumbs).toContain('<li aria-current="page"><bdi>Unassigned</bdi></li>')
  expect(crumbs.match(/<a /g)).toHaveLength(1)
})

test('a list of one page has no links to pages', () => {
  expect(html(<Pagination label="Pages of tickets" here="All 3 tickets." />)).toBe('')
})

test('every part of a table says its role itself, since narrow screens change how it is laid out', () => {
  const table = html(
    <Table caption="Tickets" columns={['Ticket', 'Due']}>
      <Row>
        <RowHead>Printer</RowHead>
        <Cell label="Due">Now</Cell>
      </Row>
    </Table>,
  )
  for (const [tag] of table.matchAll(/<(?:table|thead|tbody|tr|th|td)\b[^>]*>/g))
    expect(tag).toContain('role="')
  expect(table).toContain('<td role="cell" data-label="Due">')
})
