import { createContext } from 'react'

/** Whether somebody else wrote while this form was being filled in. */
export const Overtaken = createContext(false)
