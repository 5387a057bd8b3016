/** Says that the form holds what was kept. It is not sent by itself. */
export function HeldNotice() {
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever comes back from signing in must read this first
    <div className="notice info" role="status" tabIndex={-1} autoFocus>
      <p>We kept what you wrote. It was not sent. Check it and send.</p>
    </div>
  )
}
