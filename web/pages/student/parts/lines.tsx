import { useId, useRef } from 'react'
import type { Failure } from '../../../parts/failure.ts'
import { Button } from '../../../parts/basics.tsx'
import { texts, useTexts } from '../../../parts/texts.tsx'

const linesTexts = texts(
  {
    one: (label: string, place: number) => `${label}, regel ${place}`,
    add: 'Nog een regel',
    addTo: (label: string) => `Nog een regel bij: ${label}`,
    remove: 'Haal weg',
    removeOne: (text: string, place: number) => `Haal weg: ${text || `regel ${place}`}`,
    full: (most: number) => `Er passen ${most} regels op.`,
  },
  {
    one: (label: string, place: number) => `${label}, line ${place}`,
    add: 'Another line',
    addTo: (label: string) => `Another line for: ${label}`,
    remove: 'Remove',
    removeOne: (text: string, place: number) => `Remove: ${text || `line ${place}`}`,
    full: (most: number) => `It holds ${most} lines.`,
  },
)

/** Lines as they are saved: without the empty ones. */
export const filledLines = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter(Boolean)

/** A few short lines, each in a field of its own. */
export function Lines({
  label,
  hint,
  value,
  onChange,
  most,
  maxLength,
  name,
  failure,
}: {
  label: string
  hint?: string
  value: readonly string[]
  onChange: (lines: string[]) => void
  most: number
  maxLength: number
  name: string
  failure: Failure | null
}) {
  const t = useTexts(linesTexts)
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const shown = value.length === 0 ? [''] : value
  const wrong = failure?.field === name || failure?.field?.startsWith(`${name}.`) === true ? failure.message : null
  /** Keyboard and screen reader go on where the change was. */
  const focus = (index: number) =>
    setTimeout(() => box.current?.querySelectorAll<HTMLInputElement>('input')[Math.max(0, index)]?.focus())
  return (
    <fieldset
      ref={box}
      className="choices"
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      data-wrong={wrong === null ? undefined : ''}
    >
      <legend>{label}</legend>
      {hint !== undefined && (
        <p className="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== null && <p className="field__wrong">{wrong}</p>}
      {shown.map((line, index) => (
        <div className="entry" key={index}>
          <input
            className="input"
            type="text"
            aria-label={t.one(label, index + 1)}
            value={line}
            maxLength={maxLength}
            autoComplete="off"
            onChange={(event) => onChange(shown.map((each, at) => (at === index ? event.target.value : each)))}
          />
          {(shown.length > 1 || line !== '') && (
            <Button
              look="subtle"
              aria-label={t.removeOne(line, index + 1)}
              onClick={() => {
                onChange(shown.filter((_, at) => at !== index))
                focus(index - 1)
              }}
            >
              {t.remove}
            </Button>
          )}
        </div>
      ))}
      {shown.length < most ? (
        <Button
          look="subtle"
          aria-label={t.addTo(label)}
          onClick={() => {
            onChange([...shown, ''])
            focus(shown.length)
          }}
        >
          {t.add}
        </Button>
      ) : (
        <p className="soft">{t.full(most)}</p>
      )}
    </fieldset>
  )
}
