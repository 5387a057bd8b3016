import 'server-only'
import type { ReactNode } from 'react'
import { signFormToken } from '#src/lib/forms/token.ts'
import { Form, type FormAction } from './form.tsx'

/**
 * A form with the signed token of the one submission it may become.
 * @param name the name that its action was made with, such as `tickets.reply`
 * @param person the user id of the person that this page was made for; undefined for nobody
 */
export function SignedForm(props: {
  name: string
  action: FormAction
  person: string | undefined
  title: string
  values?: Record<string, string>
  children: ReactNode
}) {
  return (
    <Form
      id={props.name.replace('.', '-')}
      action={props.action}
      token={signFormToken(props.name, props.person)}
      title={props.title}
      values={props.values}
    >
      {props.children}
    </Form>
  )
}
