'use client'

import { Trouble } from '#src/ui/trouble.tsx'

// With scripts only: without them a fault in rendering is answered by the last-resort page.
export default function PageError() {
  return (
    <main id="main" tabIndex={-1}>
      <title>This page did not work – Holdfast</title>
      <Trouble
        heading="This page did not work"
        links={[
          { href: '', words: 'Try again' },
          { href: '/', words: 'Go to the first page' },
        ]}
      >
        <p>
          Something went wrong on our side. If you had typed something, go back: your browser may still have
          it.
        </p>
      </Trouble>
    </main>
  )
}
