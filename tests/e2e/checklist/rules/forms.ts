import type { Rule } from './kit.ts'

/** What each form says of itself, whatever is in it. */
export const forms: Record<string, Rule> = {
  '35 each field has a label in sight': ({ all, words, shown, called }) =>
    all('input:not([type="hidden"]):not([type="submit"]), select, textarea')
      .filter(shown)
      .filter(field => {
        const labels = [...((field as HTMLInputElement).labels ?? [])]
        return !labels.some(label => shown(label) && words(label) !== '')
      })
      .map(called),

  '36 hint and error are joined to their field, the hint first': ({ all, called }) =>
    all('input:not([type="hidden"]), select, textarea, fieldset').flatMap(field => {
      const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
      const parts = ids.map(id => document.getElementById(id))
      const near = field.closest('.field')
      const wanted = near ? all(':scope > .hint[id], :scope > .error[id]', near).length : 0
      const order = parts.map(part => (part?.classList.contains('error') ? 'error' : 'hint')).join(' ')
      const right = /^(hint)?( ?error)?$/.test(order) && parts.every(Boolean)
      const joined = field.matches('fieldset fieldset input, fieldset input') || ids.length === wanted
      return right && joined ? [] : [`${called(field)}: ${order || 'nothing'} for ${wanted}`]
    }),

  '37 a field is called wrong when its error stands beside it, and only then': ({ all, called }) =>
    all('.field input:not([type="radio"]), .field select, .field textarea').flatMap(field => {
      const wrong = field.getAttribute('aria-invalid') === 'true'
      const error = field.closest('.field')?.querySelector('.error') !== null
      return wrong === error ? [] : [called(field)]
    }),

  '39 choices stand in a group with a name': ({ all, words, called }) =>
    all('[type="radio"], [type="checkbox"]')
      .filter(choice => {
        const legend = choice.closest('fieldset')?.querySelector('legend')
        const alone =
          choice.matches('[type="checkbox"]') && all(`[name="${choice.getAttribute('name')}"]`).length === 1
        return !alone && !(legend && words(legend))
      })
      .map(called),

  '40 what is asked about a person carries the right token': ({ all, called }) => {
    const tokens: Record<string, RegExp> = {
      password: /^(current|new)-password$/,
      email: /^(username|(section-\w+ )?email)$/,
    }
    // A browser that is told to leave a field alone does not bring back what was typed there either.
    return all('main form[novalidate] :is(input:not([aria-hidden] *), textarea)')
      .filter(field => {
        const said = field.getAttribute('autocomplete') ?? ''
        const token = tokens[field.getAttribute('type') ?? '']
        return said === 'off' || (token && !token.test(said))
      })
      .map(called)
  },

  '43 the browser does not judge what we judge in words': ({ all }) => [
    ...all('form:has([name="k"]):not([novalidate])').map(form => `form ${form.id}`),
    ...all('[required], [pattern]').map(field => `field ${field.getAttribute('name')}`),
  ],

  '44 no button is switched off, and a form that asks has a button': ({ all, called }) => [
    ...all('button:disabled, input:disabled').map(called),
    ...all('form')
      .filter(form => !form.querySelector('button[type="submit"]'))
      .map(called),
    ...all('[onchange], [onclick]').map(called),
  ],

  '48 a password can be pasted': ({ all, called }) =>
    all('[onpaste], [autocomplete="off"][type="password"]').map(called),
}
