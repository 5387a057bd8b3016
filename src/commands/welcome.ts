const demoSignIns = `
  The demo desk has these people. Everyone's password is: holdfast demo desk

    admin@holdfast.test        administrator
    agent@holdfast.test        agent
    agent2@holdfast.test       agent
    customer@holdfast.test     customer
    customer2@holdfast.test    customer
`

/** What a person reads when the desk is open. */
export function welcome(address: string, { demo }: { demo: boolean }) {
  return `\nHoldfast is open at ${address}\n${demo ? demoSignIns : ''}\nCtrl-C stops it.\n`
}
