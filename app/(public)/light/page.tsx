import { headers } from 'next/headers'
import { chooseVersion } from '#actions/auth/choose-version.ts'
import { answersAForm, noticeFrom } from '#app/notices.ts'
import { type PageProps, readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { currentVersion, type Version } from '#src/lib/http/light-version.ts'
import { safePath } from '#src/lib/safe-path.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

const title = 'The light version – Holdfast'

export default readable('GET /light', async ({ searchParams }: PageProps) => {
  const [reader, { next }] = await Promise.all([currentReader(), searchParams])
  const before = typeof next === 'string' ? safePath(next) : await cameFrom()
  const version = currentVersion()
  const hasForm = (version && version.because !== 'always') || answersAForm()
  return (
    <Shell
      reader={reader}
      title={hasForm ? undefined : title}
      here="The light version"
      notice={await noticeFrom(searchParams)}
    >
      <h1>The light version</h1>
      <p>
        It is the same desk with the same pages, words and forms. Each page comes without scripts and in as
        few bytes as possible. That helps on a slow line, where every megabyte costs money, and on old
        computers.
      </p>
      <p>
        Nothing that you write is less safe in it. Two comforts are missing: a draft is kept when you press
        “Save draft” and not by itself while you write, and a form does not wait by itself for a lost
        connection.
      </p>
      <p>{stateOf(version)}</p>
      {hasForm && (
        <SignedForm
          name="auth.choose-version"
          action={chooseVersion}
          person={undefined}
          title={title}
          hidden={{ version: version?.light ? 'full' : 'light', next: before }}
        >
          <p>
            {reader
              ? 'What you choose is kept on your account, and holds wherever you sign in.'
              : 'What you choose is kept in this browser. Sign in first to have it wherever you sign in.'}
          </p>
          <div className="buttons">
            <button type="submit">{version?.light ? 'Use the full version' : 'Use the light version'}</button>
          </div>
        </SignedForm>
      )}
      {before !== '/' && (
        <p>
          <a href={before}>Go back to the page you came from</a>
        </p>
      )}
    </Shell>
  )
})

/** What somebody has now, and why. Without the request hook there is the full version alone. */
function stateOf(version: Version | null): string {
  if (version === null) return 'This desk is run in a way that has no light version.'
  if (version.because === 'always') return 'This desk sends every page in its light version.'
  const { light, because } = version
  if (because === 'account')
    return light
      ? 'You have it now, because you chose it.'
      : 'You have the full version now, because you chose it.'
  if (because === 'browser')
    return light
      ? 'You have it now, because it was chosen in this browser.'
      : 'You have the full version now, because it was chosen in this browser.'
  return light ? 'You have it now, because your browser asks to save data.' : 'You have the full version now.'
}

// Without what the page said when it was first shown: it would say it again.
async function cameFrom(): Promise<string> {
  const referrer = (await headers()).get('referer')
  if (!referrer || !URL.canParse(referrer)) return '/'
  const { pathname, searchParams } = new URL(referrer)
  searchParams.delete('done')
  const path = safePath(searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname)
  return path.startsWith('/light') ? '/' : path
}
