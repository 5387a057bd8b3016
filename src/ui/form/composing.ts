import { createContext } from 'react'
import type { FormAction } from './form.tsx'

type Composing = {
  /** Whether somebody was faster. */
  overtaken: boolean
  /** Whether a draft is kept that the form shows. */
  hasDraft: boolean
  action?: FormAction
  /** What comes when the page has loaded, once it is here. */
  later?: Pick<typeof import('./later.ts'), 'Arriving'>
}

/** What the parts of a form know of it. */
export const Composing = createContext<Composing>({ overtaken: false, hasDraft: false })
