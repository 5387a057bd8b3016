// What a form has when the page has loaded, in one file for the browser. Nothing of it may be needed before.
export { Arriving } from './arriving.tsx'
export { patient } from './patience.tsx'
export { saveQuietly } from './quiet-draft.ts'
