import { readdirSync } from 'node:fs'

/** Where agents find the ticket of the demo that has a picture, which a walk along the links may miss. */
export const ticketWithPicture = '/desk/search?q=%22between+the+peas%22'

/** Every page of the desk by its route, such as `/desk/tickets/[reference]`. Source: the files of `app`. */
export function pageRoutes(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter(file => /(^|\/)page\.tsx$/.test(file))
    .map(file => `/${file.replace(/\/?page\.tsx$/, '').replace(/\([^)]*\)\/?/g, '')}`.replace(/(.)\/$/, '$1'))
    .sort()
}

/** The route that answers a path: one spelled out comes before one with a parameter. */
export function routeOf(path: string, routes: string[]): string | undefined {
  const fits = (route: string) => new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`).test(path)
  return routes.filter(fits).sort((a, b) => a.split('[').length - b.split('[').length)[0]
}
