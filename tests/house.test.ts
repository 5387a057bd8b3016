import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSource, type Source, sourcesIn } from '#tests/support/sources.ts'

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
const ranks = 'audit files mail people identity sla tickets inbound demo worker commands'.split(' ')
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

/** Actions for people who are not signed in yet: made by the shell alone, with their own way of doing it once. */
const forStrangers = [
  'auth/choose-version',
  'auth/confirm-address',
  'auth/forgot-password',
  'auth/reset-password',
  'auth/sign-in',
  'auth/sign-up',
  'tickets/ask',
  'tickets/end-link',
  'tickets/renew-link',
  'tickets/send-link',
].map(action => `actions/${action}.ts`)

/** The actions that also take who came by the link of one ticket, and then their scope lets them reach nothing else. */
const forGuests = ['confirm-fixed', 'reply', 'report-not-fixed'].map(verb => `actions/tickets/${verb}.ts`)

/** The doors for programs, each with the one file that it hands on to: that one asks for a signature or a secret first. */
const programDoors = {
  'app/api/mail/route.ts': 'src/inbound/signed-door.ts',
  'app/api/work/route.ts': 'src/worker/timed-door.ts',
}

/** Where a transaction is opened, which is the only way to write: the mechanism itself, and what happens by time. */
const opensTransactions = [
  'src/files/bring-back-next.ts',
  'src/files/delete-next.ts',
  'src/files/move-next.ts',
  'src/files/receive-piece.ts',
  'src/files/receive.ts',
  'src/identity/end-session.ts',
  'src/identity/once.ts',
  'src/inbound/mailboxes/read-mailbox.ts',
  'src/inbound/mailboxes/take-waiting.ts',
  'src/inbound/receive.ts',
  'src/lib/form-action.ts',
  'src/lib/forms/drafting.ts',
  'src/lib/forms/hold.ts',
  'src/mail/deliver.ts',
  'src/worker/jobs.ts',
]

describe('No change can be made outside the mechanism', () => {
  const top = ['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts', 'next.config.ts'].map(
    readSource,
  )
  const served = [...everything, ...top].filter(({ path }) => !/^src\/(commands|demo)\//.test(path))

  test('a function of the server that a browser can call is an action, and stands in actions', () => {
    const here = /['"`]use server['"`]/
    expect(holding([...served, ...sourcesIn('src/commands', 'src/demo')], here)).toEqual(paths(actions))
    const more = actions.filter(({ text }) => text.split(/['"`]use server['"`]/).length !== 2)
    expect(paths(more)).toEqual([])
  })

  test('every action is made by the whole wrapper, but for those that nobody is signed in for', () => {
    const part = actions.filter(({ text }) => !/^export const \w+ = (formAction|formerly)\(/m.test(text))
    expect(paths(part).filter(path => !(path in byHand))).toEqual(forStrangers)
  })

  test('somebody who came by a link is let in by these, and by no other', () => {
    expect(holding(actions, /guests: true/)).toEqual(forGuests)
  })

  test('a transaction is opened by the mechanism and by the worker, and nowhere else', () => {
    const own = served.filter(({ path }) => !path.startsWith('src/lib/db/'))
    expect(holding(own, /\btransaction\(/)).toEqual(opensTransactions)
    expect(
      importing(own, from => /src\/lib\/db\/(?!client|tables|errors|direct|migrate)/.test(from)),
    ).toEqual([])
  })

  test('rows are written by verbs and by the mechanism alone', () => {
    const write =
      /\b(tx|db|authDb|reader)\s*\.\s*(insert|update|delete)\(|sql(<[^`]*>)?`\s*(insert|update|delete|truncate|merge|alter|drop|create)\b/i
    const rooms =
      /^src\/(audit|files|mail|people|identity|sla|tickets|inbound)\/|^src\/lib\/(db|forms)\/|^src\/lib\/rate-limit\.ts$|^src\/worker\/sweep\.ts$/
    expect(holding(served, write).filter(path => !rooms.test(path))).toEqual([])
  })

  test('a route handler changes nothing: it answers, and only by asking', () => {
    const routes = app.filter(({ path }) => path.endsWith('/route.ts') && !(path in programDoors))
    expect(
      importing(routes, from =>
        /^(actions|app)\/|^src\/(?!lib\/|accessibility\/|files\/(?!attach|keep|sweep)|inbound\/(paths|raw-mail)\.ts|people\/policy\.ts|tickets\/attachment-for)|form-action|\/forms\/(?!fault)/.test(
          from,
        ),
      ),
    ).toEqual([])
    for (const { path, text } of routes) {
      const others = text.replaceAll(/export async function GET\b/g, '').match(/export [\s\S]*?\n}/g) ?? []
      const answering = 'export async function POST(): Promise<Response> {\n  return page(404)\n}'
      const settings = /^export const (dynamic|runtime) = /
      expect(
        others.filter(part => part !== answering && !settings.test(part)),
        path,
      ).toEqual([])
    }
  })

  test('a door for programs hands on to one file, which is shut where no secret is set', () => {
    const doors = app.filter(({ path }) => path in programDoors)
    expect(
      Object.fromEntries(
        doors.map(({ path, imports }) => [path, imports.filter(from => from.includes('/')).join()]),
      ),
    ).toEqual(programDoors)
    for (const file of Object.values(programDoors))
      expect(readSource(file).text).toMatch(
        /export async function \w+\(request: Request\): Promise<Response> \{\n {2}const \{ (\w+) \} = env\(\)\n {2}if \((!\1|\1 === undefined)\) return machineAnswer\(404,/,
      )
    const importers = [...app, ...actions].filter(({ path }) => !(path in programDoors))
    expect(importing(importers, from => Object.values(programDoors).includes(from))).toEqual([])
  })

  test('a form that sends is a SignedForm, but for the button that signs out', () => {
    const forms = [...app, ...src].flatMap(({ path, text }) =>
      [...text.matchAll(/<form\b[^>]*?(?<!=)>/g)].map(([form]) => [path, form] as const),
    )
    const sending = forms.filter(([, form]) => !/\bmethod="get"/.test(form)).map(([path]) => path)
    expect(sending).toEqual(['app/shell.tsx', 'src/ui/form/form-state.tsx'])
    expect(forms.find(([path]) => path === 'app/shell.tsx')?.[1]).toBe('<form action={signOut}>')
    // The last one shows a form again whose page cannot be made, with the token that was sent.
    const signing = ['src/ui/form/signed-form.tsx', 'app/retry/retry-form.tsx']
    const others = [...app, ...src].filter(({ path }) => !signing.includes(path))
    expect(importing(others, from => from === 'src/ui/form/form.tsx')).toEqual([
      'src/ui/browser.tsx -> src/ui/form/form.tsx',
    ])
    expect(holding([...app, ...src], /import \{[^}]*\bForm\b[^}]*\} from '#src\/ui\/browser/).sort()).toEqual(
      signing.sort(),
    )
    // What shows the state of a form sends nothing by itself, and asks where a specimen of it stands.
    const showing = /import \{[^}]*\bFormState\b/
    expect(holding([...app, ...src], showing)).toEqual([
      'app/(desk)/styleguide/form-specimen.tsx',
      'src/ui/form/form.tsx',
    ])
    expect(app.find(({ path }) => path.endsWith('form-specimen.tsx'))?.text).toMatch(
      /<FormState\s[^>]*method="get"/,
    )
    const byScript = /createElement\(\s*'form'|\bfetch\(|XMLHttpRequest|sendBeacon/
    expect(
      holding([...app, ...src.filter(({ path }) => !path.startsWith('src/commands/'))], byScript),
    ).toEqual(['app/open-page/ask.ts', 'src/files/bucket.ts', 'src/inbound/mailboxes/access-token.ts'])
    // The first asks for the head of a page, and nothing else.
    expect(readSource('app/open-page/ask.ts').text.match(/\bfetch\([^)]*\)/g)).toEqual([
      "fetch(address, { method: 'HEAD', headers, cache: 'no-store', redirect: 'manual' })",
    ])
  })

  test('a form is signed with the very name that its action was made with', () => {
    for (const { path, text } of app.filter(source => source.path !== 'app/former-actions.ts')) {
      for (const [, names = '', file = ''] of text.matchAll(
        /import \{([^}]*)\} from '#actions\/([\w/-]+)\.ts'/g,
      )) {
        const action = names.trim()
        const name = file.replace('/', '.')
        const before = `actions/${file}.ts` in byHand ? '<form' : `name="${name}"`
        const given = [...text.matchAll(new RegExp(`(\\S+)\\s+(?=action=\\{${action}\\})`, 'g'))].map(
          found => found[1],
        )
        expect(new Set(given), `${path}: ${action}`).toEqual(new Set([before]))
        expect(text, `${path} calls ${action}`).not.toMatch(new RegExp(`\\b${action}\\(`))
      }
    }
  })

  test('what somebody writes at length can be kept as a draft, wherever it is written', () => {
    // One stands in for the page of a form, one shows what fields look like and sends nothing, and who asks without an
    // account is nobody yet for whom a draft could be kept. What a picture shows is one line, in a field that lets it wrap.
    const others = [
      'app/retry/retry-form.tsx',
      'app/(desk)/styleguide/form-specimen.tsx',
      'app/(public)/ask/page.tsx',
      'app/(desk)/desk/tickets/[reference]/files/[id]/page.tsx',
    ]
    const writing = app.filter(({ path, text }) => text.includes('<TextArea') && !others.includes(path))
    expect(writing.length).toBeGreaterThan(5)
    const page = /<FieldPage|<ComposerButtons/
    expect(paths(writing.filter(({ text }) => !(/\bwrites=/.test(text) && page.test(text))))).toEqual([])
  })
})

describe('No page is ever blank', () => {
  const pages = app.filter(({ path }) => /(^|\/)page\.tsx$/.test(path))

  test('every page catches its own faults', () => {
    const made =
      /export default (readable|readerPage|myTicketPage|guestPage|agentPage|deskTicketPage|adminPage)\(/
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
    const known = [
      'app/(admin)/admin/mail/[id]/source/route.ts',
      'app/accessibility/openacr.yaml/route.ts',
      'app/api/auth/[...all]/route.ts',
      'app/api/mail/route.ts',
      'app/api/work/route.ts',
      'app/attachments/[id]/route.ts',
      'app/health/route.ts',
    ]
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

describe('What is promised is proven', () => {
  const promises = readFileSync('docs/promises.md', 'utf8')

  test('every name of the proof suite stands in the test that is named for it', () => {
    const rows = [...promises.matchAll(/^\| `([a-z0-9-]+)` \|.*\| (`.*`) \|$/gm)]
    expect(rows.length).toBeGreaterThan(10)
    const missing = rows.flatMap(([, name = '', files = '']) =>
      [...files.matchAll(/`([^`]+)`/g)].flatMap(([, file = '']) =>
        existsSync(file) && readFileSync(file, 'utf8').includes(name) ? [] : [`${name} in ${file}`],
      ),
    )
    expect(missing).toEqual([])
  })

  test('every file that the promises name is there', () => {
    const named = [...promises.matchAll(/`((?:app|src|tests|drizzle)\/[\w./[\]()-]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter(path => !existsSync(path))).toEqual([])
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
