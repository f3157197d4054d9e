import { useState } from 'react'
import type { ImportField } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Heading, Text } from '../../parts/basics.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import type { Seen } from './checked.tsx'
import { CheckImport } from './read-in.graphql.ts'
import { readInTexts } from './read-in.texts.ts'

/** Which column is what, to be changed before anything is written. A field that is chosen twice leaves its former column. */
export function Columns({ seen }: { seen: Seen }) {
  const t = useTexts(readInTexts)
  const { act, busy, failure } = useAct(CheckImport)
  const [chosen, setChosen] = useState<readonly (ImportField | null)[]>(seen.columns.map(({ field }) => field))
  const choose = (column: number, field: ImportField | null): void =>
    setChosen(chosen.map((each, at) => (at === column ? field : each === field ? null : each)))
  const changed = chosen.some((field, at) => field !== seen.columns[at]?.field)
  return (
    <section aria-labelledby="import-columns">
      <Heading level={3} id="import-columns">
        {t.columns}
      </Heading>
      <Text soft>{t.columnsText}</Text>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-around" tabIndex={0} role="region" aria-label={t.columns}>
        <table className="table">
          <caption>{seen.fileName}</caption>
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.means}</th>
            </tr>
          </thead>
          <tbody>
            {seen.columns.map(({ heading }, column) => (
              <tr key={column}>
                <th scope="row">{heading}</th>
                <td>
                  <select
                    className="input"
                    aria-label={`${heading}: ${t.means}`}
                    value={chosen[column] ?? ''}
                    onChange={({ target }) =>
                      choose(column, target.value === '' ? null : (target.value as ImportField))
                    }
                  >
                    <option value="">{t.skip}</option>
                    {seen.fields.map((field) => (
                      <option key={field} value={field}>
                        {t.fields[field]}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FailureNote failure={failure} />
      {changed && (
        <Actions>
          <Button
            look="primary"
            busy={busy}
            onClick={() =>
              void act({
                input: { id: seen.id, mapping: chosen.map((field, column) => ({ column, field })) },
              })
            }
          >
            {t.checkAgain}
          </Button>
        </Actions>
      )}
    </section>
  )
}
