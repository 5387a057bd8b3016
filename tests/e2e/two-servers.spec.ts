import { expect, test } from '@playwright/test'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { readPage } from '#tests/chaos/read-page.ts'
import { type Deployment, openDeployment } from '#tests/e2e/two-servers/deployment.ts'
import { Load, newMark } from '#tests/e2e/two-servers/load.ts'
import { Visitor } from '#tests/e2e/two-servers/visitor.ts'
import { readMail } from '#tests/support/read-mail.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let desk: Deployment

test.beforeAll(async () => {
  test.setTimeout(240_000)
  desk = await openDeployment()
})

test.afterAll(async () => {
  test.setTimeout(120_000)
  await desk?.close()
})

test('a session of one server is one of the other, and a form opened on one is taken by the other', async () => {
  const customer = new Visitor(desk.address)
  await customer.signIn(elif)
  const before = desk.passed().length
  const marks = Array.from({ length: 4 }, newMark)
  for (const mark of marks) {
    const form = await customer.open('/tickets/new', {
      subject: `Deck chairs ${mark}`,
      body: 'Two are torn.',
    })
    expect((await customer.post('/tickets/new', form)).status).toBe(303)
  }
  await expect.poll(() => desk.passed().length).toBe(before + 8)
  // One after the other they take turns, so each form is sent to the server that it does not come from.
  const ways = desk
    .passed()
    .slice(before)
    .map(({ servers }) => servers.join())
  const [first, second] = desk.places
  expect(new Set(ways)).toEqual(new Set([first, second]))
  for (let at = 0; at < ways.length; at += 2) expect(ways[at]).not.toBe(ways[at + 1])
  expect(await timesOpened(marks)).toEqual([1, 1, 1, 1])
})

test('the same form that reaches both servers at the same moment is done once', async () => {
  const customer = new Visitor(desk.address)
  await customer.signIn(tom)
  const marks = Array.from({ length: 5 }, newMark)
  const before = desk.passed().length
  for (const mark of marks) {
    const form = await customer.open('/tickets/new', { subject: `Lifebelt ${mark}`, body: 'It is gone.' })
    const answers = await Promise.all([0, 1, 2, 3].map(() => customer.post('/tickets/new', form)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
  }
  const posts = () =>
    desk
      .passed()
      .slice(before)
      .filter(({ method }) => method === 'POST')
  await expect.poll(() => posts().length).toBe(20)
  expect(new Set(posts().flatMap(({ servers }) => servers))).toEqual(new Set(desk.places))
  expect(await timesOpened(marks)).toEqual([1, 1, 1, 1, 1])
})

test('a form whose answer is lost between a server and nginx is answered by the other, and done once', async () => {
  const customer = new Visitor(desk.address)
  await customer.signIn(elif)
  const mark = newMark()
  const form = await customer.open('/tickets/new', { subject: `Funnel ${mark}`, body: 'It smokes.' })
  desk.line.once({ kind: 'cut-answer', bytes: 0 })
  const locations = new Set<string>()
  // It is sent until the first server has its turn, and lands in the same place each time.
  for (let tries = 0; tries === 0 || desk.line.pending; tries++) {
    const { status, location } = await customer.post('/tickets/new', form)
    expect(status).toBe(303)
    locations.add(location)
  }
  expect(desk.line.counts['cut-answer']).toBe(1)
  expect(locations.size).toBe(1)
  await expect
    .poll(() => desk.passed().at(-1))
    .toEqual({
      method: 'POST',
      path: '/tickets/new',
      status: '303',
      servers: [...desk.places],
    })
  expect(await timesOpened([mark])).toEqual([1])
})

test('a file of a build that one server does not have is asked of the other', async () => {
  const missing = new Visitor(desk.address, { accept: '*/*', 'sec-fetch-dest': 'script' })
  await expect(missing.read('/_next/static/chunks/of-another-build.js')).rejects.toThrow(/status 404|404 /)
  await expect.poll(() => desk.passed().at(-1)?.servers.length).toBe(2)
})

test('a rolling restart during load loses nothing and answers every request with a page', async () => {
  const before = desk.passed().length
  const load = new Load(desk.address)
  await load.begin()
  for (const server of [desk.first, desk.second]) {
    await load.goesOn(6)
    expect(await server.end()).toBe(0)
    await load.goesOn(6)
    await server.start()
  }
  await load.goesOn(6)
  await load.end()

  expect(load.taken.length).toBeGreaterThanOrEqual(30)
  const rows = await desk.database<{ mark: string; times: number }[]>`
    select mark, (select count(*)::int from ticket_messages where body like '%' || mark || '%') as times
    from string_to_table(${load.taken.join()}, ',') as mark`
  expect(rows.filter(({ times }) => times !== 1)).toEqual([])
  // While a server is away, what it cannot have is sent on to the other.
  const sentOn = desk.passed().filter(({ servers }, at) => at >= before && servers.length > 1)
  expect(sentOn.length).toBeGreaterThan(0)
  expect(desk.passed().filter(({ status }) => Number(status) >= 500)).toEqual([])
})

test('each mail is sent once, though two workers run', async () => {
  const waiting = () => desk.database`
    select 1 from mail_orders where sent_at is null
    union all select 1 from news_orders where addressed_at is null
    union all select 1 from news_deliveries where told_at is null`
  // What is put together with other news waits for a minute.
  await expect.poll(async () => (await waiting()).length, { timeout: 150_000 }).toBe(0)
  const [row] = await desk.database<{ sent: number }[]>`select count(*)::int as sent from mail_orders`
  const names = desk.mails.map(mail => readMail(mail).headers['message-id'])
  expect(names.length).toBeGreaterThan(30)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBe(row?.sent)
})

test('tries to sign in are counted over both servers, whatever address a client claims', async () => {
  const before = desk.passed().length
  const heard: string[] = []
  // Five are allowed from one network; neither server alone has heard of more than four when it ends.
  for (let tries = 1; tries <= 6; tries++) {
    const guesser = new Visitor(desk.address, { 'x-real-ip': `203.0.113.${tries}`, 'x-forwarded-for': '::1' })
    const form = await guesser.open('/sign-in', { email: mira.email, password: `guess ${tries}` })
    heard.push(readPage((await guesser.post('/sign-in', form)).body).text)
  }
  const tooMany = heard.map(text => /There were too many tries/.test(text))
  expect(tooMany).toEqual([false, false, false, false, false, true])
  await expect.poll(() => desk.passed().length).toBe(before + 12)
})

test('a server that is told to end says so first, goes on answering, and holds up nobody', async () => {
  const address = `http://127.0.0.1:${desk.second.port}`
  const ended = desk.second.end()
  const seen = { draining: 0, closed: 0, kept: 0 }
  for (let isOpen = true; isOpen; ) {
    const health = await fetch(`${address}/health`).catch(() => undefined)
    const words = await health?.text().catch(() => undefined)
    const page = await fetch(`${address}/help`).catch(() => undefined)
    isOpen = page !== undefined
    if (health?.status !== 503 || !page) continue
    expect(words).toBe('draining\n')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('</html>')
    seen.draining++
    if (page.headers.get('connection') === 'close') seen.closed++
    else seen.kept++
  }
  expect(await ended).toBe(0)
  expect(seen.draining).toBeGreaterThan(0)
  expect(seen.kept).toBe(0)
})

test('with no server left, nginx says in words what is and what becomes of a form', async () => {
  const customer = new Visitor(desk.address)
  const form = await customer.open('/sign-in', { email: tom.email, password: 'guess' })
  expect(await desk.first.end()).toBe(0)
  for (const answer of [await customer.post('/sign-in', form), await customer.get('/desk')]) {
    expect(answer.status).toBe(503)
    const { title, text } = readPage(answer.body)
    expect(title).toBe('The desk is away for a moment – Holdfast')
    expect(text).toContain('press Back in your browser, and it is still in the form')
  }
  const tooLarge = await customer.post('/sign-in', {
    ...form,
    fields: [...form.fields, { name: 'more', value: 'x'.repeat(2_200_000) }],
  })
  expect([tooLarge.status, readPage(tooLarge.body).title]).toEqual([
    413,
    'That was too much at once – Holdfast',
  ])
})

/** How many tickets bear each of these words in their subject. */
async function timesOpened(marks: string[]): Promise<number[]> {
  const rows = await desk.database<{ times: number }[]>`
    select (select count(*)::int from tickets where subject like '%' || mark || '%') as times
    from string_to_table(${marks.join()}, ',') with ordinality as given(mark, place) order by place`
  return rows.map(({ times }) => times)
}
