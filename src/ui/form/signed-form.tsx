import 'server-only'
import type { ReactNode } from 'react'
import { aboutOf } from '#src/lib/forms/about.ts'
import { keptFor } from '#src/lib/forms/kept.ts'
import { leftAlone } from '#src/lib/forms/left-alone.ts'
import { guestPage, signFormToken } from '#src/lib/forms/token.ts'
import { reportFor } from '#src/lib/forms/unsent.ts'
import { Form, Notice } from '#src/ui/browser.tsx'
import { told } from '#src/ui/told.ts'
import { DraftElsewhere, DraftNotice } from './draft-notice.tsx'
import type { FormAction } from './form.tsx'
import { HeldNotice, UnreadNotice } from './held-notice.tsx'

/**
 * A form with the signed token of the one submission it may become, filled with what this person had sent when their
 * session was gone, else with the draft that they kept.
 * @param name the name that its action was made with, such as `tickets.reply`
 * @param person the user id of the person that this page was made for; undefined for nobody
 * @param link the key by which a guest came; the form then counts for the ticket of that link alone
 * @param hidden fields that are not shown: what the form is about, and what the page had shown of it
 * @param writes what one writes in it, such as `your reply`: it then has drafts, and `ComposerButtons`
 */
export async function SignedForm(props: {
  name: string
  action: FormAction
  person: string | undefined
  link?: string
  title: string
  hidden?: Record<string, string>
  values?: Record<string, string>
  writes?: string
  children: ReactNode
}) {
  const { name, person, link, values = {}, writes } = props
  const hidden = { ...props.hidden, ...(link && { link }) }
  const pageFor = link && person ? guestPage(person) : person
  const { held, draft, unread } = await keptFor(person, name, aboutOf(hidden), writes !== undefined)
  const own = draft?.action === name ? draft : null
  const shown = reportFor(name)
  return (
    <Form
      id={name.replace('.', '-')}
      action={props.action}
      token={signFormToken(name, pageFor)}
      title={props.title}
      told={told()}
      hidden={{ ...hidden, ...leftAlone(held?.values ?? {}), ...(held && { held: held.id }) }}
      values={{ ...values, ...own?.values, ...held?.values }}
      shown={shown}
      draft={writes ? (own?.version ?? 0) : null}
      kept={held ? <HeldNotice what={writes ?? 'what you wrote'} /> : own && <DraftNotice {...own} />}
    >
      {unread && <UnreadNotice reference={unread} />}
      {draft && !own && <DraftElsewhere {...draft} />}
      {shown?.said && (
        <Notice>
          <p>{shown.said}</p>
        </Notice>
      )}
      {props.children}
    </Form>
  )
}
