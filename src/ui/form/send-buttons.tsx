'use client'

import { useContext } from 'react'
import { Overtaken } from './overtaken.ts'

/** The buttons of a composer. After somebody else was faster they say what they do now. */
export function SendButtons({ hasDraft, canTake }: { hasDraft: boolean; canTake: boolean }) {
  const overtaken = useContext(Overtaken)
  return (
    <div className="buttons">
      <button type="submit" name="intent" value="send">
        {overtaken ? 'Send anyway' : 'Send'}
      </button>{' '}
      <button type="submit" name="intent" value="send-next" className="quiet">
        Send and take the next in this queue
      </button>{' '}
      <button type="submit" name="intent" value="draft" className="quiet">
        {overtaken ? 'Keep as draft' : 'Save draft'}
      </button>{' '}
      {canTake && (
        <button type="submit" name="intent" value="take" className="quiet">
          Take it
        </button>
      )}{' '}
      {hasDraft && (
        <button type="submit" name="intent" value="discard" className="quiet">
          Throw the draft away
        </button>
      )}
    </div>
  )
}
