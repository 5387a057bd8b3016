// Old doors of actions that were renamed or moved (`formerly`, src/lib/forms/former.ts), each for one release. The root
// layout imports this list, because Next takes a form only on a page whose build contains its action.
export {}
