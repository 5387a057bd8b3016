import 'server-only'
import type { ReactNode } from 'react'
import { reportOfFormer } from '#src/lib/forms/former.ts'
import { aboutOf, heldFor } from '#src/lib/forms/hold.ts'
import { leftAlone } from '#src/lib/forms/left-alone.ts'
import { signFormToken } from '#src/lib/forms/token.ts'
import { Form, type FormAction } from './form.tsx'

/**
 * A form with the signed token of the one submission it may become, filled with what was held for this person when
 * their session had gone.
 * @param name the name that its action was made with, such as `tickets.reply`
 * @param person the user id of the person that this page was made for; undefined for nobody
 * @param hidden fields that are not shown: what the form is about, and what the page had shown of it
 */
export async function SignedForm(props: {
  name: string
  action: FormAction
  person: string | undefined
  title: string
  hidden?: Record<string, string>
  values?: Record<string, string>
  children: ReactNode
}) {
  const { name, person, hidden = {}, values = {} } = props
  // Without the database the page comes without what was held, which stays where it is.
  const held = person ? await heldFor(person, name, aboutOf(hidden)).catch(() => null) : null
  return (
    <Form
      id={name.replace('.', '-')}
      action={props.action}
      token={signFormToken(name, person)}
      title={props.title}
      hidden={{ ...hidden, ...leftAlone(held ?? {}) }}
      values={{ ...values, ...held }}
      isHeld={held !== null}
      shown={reportOfFormer(name)}
    >
      {props.children}
    </Form>
  )
}
