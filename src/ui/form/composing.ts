import { createContext } from 'react'

/** What the buttons of a form say by: whether somebody was faster, and whether a draft is kept that it shows. */
export const Composing = createContext({ overtaken: false, hasDraft: false })
