import { signIn } from '#actions/auth/sign-in.ts'
import { keptWords } from '#app/kept-words.ts'
import { noticeFrom } from '#app/notices.ts'
import { type PageProps, readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { heldFromHere } from '#src/lib/forms/hold.ts'
import { safePath } from '#src/lib/safe-path.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

export default readable('GET /sign-in', async ({ searchParams }: PageProps) => {
  const [reader, { next }, held] = await Promise.all([currentReader(), searchParams, heldFromHere()])
  return (
    <Shell reader={reader} here="Sign in" notice={await noticeFrom(searchParams)}>
      <h1>Sign in</h1>
      {held && (
        <section className="kept">
          <h2>We kept {keptWords(held)}</h2>
          <p>
            You were signed out, so it was not sent. Sign in as the person who wrote it: it is then back in
            its form. We keep it for 24 hours, and nobody else sees it.
          </p>
        </section>
      )}
      <SignedForm
        name="auth.sign-in"
        action={signIn}
        person={undefined}
        title="Sign in – Holdfast"
        hidden={{ next: safePath(typeof next === 'string' ? next : '/') }}
      >
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <p>You stay signed in on this browser for 7 days. Sending a form in that time renews the 7 days.</p>
        <div className="buttons">
          <button type="submit">Sign in</button>
        </div>
      </SignedForm>
      <ul className="ways">
        <li>
          <a href="/forgot-password">I have forgotten my password</a>
        </li>
        <li>
          <a href="/sign-up">Make an account</a>
        </li>
      </ul>
    </Shell>
  )
})
