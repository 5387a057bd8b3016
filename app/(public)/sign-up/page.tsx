import { signUp } from '#actions/auth/sign-up.ts'
import { readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

export default readable('GET /sign-up', async () => {
  return (
    <Shell reader={await currentReader()} here="Make an account">
      <h1>Make an account</h1>
      <p>
        With an account you open tickets, read the answers and find your old tickets again. If you have one
        already, <a href="/sign-in">sign in</a>.
      </p>
      <SignedForm name="auth.sign-up" action={signUp} person={undefined} title="Make an account – Holdfast">
        <TextField name="name" label="Your name" hint="As we should call you." autoComplete="name" />
        <TextField name="email" label="Email address" type="email" autoComplete="email" spellCheck={false} />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters. A few words that do not belong together are good, with spaces or without."
        />
        <div className="buttons">
          <button type="submit">Make the account</button>
        </div>
      </SignedForm>
    </Shell>
  )
})
