import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Source, sourcesIn } from '#tests/support/sources.ts'

const app = sourcesIn('app')
const actions = sourcesIn('actions')
const src = sourcesIn('src')
const everything = [...app, ...actions, ...src]

const paths = (sources: Source[]) => sources.map(source => source.path)
const holding = (sources: Source[], pattern: RegExp) =>
  paths(sources.filter(({ text }) => pattern.test(text)))
const importing = (sources: Source[], forbidden: (from: string, source: Source) => boolean) =>
  sources.flatMap(source =>
    source.imports.filter(from => forbidden(from, source)).map(from => `${source.path} -> ${from}`),
  )

/** Domains by rank: a file imports its own domain and lower ones. What is not named here is `lib`, `ui` or a command. */
const ranks = ['audit', 'mail', 'people', 'identity', 'sla', 'tickets', 'demo', 'worker', 'commands']
const rankOf = (path: string) => ranks.indexOf(path.split('/')[1] ?? '')

/** The actions that are not made by the wrapper, each with its reason. */
const byHand = { 'actions/auth/sign-out.ts': 'holds nothing that could be forged to harm, and has no field' }

describe('Imports go one way', () => {
  test('nothing imports app but app, and nothing below imports actions', () => {
    expect(importing([...actions, ...src], from => from.startsWith('app/'))).toEqual([])
    expect(importing(src, from => from.startsWith('actions/'))).toEqual([])
  })

  test('app and actions never write SQL: they know neither Drizzle nor the tables', () => {
    const forbidden = (from: string) => from.startsWith('drizzle-orm') || from.startsWith('src/lib/db/tables')
    expect(importing([...app, ...actions], forbidden)).toEqual([])
  })

  test('lib imports nothing of the business, and ui only lib', () => {
    const lib = src.filter(({ path }) => path.startsWith('src/lib/'))
    const ui = src.filter(({ path }) => path.startsWith('src/ui/'))
    expect(importing(lib, from => from.startsWith('src/') && !from.startsWith('src/lib/'))).toEqual([])
    expect(importing(ui, from => from.startsWith('src/') && !/^src\/(lib|ui)\//.test(from))).toEqual([])
  })

  test('a domain imports only domains of a lower rank', () => {
    const domains = src.filter(({ path }) => rankOf(path) >= 0)
    const upward = (from: string, { path }: Source) => from.startsWith('src/') && rankOf(from) > rankOf(path)
    expect(importing(domains, upward)).toEqual([])
    expect(importing(domains, from => from.startsWith('src/ui/'))).toEqual([])
  })

  test('paths are whole, with their ending, and there is no barrel', () => {
    expect(importing(everything, from => from.startsWith('..'))).toEqual([])
    const own = (from: string) => /^(app|actions|src|tests)\//.test(from)
    expect(importing(everything, from => own(from) && !/\.(tsx?|css|mjs)$/.test(from))).toEqual([])
    expect(paths(everything).filter(path => /\/index\.tsx?$/.test(path))).toEqual([])
  })

  test('what is called pure reads nothing and writes nothing', () => {
    const pure = src.filter(({ path }) => /\/(forms|policy|status|calendar|clocks)\.ts$/.test(path))
    const outside = (from: string) =>
      /^(drizzle-orm|next|node:|postgres|server-only|src\/lib\/db\/client)/.test(from)
    expect(importing(pure, outside)).toEqual([])
  })
})

describe('An action is a door and nothing else', () => {
  const former = actions.filter(({ text }) => /^export const \w+ = formerly\(/m.test(text))

  test('each file has one export, made by the wrapper, or a reason in the list', () => {
    const made = /^export const \w+ = (formAction|actionFor|formerly)\(/m
    const wrong = actions.filter(({ path, text }) => {
      const exports = text.match(/^export /gm)?.length ?? 0
      return !text.startsWith("'use server'") || exports !== 1 || !(made.test(text) || path in byHand)
    })
    expect(paths(wrong)).toEqual([])
  })

  test('each is named by its path', () => {
    const misnamed = actions.filter(({ path, text }) => {
      const name = path
        .replace(/^actions\//, '')
        .replace(/\.ts$/, '')
        .replace('/', '.')
      return !(path in byHand) && !text.includes(`'${name}'`)
    })
    expect(paths(misnamed)).toEqual([])
  })

  test('each has its own test', () => {
    const doors = paths(actions.filter(source => !former.includes(source)))
    const untested = doors.filter(path => !existsSync(`tests/${path.replace(/\.ts$/, '.test.ts')}`))
    expect(untested).toEqual([])
  })

  test('the old doors of actions are on every page', () => {
    const list = app.find(({ path }) => path === 'app/former-actions.ts')
    const layout = app.find(({ path }) => path === 'app/layout.tsx')
    expect(layout?.text).toContain("import './former-actions.ts'")
    expect(list?.imports).toEqual(paths(former))
  })
})

describe('No page is ever blank', () => {
  const pages = app.filter(({ path }) => /(^|\/)page\.tsx$/.test(path))

  test('every page catches its own faults', () => {
    const made = /export default (readable|readerPage|myTicketPage|agentPage|deskTicketPage|adminPage)\(/
    expect(paths(pages.filter(({ text }) => !made.test(text)))).toEqual([])
  })

  test('nothing hides content behind a script', () => {
    expect(paths(everything).filter(path => /\/loading\.tsx$/.test(path))).toEqual([])
    expect(holding(everything, /<Suspense|\bnotFound\(\)|\bforbidden\(\)|\bunauthorized\(\)/)).toEqual([])
    expect(holding(everything, /\baction=\{[^}]*\.bind\(|formAction=\{/)).toEqual([])
    expect(holding(app, /from 'next\/link'|style=\{|dangerouslySetInnerHTML/)).toEqual([])
  })

  test('hidden fields go through the form, which holds what is sent by what it is about', () => {
    expect(holding(app, /type="hidden"/)).toEqual([])
  })

  test('titles stand in the pages, never in metadata', () => {
    expect(holding(app, /generateMetadata|metadata[^\n]*=[^\n]*title/)).toEqual([])
  })

  test('a page has one form with a title of its own at most', () => {
    expect(holding(pages, /<SignedForm[\s\S]*<SignedForm/)).toEqual([])
  })

  test('the only route handlers are those that the house knows', () => {
    const known = ['app/api/auth/[...all]/route.ts', 'app/health/route.ts']
    expect(paths(app).filter(path => path.endsWith('/route.ts'))).toEqual(known)
  })
})

describe('An internal note stays inside', () => {
  test('the portal reads through the public views alone', () => {
    const portal = [
      ...app.filter(({ path }) => path.startsWith('app/(portal)/')),
      ...src.filter(({ path }) => path.includes('/portal-')),
    ]
    expect(portal.length).toBeGreaterThan(5)
    expect(
      importing(portal, from => /tables\/(?!public-views|identity)|(desk|queue)-queries/.test(from)),
    ).toEqual([])
  })
})

describe('The database is used as it must be', () => {
  test('every statement is awaited, returned or handed on', () => {
    const alone = /[\w;{}'")\]]\n\s*(tx|db|authDb)\s*\.\s*(insert|update|delete|select|execute)\(/
    expect(holding([...actions, ...src], alone)).toEqual([])
  })

  test('nobody but the client sets the actor, and nothing is set for a session', () => {
    const outside = everything.filter(({ path }) => !path.startsWith('src/lib/db/'))
    expect(holding(outside, /app\.actor|\bset_config\(|sql`set /i)).toEqual([])
  })
})

describe('A stranger can read it', () => {
  test('no file of code has more than 150 lines', () => {
    const long = everything.filter(
      ({ path, text }) => text.split('\n').length > 151 && !path.startsWith('src/demo/threads/'),
    )
    expect(paths(long)).toEqual([])
  })

  test('no name says nothing', () => {
    const empty = /\/(utils?|helpers?|misc|common|managers?|services?|handlers?|process|data|info)(\.|\/)/
    expect(paths(everything).filter(path => empty.test(path))).toEqual([])
  })

  test('nothing is left for later', () => {
    expect(
      holding(everything, /\b(TODO|FIXME|XXX)\b|\.only\(|\.skip\(|\bas any\b|: any\b|console\.log/),
    ).toEqual([])
  })
})
