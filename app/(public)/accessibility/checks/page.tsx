import { readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { checks } from '#src/accessibility/checks.ts'
import { currentReader } from '#src/lib/actor.ts'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

const trail = [{ href: '/accessibility', words: 'Accessibility' }]

export default readable('GET /accessibility/checks', async () => (
  <Shell
    reader={await currentReader()}
    title="The checklist of 58 items – Holdfast"
    trail={trail}
    here="The checklist of 58 items"
  >
    <h1>The checklist of 58 items</h1>
    <p>
      Each item is tested on every page that it applies to, for nobody, a customer, an agent and an
      administrator, at 320 and 1280 pixels, in light, dark and forced colours, with scripts forbidden.
    </p>
    <Table caption="What each item asks, and the file of its test" columns={['Item', 'Asks', 'File']}>
      {Object.entries(checks).map(([item, { words, file }]) => (
        <Row key={item}>
          <RowHead>{item}</RowHead>
          <Cell label="Asks">{words}</Cell>
          <Cell label="File">
            <code>{file}</code>
          </Cell>
        </Row>
      ))}
    </Table>
  </Shell>
))
