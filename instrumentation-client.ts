// Runs in the browser before anything of the page comes to life. A script whose line breaks is a script that never came:
// the page stays the one that works without scripts. Next would put its page for faults in the place of a form that
// somebody has begun to fill in, as soon as it hears that one of its scripts has failed. So it does not hear of it.
window.addEventListener(
  'error',
  event => {
    if (event.target instanceof HTMLScriptElement) event.stopImmediatePropagation()
  },
  true,
)
