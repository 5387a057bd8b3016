import { priorities, priorityWords } from '#src/tickets/status.ts'
import { Choices } from '#src/ui/browser.tsx'

/** The priorities with what each of them means, to choose one. */
export function PriorityChoices({ label, hint }: { label: string; hint?: string }) {
  return (
    <Choices
      name="priority"
      label={label}
      hint={hint}
      choices={priorities.map(value => ({
        value,
        label: priorityWords[value].name,
        hint: priorityWords[value].meaning,
      }))}
    />
  )
}
