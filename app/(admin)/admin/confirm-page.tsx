import type { ReactNode } from 'react'
import { Shell } from '#app/shell.tsx'
import type { Administrator } from '#src/people/policy.ts'
import type { Crumb } from '#src/ui/breadcrumbs.tsx'
import type { FormAction } from '#src/ui/form/form.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

type Props = {
  admin: Administrator
  /** The way to the thing that is decided about; its last step is where "back" leads. */
  trail: Crumb[]
  /** The question as a sentence, with the name of the thing. */
  question: string
  name: string
  action: FormAction
  hidden: Record<string, string>
  /** What the button does, as words that stand alone. */
  send: string
  back: Crumb
  grave?: boolean
  children: ReactNode
}

/** Asks once more before a grave step: what will happen, one button that does it, and the way back. */
export function ConfirmPage({ admin, trail, question, hidden, send, back, grave, children, ...form }: Props) {
  return (
    <Shell reader={admin} trail={[...trail, back]} here={question}>
      <h1>{question}</h1>
      {children}
      <SignedForm
        name={form.name}
        action={form.action}
        person={admin.userId}
        title={`${question} – Administration – Holdfast`}
        hidden={hidden}
      >
        <div className="buttons">
          <button type="submit" className={grave ? 'grave' : undefined}>
            {send}
          </button>
          <a href={back.href}>{`Back to ${back.words}`}</a>
        </div>
      </SignedForm>
    </Shell>
  )
}
