'use client'

// What of our own runs in the browser, on whatever page. Each export of a module that says so itself becomes a module of the
// build with a frame round it and a file to come in; so one module says so for all, and they come in one file that stays.
export { Choices } from './form/choices.tsx'
export { ComposerButtons } from './form/composer-buttons.tsx'
export { ErrorSummary } from './form/error-summary.tsx'
export { Field } from './form/field.tsx'
export { Files } from './form/files.tsx'
export { Form } from './form/form.tsx'
export { FormState } from './form/form-state.tsx'
export { TickBox } from './form/tick-box.tsx'
export { Notice } from './notice.tsx'
export { StillHtml } from './still-html.tsx'
