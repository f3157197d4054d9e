import { useEffect, useState } from 'react'
import { Heading, Text } from '../../parts/basics.tsx'
import { useTexts } from '../../parts/texts.tsx'
import type { Seen } from './checked.tsx'
import { readInTexts } from './read-in.texts.ts'

/** A heading of somebody's file may look like a calculation to the spreadsheet that opens this list. */
const cell = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** What is wrong, line by line, also to take along. */
export function Faults({ seen }: { seen: Seen }) {
  const t = useTexts(readInTexts)
  const { faults } = seen
  const lines = new Set(faults.map(({ line }) => line)).size
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const rows = [
      [t.line, t.where, t.reason],
      ...faults.map(({ line, column, reason }) => [`${line}`, column ?? '', reason]),
    ]
    const text = `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
    const made = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [faults, t])
  return (
    <section aria-labelledby="import-faults">
      <Heading level={3} id="import-faults">
        {t.faults(Math.max(lines, seen.failed))}
      </Heading>
      {faults.length >= 1000 && <Text soft>{t.faultsMore}</Text>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-around import-faults" tabIndex={0} role="region" aria-label={t.reason}>
        <table className="table">
          <caption>{seen.fileName}</caption>
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.where}</th>
              <th scope="col">{t.reason}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ line, column, reason }, index) => (
              <tr key={index}>
                <td className="number">{line}</td>
                <td>{column ?? ''}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {url !== null && (
        <p>
          <a className="nl-link" href={url} download={t.downloadName}>
            {t.download}
          </a>
        </p>
      )}
    </section>
  )
}
