import type { GivenFile } from '#src/files/attach.ts'
import { printed } from './pdf.ts'
import { drawn } from './png.ts'

const text = (lines: string[]) => [Buffer.from(`${lines.join('\n')}\n`)]

const wall = 0
const cardboard = 1
const wet = 2
const tape = 3

/** A parcel before a wall, dark from the water up to a line that is not quite straight. */
function wetBox(): Buffer {
  return drawn(
    [320, 200],
    [
      [226, 222, 214],
      [196, 154, 98],
      [128, 92, 52],
      [150, 132, 96],
    ],
    (x, y) => {
      if (x < 60 || x > 260 || y < 40 || y > 180) return wall
      if (x > 150 && x < 170) return tape
      return y > 118 + 5 * Math.sin(x / 17) ? wet : cardboard
    },
  )
}

/** What comes with a message of the demo, known by words in it. */
export const enclosures: { says: string; files: () => GivenFile[] }[] = [
  {
    says: 'They are between the peas and the bread.',
    files: () => [
      {
        name: 'box with water line.png',
        description: 'A cardboard box. Its lower half is dark with water, up to a wavy line.',
        bytes: [wetBox()],
      },
      {
        name: 'list of books.txt',
        bytes: text([
          'Ten novels and guides                      8 to 12 euros each',
          'Two handbooks of knots                     about 30 euros each',
          'Tide table 1931, pencil notes by a pilot   ?',
          'School atlas of my grandfather             ?',
        ]),
      },
    ],
  },
  {
    says: 'Since Monday the PDF comes out as A6 on an A5 sheet',
    files: () => [
      {
        name: 'label.pdf',
        bytes: [
          printed({
            width: 420,
            height: 595,
            lines: ['KELP BAY FERRIES - PARCELS', 'To: Harbour Street 4', 'Labels print at half size.'],
          }),
        ],
      },
    ],
  },
  {
    says: 'The new gateway counts per address',
    files: () => [
      {
        name: 'gateway.log',
        bytes: text(
          Array.from(
            { length: 40 },
            (_, index) =>
              `10:${String(index).padStart(2, '0')}:07 limit=120/min counted-by=address key=partner-${(index % 3) + 1} used=${97 + (index % 40)}`,
          ),
        ),
      },
    ],
  },
]
