import type { ReactNode } from 'react'
import { answersAForm } from '#app/notices.ts'
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
  /** What stands already, as a sentence, when there is nothing left to decide. */
  settled?: string
  /** What is asked besides, above the button. */
  fields?: ReactNode
  children?: ReactNode
}

/**
 * Asks once more before a grave step: what will happen, one button that does it, and the way back. What somebody else
 * has settled meanwhile is told in words, and the reason for which a form was refused stands above them.
 */
export function ConfirmPage(props: Props) {
  const { admin, trail, question, send, back, grave, settled, fields, children, ...form } = props
  const title = `${question} – Administration – Holdfast`
  const wayBack = <a href={back.href}>{`Back to ${back.words}`}</a>
  const hasForm = settled === undefined || answersAForm()
  return (
    <Shell reader={admin} title={hasForm ? undefined : title} trail={[...trail, back]} here={question}>
      <h1>{question}</h1>
      {settled === undefined ? children : <p>{settled}</p>}
      {hasForm ? (
        <SignedForm
          name={form.name}
          action={form.action}
          person={admin.userId}
          title={title}
          hidden={form.hidden}
        >
          {/* What was typed into them is shown again, also where there is nothing left to decide. */}
          {fields}
          <div className="buttons">
            {settled === undefined && (
              <button type="submit" className={grave ? 'grave' : undefined}>
                {send}
              </button>
            )}
            {wayBack}
          </div>
        </SignedForm>
      ) : (
        <p>{wayBack}</p>
      )}
    </Shell>
  )
}
