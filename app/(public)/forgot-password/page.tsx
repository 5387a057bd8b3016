import { forgotPassword } from '#actions/auth/forgot-password.ts'
import { readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

const trail = [{ href: '/sign-in', words: 'Sign in' }]

export default readable('GET /forgot-password', async () => {
  return (
    <Shell reader={await currentReader()} trail={trail} here="Set a new password">
      <h1>Set a new password</h1>
      <p>We send a mail with a link to your address. With the link you choose a new password.</p>
      <SignedForm
        name="auth.forgot-password"
        action={forgotPassword}
        person={undefined}
        title="Set a new password – Holdfast"
      >
        <TextField
          name="email"
          label="Email address"
          hint="The address that you sign in with."
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <div className="buttons">
          <button type="submit">Send me the link</button>
        </div>
      </SignedForm>
    </Shell>
  )
})
