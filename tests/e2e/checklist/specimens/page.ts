/** A page that keeps every rule, as small as it can be. */
export const sound = `<!doctype html><html lang="en" dir="ltr"><head><meta name="viewport" content="width=device-width"><title>Paint the pier – Holdfast</title><style>
body { font: 18px / 1.6 sans-serif; margin: 0 16px }
a, button, input, label { border: 1px solid; box-sizing: border-box; display: inline-block; font: inherit; min-height: 44px; min-width: 44px }
p { max-width: 30em }
:focus { outline: 3px solid }
</style></head><body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><nav aria-label="Main"><a href="/desk">The desk</a></nav></header>
<nav class="crumbs" aria-label="Breadcrumbs"><a href="/pier" aria-current="page">The pier</a></nav>
<main id="main" tabindex="-1">
<h1>Paint the pier</h1>
<h2>What was said</h2>
<p id="first">The pier is to be painted before the first of May, by whoever has a brush and does not mind the gulls.</p>
<div class="prose"><p dir="auto">It is still wet.</p></div>
<p>It was written on <time datetime="2026-11-30T10:05Z">30 November at 10:05 UTC</time>, and is <span class="badge">open</span>.</p>
<table><caption>The piers</caption><thead><tr><th scope="col">Pier</th></tr></thead>
<tbody><tr><th scope="row">The western one</th></tr></tbody></table>
<form id="paint" class="form" method="post" novalidate><input type="hidden" name="k" value="1">
<div class="field"><label for="email">Email address</label><p class="hint" id="email-hint">We write to it.</p>
<input id="email" name="email" type="email" autocomplete="email" aria-describedby="email-hint"></div>
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="new-password"></div>
<fieldset><legend>Colour</legend><input type="radio" id="green" name="colour"><label for="green">Green</label></fieldset>
<button type="submit">Send</button></form>
</main>
<footer class="foot"><a href="/help">Help with this page</a></footer>
</body></html>`

/** The pages that break a rule, each with a name of its own. */
export type Specimens = Record<string, Change>

/** One change of that page, which breaks one rule. */
export type Change = [from: string, to: string]

export const styled = (declarations: string): Change => [
  '<p id="first">',
  `<p id="first" style="${declarations}">`,
]
export const said = (html: string): Change => ['<div class="prose">', `${html}<div class="prose">`]
export const pressed = (words: string): Change => [
  '<button type="submit">',
  `<button type="submit" ${words}>`,
]
