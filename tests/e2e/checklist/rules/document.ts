/** What can be read off the text alone, by the number of its item. */
export function documentFaults(html: string): string[] {
  const titles = html.match(/<title>[^<]*<\/title>/g) ?? []
  const title = titles[0]?.replace(/<\/?title>/g, '') ?? ''
  const wrong: Record<string, boolean> = {
    '1 doctype, language, direction': !/^<!doctype html><html [^>]*lang="en" dir="ltr"/i.test(html),
    '2 one title, in the head': titles.length !== 1 || html.indexOf('<title>') > html.indexOf('</head>'),
    '3 what the page is about first, the name of the desk last': !/^(?!Holdfast).+ – Holdfast$/.test(title),
    '4 no error in the title of a page without one':
      title.startsWith('Error') || html.includes('role="alert"'),
    '5 the page can be enlarged': /(maximum-scale|user-scalable)/.test(html),
    '8 nothing waits for a script': /<div hidden="" id="S:|<div hidden id="S:|<template id="B:/.test(html),
    '9 no page of Next in place of ours': html.includes('__next_error__'),
    '43 novalidate stands in the HTML': /<form (?=[^>]*class="form")(?![^>]*novalidate)/i.test(html),
    '55 no new window, and no refresh': /target="_blank"|http-equiv="refresh"/i.test(html),
  }
  return Object.entries(wrong).flatMap(([item, is]) => (is ? [`${item} (${title})`] : []))
}
