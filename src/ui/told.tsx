import { createContext, type ReactNode } from 'react'

/** What has just been done, in words, for whoever writes the title of the page; undefined when nothing was. */
export const Told = createContext<string | undefined>(undefined)

/** Hands it on to the form of the page, which owns the title where there is one. */
export function Telling({ words, children }: { words: string | undefined; children: ReactNode }) {
  return <Told value={words}>{children}</Told>
}
