import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The forms that the next release treats in a special way; all others stay what they are, with other code. */
export const special = {
  renamed: 'tickets/add-note',
  pageMoved: 'tickets/open-for-customer',
  leftItsPage: 'tickets/confirm-fixed',
  removed: 'tickets/report-not-fixed',
}

/** Turns a copy of the sources into those of a next release, as docs/operating.md tells to go about it. */
export function becomeNextRelease(folder: string) {
  const at = (path: string) => join(folder, path)
  changeEveryBody(at('actions'))
  changeThePagesAround(at('app/shell.tsx'))
  rename(at)
  movePage(at)
  takeFormOffItsPage(at)
  remove(at)
}

function changeEveryBody(actions: string) {
  for (const name of readdirSync(actions, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.ts'))
      change(
        join(actions, name),
        "'use server'\n",
        "'use server'\n\nconst nextRelease: string = 'next'\nif (!nextRelease) throw 0\n",
      )
}

// Another place in the tree of the page for every form.
function changeThePagesAround(shell: string) {
  change(
    shell,
    '        {children}\n',
    '        <div>\n<p>The next release is here.</p>\n<div>{children}</div>\n</div>\n',
  )
}

function rename(at: At) {
  const [former, now] = [at('actions/tickets/add-note.ts'), at('actions/tickets/write-note.ts')]
  renameSync(former, now)
  change(now, "'tickets.add-note'", "'tickets.write-note'")
  change(now, 'export const addNote', 'export const writeNote')
  writeFileSync(former, alias)
  writeFileSync(at('app/former-actions.ts'), formerActions)
  const page = at('app/(desk)/desk/tickets/[reference]/note/page.tsx')
  change(page, '#actions/tickets/add-note.ts', '#actions/tickets/write-note.ts')
  change(page, 'import { addNote }', 'import { writeNote as addNote }')
  change(page, 'name="tickets.add-note"', 'name="tickets.write-note"')
}

const alias = `'use server'

import { writeNote } from '#actions/tickets/write-note.ts'
import { formerly } from '#src/lib/forms/former.ts'

export const addNote = formerly('tickets.add-note', 'tickets.write-note', writeNote)
`

const formerActions = `import '#actions/tickets/add-note.ts'
import '#actions/tickets/confirm-fixed.ts'
`

function movePage(at: At) {
  const [former, now] = [
    at('app/(desk)/desk/tickets/new/page.tsx'),
    at('app/(desk)/desk/new-ticket/page.tsx'),
  ]
  mkdirSync(dirname(now))
  renameSync(former, now)
  writeFileSync(former, "export { default } from '#app/(desk)/desk/new-ticket/page.tsx'\n")
}

function takeFormOffItsPage(at: At) {
  writeFileSync(at('app/(portal)/tickets/[reference]/fixed/page.tsx'), bare('fixed'))
}

// Forgotten is the alias: the page still has the form, under an action that pages of the build before do not know.
function remove(at: At) {
  const now = at('actions/tickets/say-not-fixed.ts')
  renameSync(at('actions/tickets/report-not-fixed.ts'), now)
  const page = at('app/(portal)/tickets/[reference]/still-wrong.tsx')
  change(page, '#actions/tickets/report-not-fixed.ts', '#actions/tickets/say-not-fixed.ts')
}

const bare = (route: string) => `import { myTicketPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'

export default myTicketPage('/tickets/[reference]/${route}', ({ reader }) => (
  <Shell reader={reader} title="Answer on the ticket – Holdfast">
    <h1>Answer on the ticket itself</h1>
  </Shell>
))
`

type At = (path: string) => string

function change(file: string, from: string, to: string) {
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no longer what the next release changes: ${from}`)
  writeFileSync(file, text.replace(from, to))
}
