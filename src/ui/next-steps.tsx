import type { ReactNode } from 'react'

/** What happens next, as numbered whole sentences. */
export function NextSteps({
  heading = 'What happens next',
  steps,
}: {
  heading?: string
  steps: ReactNode[]
}) {
  return (
    <section className="steps">
      <h2>{heading}</h2>
      <ol>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the number of a step is its name
          <li key={at}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
