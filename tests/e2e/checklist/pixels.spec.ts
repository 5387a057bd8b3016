import { expect, type Locator, type Page, test } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { comeAs } from '#tests/e2e/support/fill-form.ts'

/** The parts that are pressed or filled in, each of which must have an edge but those that are words alone. */
const parts: Record<string, { selector: string; hasEdge: boolean }> = {
  'a button': { selector: 'main button:not([class])', hasEdge: true },
  'a quiet button': { selector: 'main button.quiet', hasEdge: true },
  'a grave button': { selector: 'main button.grave', hasEdge: true },
  'a line of text': {
    selector: 'main input:not([type="hidden"], [type="radio"], [type="checkbox"])',
    hasEdge: true,
  },
  'a text': { selector: 'main textarea', hasEdge: true },
  'a list': { selector: 'main select', hasEdge: true },
  'a choice of one': { selector: 'main [type="radio"]', hasEdge: true },
  'a box to tick': { selector: 'main [type="checkbox"]', hasEdge: true },
  'a link': { selector: 'main li > a', hasEdge: false },
}

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const

for (const [look, media] of Object.entries(looks))
  test(`20 and 29: edges and rings stand out at 3:1 from what is beside them, in ${look}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await comeAs(context, mira)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.emulateMedia(media)
    await page.goto('/styleguide')
    // Scripts are off where the parts are; the pixels are counted where they are on.
    const counting = await (await browser.newContext()).newPage()
    for (const [name, { selector, hasEdge }] of Object.entries(parts)) {
      const part = page.locator(selector).first()
      const before = await picture(page, part)
      await part.focus()
      const after = await picture(page, part)
      const { edge, ring } = await counting.evaluate(measured, [before, after, margin] as const)
      const { width = 0, height = 0 } = (await part.boundingBox()) ?? {}
      if (hasEdge) expect.soft(edge, `the edge of ${name}`).toBeGreaterThanOrEqual(3)
      // As much as a line of two pixels round the part.
      expect.soft(ring, `the ring round ${name}`).toBeGreaterThanOrEqual(4 * (width + height))
    }
    await counting.context().close()
    await context.close()
  })

const margin = 8

/** The part and what is round it, as PNG in base64. */
async function picture(page: Page, part: Locator): Promise<string> {
  await part.evaluate(found => found.scrollIntoView({ block: 'center' }))
  const { x = 0, y = 0, width = 0, height = 0 } = (await part.boundingBox()) ?? {}
  const clip = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
  return (await page.screenshot({ clip })).toString('base64')
}

/**
 * The strongest contrast that is found where the part begins with what is outside of it, and how many pixels changed by at
 * least 3:1 when it got the focus. It runs in a page.
 */
async function measured([before, after, margin]: readonly [string, string, number]) {
  const pixelsOf = async (png: string) => {
    const bytes = Uint8Array.from(atob(png), sign => sign.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    canvas?.drawImage(image, 0, 0)
    return { data: canvas?.getImageData(0, 0, image.width, image.height).data ?? [], width: image.width }
  }
  const luminance = (data: ArrayLike<number>, at: number) => {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map(colour => {
      const part = (data[4 * at + colour] ?? 0) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: number, other: number) =>
    (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  const [was, is] = [await pixelsOf(before), await pixelsOf(after)]
  const count = was.data.length / 4
  const middle = Math.floor(count / was.width / 2) * was.width
  const outside = luminance(was.data, middle + 2)
  const begins = [-1, 0, 1, 2, 3].map(step => luminance(was.data, middle + margin + step))
  const changed = Array.from({ length: count }, (_, at) => at).filter(
    at => contrast(luminance(was.data, at), luminance(is.data, at)) >= 3,
  )
  return { edge: Math.max(...begins.map(inside => contrast(inside, outside))), ring: changed.length }
}
