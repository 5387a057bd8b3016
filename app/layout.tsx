import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import './former-actions.ts'
import '#src/ui/styles/index.css'

// Titles are rendered by the pages themselves: a form knows that its page shows an error, and metadata does not.
export const metadata: Metadata = { robots: { index: false, follow: false } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function Layout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en" dir="ltr">
      <body>{children}</body>
    </html>
  )
}
