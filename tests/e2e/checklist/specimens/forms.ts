import { pressed, type Specimens, said } from './page.ts'

/** What breaks each rule of `rules/forms.ts`. */
export const forms: Record<string, Specimens> = {
  '35 each field has a label in sight': {
    'a label of something else': ['<label for="email">', '<label for="other">'],
    'a label out of sight': ['<label for="email">', '<label for="email" style="visibility: hidden">'],
    'a label without words': ['<label for="email">Email address', '<label for="email">'],
  },
  '36 hint and error are joined to their field, the hint first': {
    'a hint that is not joined': [' aria-describedby="email-hint"', ''],
    'a hint that is not there': ['aria-describedby="email-hint"', 'aria-describedby="other-hint"'],
    'the error first': [
      'aria-describedby="email-hint">',
      'aria-describedby="email-error email-hint" aria-invalid="true"><p class="error" id="email-error">Write it.</p>',
    ],
  },
  '37 a field is called wrong when its error stands beside it, and only then': {
    'wrong without an error': ['type="email"', 'type="email" aria-invalid="true"'],
    'an error, and not wrong': [
      '<input id="password"',
      '<p class="error">Too short.</p><input id="password"',
    ],
  },
  '39 choices stand in a group with a name': {
    'no group': ['<fieldset><legend>Colour</legend>', '<fieldset>'],
    'no name': ['<legend>Colour</legend>', '<legend></legend>'],
    'boxes side by side': said(
      '<input type="checkbox" id="a" name="w"><label for="a">Wet</label><input type="checkbox" id="b" name="w"><label for="b">Dry</label>',
    ),
  },
  '40 what is asked about a person carries the right token': {
    'a password without': [' autocomplete="new-password"', ''],
    'an address with another': ['autocomplete="email"', 'autocomplete="name"'],
    'a field that Back does not bring back': ['autocomplete="email"', 'autocomplete="off"'],
  },
  '43 the browser does not judge what we judge in words': {
    'a form that it judges': [' novalidate', ''],
    'a field that it asks for': ['type="email"', 'type="email" required'],
  },
  '44 no button is switched off, and a form that asks has a button': {
    'switched off': pressed('disabled'),
    'no button': ['<button type="submit">Send</button>', ''],
    'sent by choosing': ['type="radio"', 'type="radio" onchange="this.form.submit()"'],
  },
  '48 a password can be pasted': {
    'it is kept from it': ['type="password"', 'type="password" onpaste="return false"'],
  },
}
