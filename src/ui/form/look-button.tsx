/** Shows the page of a form again, with what is new, and keeps what was written in it so far as a draft. */
export function LookButton() {
  return (
    <div className="buttons">
      <button type="submit" name="intent" value="look" className="quiet">
        Save draft and look for new activity
      </button>
    </div>
  )
}
