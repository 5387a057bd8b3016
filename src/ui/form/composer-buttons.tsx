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
      {children}{' '}
      <button type="submit" name="intent" value="draft" className="quiet">
        {overtaken ? 'Keep as draft' : 'Save draft'}
      </button>{' '}
      {hasDraft && (
        <button type="submit" name="intent" value="discard" className="quiet">
          Throw the draft away
        </button>
      )}
    </div>
  )
}
