/** Text that is written piece by piece, with blanks and empty lines as a browser would show them. */
export class TextLines {
  readonly #lines: string[] = []
  #line = ''
  #depth = 0
  #kept = 0
  #gap: number | null = null
  #bullet = false
  #written = ''

  /** How much has been written so far, for `since`. */
  get length(): number {
    return this.#written.length
  }

  /** The words that were written since the text had this length. */
  since(length: number): string {
    return this.#written.slice(length).trim()
  }

  write(text: string): void {
    this.#written += text
    if (this.#kept > 0) {
      const [first = '', ...rest] = text.split('\n')
      this.#add(first)
      for (const line of rest) {
        this.break()
        this.#add(line)
      }
      return
    }
    const flowing = text.replace(/[ \t\r\n\f]+/g, ' ')
    this.#add(/^$|\s$/.test(this.#line) ? flowing.replace(/^ /, '') : flowing)
  }

  /** Ends the line, which may be an empty one. */
  break(): void {
    this.#bullet = false
    this.#push(this.#line.trimEnd())
    this.#line = ''
  }

  /** Ends the line if it has begun; with a `gap` an empty one follows before the next words. */
  block(gap: boolean): void {
    if (this.#bullet) return
    if (this.#line.trim() !== '') this.break()
    this.#line = ''
    if (gap) this.#gap = Math.min(this.#gap ?? this.#depth, this.#depth)
  }

  rule(): void {
    this.block(true)
    this.#add('---')
    this.block(true)
  }

  bullet(mark: string): void {
    this.#gap = null
    this.#add(mark)
    this.#bullet = true
  }

  /** Ends an item of a list, which may have been an empty one. */
  endItem(): void {
    this.#bullet = false
  }

  /** Ends a cell of a table: the next one stands on the same line. */
  cell(): void {
    if (this.#line.trim() !== '') this.#line = `${this.#line.trimEnd()} `
  }

  /** Goes one quote deeper, or one less deep. */
  quote(by: 1 | -1): void {
    this.#depth += by
    if (this.#gap !== null) this.#gap = Math.min(this.#gap, this.#depth)
  }

  keepSpaces(by: 1 | -1): void {
    this.#kept += by
  }

  toString(): string {
    this.block(false)
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }

  #add(text: string): void {
    if (text === '') return
    if (text.trim() !== '') this.#bullet = false
    if (this.#gap !== null && text.trim() !== '') {
      if (this.#lines.length > 0) this.#push('', this.#gap)
      this.#gap = null
    }
    this.#line += text.replaceAll('\u00A0', ' ')
  }

  #push(line: string, depth = this.#depth): void {
    const marks = '> '.repeat(Math.min(depth, 20))
    this.#lines.push(`${marks}${line}`.trimEnd())
  }
}
