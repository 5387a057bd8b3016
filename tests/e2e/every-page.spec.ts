import { type APIResponse, type BrowserContext, expect, test } from '@playwright/test'
import { ada, elif, mira, tom } from '#src/demo/cast.ts'
import { ticketWithPicture } from '#tests/e2e/support/routes.ts'
import { crawl } from './support/crawl.ts'
import { guestPages } from './support/guest-pages.ts'
import { openTicketAs } from './support/open-ticket.ts'
import { pageRoutes } from './support/routes.ts'
import { signIn } from './support/sign-in.ts'

const roles = { nobody: null, requester: elif, 'other customer': tom, agent: mira, administrator: ada }
type Role = keyof typeof roles

/** Pages that no link leads to: one comes to them after an action, or from a mail. */
const unlinked = [
  '/reset-password?token=unknown',
  '/confirm-address?token=unknown',
  '/ask/sent',
  ticketWithPicture,
]

const visitors = new Map<Role, BrowserContext>()
const addresses = new Map<string, string[]>()
const own = new Map<Role, Set<string>>()

test.beforeAll(async ({ browser }) => {
  const { guest, desk } = await guestPages()
  for (const role of Object.keys(roles) as Role[]) {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const person = roles[role]
    const page = await context.newPage()
    if (person) await signIn(page, person)
    // One mail at least stands in the outbox, so that there is a page of it.
    if (role === 'requester') await openTicketAs(page, 'For the walk through every page')
    visitors.set(role, context)
    const from = [
      '/',
      ...unlinked,
      guest,
      desk,
      ...(role === 'requester' ? ownTicketPages(await crawl(context.request, ['/tickets'])) : []),
    ]
    for (const [route, found] of await crawl(context.request, from)) {
      if (route === '/tickets/[reference]') own.set(role, new Set(found.map(referenceIn)))
      addresses.set(route, [...new Set([...(addresses.get(route) ?? []), ...found])])
    }
  }
})

test('Every page of the file tree is reached by somebody', () => {
  expect([...addresses.keys()].sort()).toEqual(pageRoutes())
})

// no-hidden-stream as well: no content waits in a hidden part of the page for a script.
for (const role of Object.keys(roles) as Role[])
  test(`no-blank-page: Every page answers ${role} with words and the right status, without scripts`, async () => {
    const request = visitors.get(role)?.request
    for (const address of [...addresses.values()].flat()) {
      const answer = await request?.get(address, { maxRedirects: 0, headers: { accept: 'text/html' } })
      if (!answer) throw new Error('No visitor')
      expect.soft(await outcomeOf(answer), `${role} at ${address}`).toBe(expectedFor(role, address))
      if (answer.status() !== 303) await expectReadable(answer, `${role} at ${address}`)
    }
  })

test('The same words answer for a ticket of somebody else and for one that is not there', async () => {
  const theirs = `/tickets/${[...(own.get('requester') ?? [])][0]}`
  const request = visitors.get('other customer')?.request
  const [one, other] = await Promise.all(
    [theirs, '/tickets/AAAA-AAAA'].map(async address => {
      const answer = await request?.get(address)
      return { status: answer?.status(), text: visible((await answer?.text()) ?? '') }
    }),
  )
  expect(one?.status).toBe(404)
  expect(one).toEqual(other)
})

function referenceIn(address: string) {
  return new URL(address, 'http://desk').pathname.split('/')[2] ?? ''
}

function ownTicketPages(found: Map<string, string[]>) {
  return (found.get('/tickets/[reference]') ?? []).flatMap(address => [
    address,
    `${address.split('?')[0]}/opened`,
  ])
}

async function outcomeOf(answer: APIResponse) {
  const to = answer.headers().location
  return to ? `${answer.status()} ${new URL(to, 'http://desk').pathname}` : String(answer.status())
}

function expectedFor(role: Role, address: string): string {
  const path = new URL(address, 'http://desk').pathname
  const area = path.split('/')[1] ?? ''
  if (path === '/tickets/new' && role === 'nobody') return '303 /ask'
  if (['tickets', 'drafts', 'account', 'desk', 'admin', 'styleguide'].includes(area) && role === 'nobody')
    return '303 /sign-in'
  if (['desk', 'styleguide'].includes(area) && !['agent', 'administrator'].includes(role)) return '404'
  if (area === 'admin' && role !== 'administrator') return '404'
  if (/^\/tickets\/(?!(new|search)$)./.test(path) && !own.get(role)?.has(referenceIn(path))) return '404'
  return '200'
}

async function expectReadable(answer: APIResponse, where: string) {
  const html = await answer.text()
  expect.soft(answer.headers()['content-type'], where).toContain('text/html')
  expect.soft(html, where).toMatch(/^<!doctype html><html [^>]*lang="en"/i)
  expect.soft(html, where).not.toMatch(/__next_error__|<div hidden id="S:|<template id="B:/)
  expect.soft(html.match(/<h1[^>]*>(?:<bdi[^>]*>)*[^<]/g)?.length, `one heading: ${where}`).toBe(1)
  expect.soft(html.match(/<title>[^<]+<\/title>/g)?.length, `one title: ${where}`).toBe(1)
  expect.soft(html.indexOf('<title>'), `title in head: ${where}`).toBeLessThan(html.indexOf('<body'))
  expect.soft(visible(html).length, `text: ${where}`).toBeGreaterThan(200)
}

function visible(html: string) {
  return html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}
