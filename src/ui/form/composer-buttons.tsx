import { type ReactNode, useContext } from 'react'
import { Composing } from './composing.ts'

/**
 * The buttons of a form that one writes in: it is sent, or kept as a draft. After somebody else was faster they say what
 * they do now. The first is what the Enter key presses.
 * @param send the words of the first button
 * @param children more buttons, between the two
 */
export function ComposerButtons({ send, children }: { send: string; children?: ReactNode }) {
  const { overtaken, hasDraft } = useContext(Composing)
  return (
    <div className="buttons">
      <button type="submit" name="intent" value="send">
        {overtaken ? 'Send anyway' : send}
      </button>{' '}
      {children} <Quiet value="draft">{overtaken ? 'Keep as draft' : 'Save draft'}</Quiet>{' '}
      {hasDraft && <Quiet value="discard">Throw the draft away</Quiet>}
    </div>
  )
}

function Quiet({ value, children }: { value: string; children: string }) {
  return (
    <button type="submit" name="intent" value={value} className="quiet">
      {children}
    </button>
  )
}
