import { resetPassword } from '#actions/auth/reset-password.ts'
import { type PageProps, readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

const trail = [{ href: '/sign-in', words: 'Sign in' }]

export default readable('GET /reset-password', async ({ searchParams }: PageProps) => {
  const [reader, { token }] = await Promise.all([currentReader(), searchParams])
  if (typeof token !== 'string') {
    return (
      <Shell
        reader={reader}
        title="This link does not work – Holdfast"
        trail={trail}
        here="Choose a password"
      >
        <h1>This link does not work</h1>
        <p>It was used before, it is too old, or a part of it is missing. Each link works once.</p>
        <p>
          <a className="button" href="/forgot-password">
            Ask for a new link
          </a>
        </p>
      </Shell>
    )
  }
  return (
    <Shell reader={reader} trail={trail} here="Choose a password">
      <h1>Choose a password</h1>
      <p>You are then signed out everywhere and sign in with the new password.</p>
      <SignedForm
        name="auth.reset-password"
        action={resetPassword}
        person={undefined}
        title="Choose a password – Holdfast"
        hidden={{ token }}
      >
        <TextField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters. A few words that do not belong together are good, with spaces or without."
        />
        <div className="buttons">
          <button type="submit">Set the password</button>
        </div>
      </SignedForm>
      <p className="ways">
        <a href="/forgot-password">Ask for a new link</a>
      </p>
    </Shell>
  )
})
