'use server'

import { formAction } from '#src/lib/form-action.ts'
import { choicesPath } from '#src/mail/addresses.ts'
import { chooseNews as verb } from '#src/people/choose-news.ts'
import { chooseNewsForm } from '#src/people/forms.ts'

export const chooseNews = formAction('people.choose-news', chooseNewsForm, async (tx, actor, input) => {
  return choicesPath(await verb(tx, actor, input))
})
