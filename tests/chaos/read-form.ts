import { attribute, type Element, elementsIn, textOf } from './elements.ts'
import type { OwnFile } from './own-file.ts'

/**
 * A field as it would be sent; `choices` are the values it can take, where it cannot take any, and `files` what is chosen
 * in one for files.
 */
export type Field = { name: string; value: string; choices?: string[]; files?: OwnFile[] }
export type Button = { name: string; value: string }
export type ReadForm = { fields: Field[]; buttons: Button[]; isMultipart: boolean }

/** Reads what a form would send, as the page shows it. */
export function formIn(form: Element): ReadForm {
  const controls = elementsIn(form.childNodes).filter(
    control => attribute(control, 'name') && attribute(control, 'disabled') === undefined,
  )
  return {
    fields: [...controls.filter(isSingle).map(single), ...radios(controls), ...boxes(controls)],
    buttons: controls
      .filter(isSubmit)
      .map(control => ({ name: nameOf(control), value: attribute(control, 'value') ?? '' })),
    isMultipart: attribute(form, 'enctype') === 'multipart/form-data',
  }
}

/** The same form with these values typed or chosen. Throws when it has no such field or choice. */
export function filled(form: ReadForm, values: Record<string, string>): ReadForm {
  const typed = { ...form, fields: form.fields.map(field => ({ ...field })) }
  for (const [name, value] of Object.entries(values)) {
    const field = typed.fields.find(known => known.name === name)
    if (!field) throw new Error(`The form has no field ${name}`)
    if (field.choices && !field.choices.includes(value))
      throw new Error(`One cannot choose ${value} as ${name}`)
    field.value = value
  }
  return typed
}

/** The same form with these files chosen in its field for files, and no others. */
export function withChosen(form: ReadForm, files: OwnFile[]): ReadForm {
  return { ...form, fields: form.fields.map(field => (field.files ? { ...field, files } : field)) }
}

export function takesFiles(form: ReadForm): boolean {
  return form.fields.some(({ files }) => files !== undefined)
}

export function valueIn(form: ReadForm, name: string): string | undefined {
  return form.fields.find(field => field.name === name)?.value
}

function isSingle(control: Element): boolean {
  if (control.tagName !== 'input') return ['textarea', 'select'].includes(control.tagName)
  return !['radio', 'checkbox', 'submit', 'button', 'reset', 'image'].includes(typeOf(control))
}

function isSubmit(control: Element): boolean {
  return (
    (control.tagName === 'button' ? (attribute(control, 'type') ?? 'submit') : typeOf(control)) === 'submit'
  )
}

function single(control: Element): Field {
  const name = nameOf(control)
  if (control.tagName === 'textarea') return { name, value: textOf(control) }
  if (control.tagName === 'select') return selected(control, name)
  // No page can say what is chosen in it.
  if (typeOf(control) === 'file') return { name, value: '', files: [] }
  return { name, value: attribute(control, 'value') ?? '' }
}

function selected(control: Element, name: string): Field {
  const options = elementsIn(control.childNodes).filter(({ tagName }) => tagName === 'option')
  const worth = (option: Element) => attribute(option, 'value') ?? textOf(option).trim()
  const chosen = options.find(option => attribute(option, 'selected') !== undefined) ?? options[0]
  return { name, value: chosen ? worth(chosen) : '', choices: options.map(worth) }
}

/** One field for all radio buttons of a name; with none chosen it is not sent, which an empty value says here. */
function radios(controls: Element[]): Field[] {
  const all = controls.filter(control => control.tagName === 'input' && typeOf(control) === 'radio')
  return [...new Set(all.map(nameOf))].map(name => {
    const group = all.filter(control => nameOf(control) === name)
    const chosen = group.find(control => attribute(control, 'checked') !== undefined)
    const worth = (control: Element) => attribute(control, 'value') ?? 'on'
    return { name, value: chosen ? worth(chosen) : '', choices: group.map(worth) }
  })
}

/** A box that is not ticked is not sent, which an empty value says here. */
function boxes(controls: Element[]): Field[] {
  const all = controls.filter(control => control.tagName === 'input' && typeOf(control) === 'checkbox')
  return all.map(control => {
    const worth = attribute(control, 'value') ?? 'on'
    const isTicked = attribute(control, 'checked') !== undefined
    return { name: nameOf(control), value: isTicked ? worth : '', choices: [worth] }
  })
}

const nameOf = (control: Element) => attribute(control, 'name') ?? ''
const typeOf = (control: Element) => (attribute(control, 'type') ?? 'text').toLowerCase()
