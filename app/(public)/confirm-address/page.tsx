import { confirmAddress } from '#actions/auth/confirm-address.ts'
import { type PageProps, readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

export default readable('GET /confirm-address', async ({ searchParams }: PageProps) => {
  const [reader, { token }] = await Promise.all([currentReader(), searchParams])
  return (
    <Shell reader={reader} here="Confirm your address">
      <h1>Confirm your address</h1>
      <p>You have made an account with this address. Confirm that it is yours, then sign in.</p>
      <SignedForm
        name="auth.confirm-address"
        action={confirmAddress}
        person={undefined}
        title="Confirm your address – Holdfast"
        hidden={{ token: typeof token === 'string' ? token : '' }}
      >
        <div className="buttons">
          <button type="submit">Yes, this is my address</button>
        </div>
      </SignedForm>
      <p>If the link is too old, set a new password: that confirms the address too.</p>
      <p className="ways">
        <a href="/forgot-password">Set a new password</a>
      </p>
    </Shell>
  )
})
