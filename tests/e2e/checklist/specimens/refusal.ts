import type { Specimens } from './page.ts'

/** A page whose form was refused, with all that it owes. */
export const refused = `<!doctype html><html lang="en"><head><title>Error: Paint the pier – Holdfast</title></head><body><main>
<div class="errors" tabindex="-1" autofocus><h2>There is a problem</h2><ul><li><a href="#email">Write an address.</a></li></ul></div>
<form class="form" novalidate>
<div class="field"><label for="email">Email address</label><p class="error" id="email-error">Write an address.</p>
<input id="email" name="email" aria-invalid="true" aria-describedby="email-error"></div>
<div class="field"><label for="note">Note (optional)</label><textarea id="note" name="note"></textarea></div>
</form></main></body></html>`

/** The fields of that page that may be empty. */
export const mayBeEmpty = ['note']

/** What breaks each rule of a refusal, by the number of its item. */
export const refusals: Record<number, Specimens> = {
  37: {
    'a field that is called wrong, and not named above': ['<textarea', '<textarea aria-invalid="true"'],
  },
  38: {
    'an optional field that must not be empty': ['name="email"', 'name="note"'],
    'a field that may be empty, and is not called optional': ['</form>', '<input name="age"></form>'],
  },
  41: {
    'no summary': ['class="errors"', ''],
    'a summary without the focus': [' autofocus', ''],
    'a summary without a heading': ['There is a problem', 'Oh'],
    'a link that leads nowhere': ['href="#email"', 'href="#address"'],
    'other words beside the field': ['id="email-error">Write an address.', 'id="email-error">It is wrong.'],
  },
}
