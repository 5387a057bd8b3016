import { TextField } from '#src/ui/form/text-field.tsx'

/** The name and the targets of a policy. */
export function TargetFields() {
  return (
    <>
      <TextField name="name" label="Name" hint="Only administrators read it." />
      <TextField
        name="firstResponseMins"
        label="Minutes to the first reply"
        hint="60 minutes are an hour, 1440 are a day. The clock runs on while a ticket is pending."
        inputMode="numeric"
      />
      <TextField
        name="nextReplyMins"
        label="Minutes to each next reply"
        hint="From the first message of the customer that nobody has answered."
        inputMode="numeric"
      />
      <TextField
        name="resolveMins"
        label="Minutes to the solution"
        hint="The clock stands still while a ticket is pending."
        inputMode="numeric"
      />
    </>
  )
}
