import { type APIRequestContext, expect, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { documentFaults } from './rules/document.ts'
import { addressesFor, roleNames, visitor } from './visits.ts'

/** What React writes its own way, and no reader can tell: the names of void elements, of attributes, of ids. */
const asReactWrites = {
  'attr-case': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'doctype-style': 'off',
  'no-inline-style': 'error',
  'no-trailing-whitespace': 'off',
  'valid-id': 'off',
  'void-style': 'off',
} as const

// Our tables say the roles that they have by themselves, because narrow screens change their display (src/ui/table.tsx).
// Scripts and styles come from the desk itself; a title carries somebody's own subject, however long it is.
const notOurs = { 'require-sri': 'off', 'long-title': 'off' } as const
// The button of the Enter key is seen by nobody, so it needs nothing that a <button> could hold (src/ui/form/files.tsx).
const ours = { 'no-redundant-role': 'off', 'prefer-native-element': 'off', 'prefer-button': 'off' } as const

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: { ...asReactWrites, ...ours, ...notOurs },
})

for (const role of roleNames)
  test(`raw-html: The HTML that ${role} is sent is sound before any browser mends it`, async ({
    browser,
  }) => {
    const context = await visitor(browser, role, { scripts: true })
    const pages = await htmlOf(context.request, await addressesFor(context))
    const faults: string[] = []
    for (const [address, html] of pages) {
      const { results } = await validator.validateString(html)
      const messages = results
        .flatMap(result => result.messages)
        .filter(({ message }) => !sendsToItself(message))
      faults.push(
        ...messages.map(
          ({ ruleId, message, selector }) => `${address}: ${ruleId}: ${message} at ${selector}`,
        ),
        ...documentFaults(html).map(fault => `${address}: ${fault}`),
      )
    }
    expect(faults).toEqual([])
    // The page of an address that leads nowhere is made without asking who reads it.
    pages.delete('/no/such/page')
    expect(sameInAll(pages, mainNav), 'item 17: the same places in the same order').toEqual([])
    expect(sharedTitles(pages), 'item 3: a title of its own').toEqual([])
    await context.close()
  })

/** React writes `action=""` on a form that is sent to its own page. The standard wants the attribute left out. */
function sendsToItself(message: string) {
  return message === 'Attribute "action" has invalid value ""'
}

async function htmlOf(request: APIRequestContext, addresses: string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const address of addresses) {
    const answer = await request.get(address, { headers: { accept: 'text/html' } })
    // Without a session one is led to sign in, which is a page that was looked at already.
    if (answer.url().endsWith(address)) pages.set(address, await answer.text())
  }
  return pages
}

function mainNav(html: string): string {
  const nav = html.match(/<nav aria-label="Main">.*?<\/nav>/s)?.[0] ?? ''
  return [...nav.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).join(' ')
}

/** The pages in which this differs from the first one. */
function sameInAll(pages: Map<string, string>, part: (html: string) => string): string[] {
  const [first] = pages.values()
  return [...pages].filter(([, html]) => part(html) !== part(first ?? '')).map(([address]) => address)
}

/** Titles that stand on pages of more than one path; what is not there has one title everywhere. */
function sharedTitles(pages: Map<string, string>): string[] {
  const paths = new Map<string, Set<string>>()
  for (const [address, html] of pages) {
    const title = html.match(/<title>([^<]*)/)?.[1] ?? ''
    paths.set(title, (paths.get(title) ?? new Set()).add(new URL(address, 'http://desk').pathname))
  }
  return [...paths].flatMap(([title, all]) =>
    all.size > 1 && !title.startsWith('There is no such page') ? [`${title}: ${[...all].join(' ')}`] : [],
  )
}
