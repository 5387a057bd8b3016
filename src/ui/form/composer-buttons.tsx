import { type ReactNode, useContext } from 'react'
import { Composing } from './composing.ts'

type Buttons = {
  /** The words of the first button, which the Enter key presses. */
  send: string
  /** Other ways to send it, each with the intent that it has and its words. */
  others?: [intent: string, words: string][]
  /** Whether what is new can be looked for, which shows the page again and keeps what was written as a draft. */
  look?: boolean
  /** What else stands between sending and keeping. */
  children?: ReactNode
}

/**
 * The buttons of a form that one writes in: it is sent, or kept as a draft. After somebody else was faster they say what
 * they do now.
 */
export function ComposerButtons({ send, others = [], look, children }: Buttons) {
  const { overtaken, hasDraft } = useContext(Composing)
  return (
    <>
      <div className="buttons">
        <button type="submit" name="intent" value="send">
          {overtaken ? 'Send anyway' : send}
        </button>{' '}
        {others.map(([intent, words]) => (
          <Quiet key={intent} value={intent}>
            {words}
          </Quiet>
        ))}
        {children} <Quiet value="draft">{overtaken ? 'Keep as draft' : 'Save draft'}</Quiet>
        {hasDraft && <Quiet value="discard">Throw the draft away</Quiet>}
      </div>
      {look && (
        <div className="buttons">
          <Quiet value="look">Save draft and look for new activity</Quiet>
        </div>
      )}
    </>
  )
}

function Quiet({ value, children }: { value: string; children: string }) {
  return (
    <>
      <button type="submit" name="intent" value={value} className="quiet">
        {children}
      </button>{' '}
    </>
  )
}
