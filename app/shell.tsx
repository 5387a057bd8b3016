import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { signOut } from '#actions/auth/sign-out.ts'
import type { Actor } from '#src/lib/actor.ts'
import { currentVersion } from '#src/lib/http/light-version.ts'
import { Breadcrumbs, type Crumb } from '#src/ui/breadcrumbs.tsx'
import { Notice } from '#src/ui/browser.tsx'
import { Mark } from '#src/ui/mark.tsx'
import { Still } from '#src/ui/still.tsx'
import { titleTelling } from '#src/ui/title-telling.ts'
import { tell } from '#src/ui/told.ts'

type ShellProps = {
  reader: Actor | null
  /** Leave it out on a page with a form: the form sets the title, because it knows whether there is an error. */
  title?: string
  trail?: Crumb[]
  here?: string
  /** What has just been done, in a whole sentence. It stands above the content and begins the title. */
  notice?: string
  children: ReactNode
}

/** What is round every page: the way to the content, the name, where one can go, where one is. */
export function Shell({ reader, title, trail = [], here, notice, children }: ShellProps) {
  const version = currentVersion()
  tell(notice)
  return (
    <>
      {title && <title>{titleTelling(notice, title)}</title>}
      <div>
        <a className="skip" href="#main">
          Skip to the content
        </a>
      </div>
      <header className="top">
        <Still tag="a" href="/">
          <Mark /> Holdfast
        </Still>
        <Still tag="nav" aria-label="Main">
          <ul>
            {placesOf(reader).map(place => (
              <li key={place.href}>
                <a href={place.href} aria-current={place.words === here ? 'page' : undefined}>
                  {place.words}
                </a>
              </li>
            ))}
          </ul>
        </Still>
        {reader && (
          <form action={signOut}>
            <button type="submit" className="quiet">
              Sign out
            </button>
          </form>
        )}
      </header>
      {here && <Breadcrumbs trail={trail} here={here} />}
      <main id="main" tabIndex={-1}>
        {/* A new key each time: the same notice twice is two notices. */}
        {notice && (
          <Notice key={randomUUID()} kind="success">
            {notice}
          </Notice>
        )}
        {children}
      </main>
      <Still tag="footer" className="foot">
        <p>
          <a href="/help">Help with this page</a> <a href="/accessibility">Accessibility</a>
        </p>
        {version && (
          <p>
            <a href="/light">{version.light ? 'Use the full version' : 'Use the light version'}</a>
          </p>
        )}
        {reader && (
          <p>
            Signed in as <bdi>{reader.name}</bdi>
          </p>
        )}
      </Still>
    </>
  )
}

function placesOf(reader: Actor | null): Crumb[] {
  const own = [
    { href: '/tickets', words: 'My tickets' },
    { href: reader ? '/tickets/new' : '/ask', words: 'Open a ticket' },
  ]
  if (!reader) return [...own, { href: '/sign-in', words: 'Sign in' }]
  const mine = [...own, { href: '/drafts', words: 'My drafts' }, { href: '/account', words: 'Your account' }]
  if (reader.kind !== 'agent') return mine
  const desk = [{ href: '/desk', words: 'The desk' }, { href: '/desk/search', words: 'Search' }, ...mine]
  return reader.role === 'admin' ? [...desk, { href: '/admin', words: 'Administration' }] : desk
}
