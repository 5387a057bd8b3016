import { reportFault } from './report-fault.ts'

/**
 * Next prints every error that it catches, with its message, and a message of the database holds what people
 * typed. From here on an error that goes to the console becomes our one line without the message; plain words
 * are printed as ever. For production only: somebody who works on the code wants to read the message.
 */
export function quietConsole(target: Printer = console): void {
  quiet(target, 'error', 'error')
  quiet(target, 'warn', 'warning')
}

type Printer = Pick<Console, 'error' | 'warn'>

function quiet(target: Printer, method: keyof Printer, level: 'error' | 'warning'): void {
  const print = target[method].bind(target)
  target[method] = (...parts: unknown[]) => {
    const faults = parts.filter(part => part instanceof Error)
    for (const fault of faults) reportFault(fault, { level })
    const words = parts.filter(part => !(part instanceof Error))
    if (faults.length === 0 || words.some(saysSomething)) print(...words)
  }
}

// Next puts a coloured cross before an error: without the error there is nothing left to say.
function saysSomething(part: unknown): boolean {
  return typeof part !== 'string' || /\p{L}{2}/u.test(part)
}
