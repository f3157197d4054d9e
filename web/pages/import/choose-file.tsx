import { useId, useRef, useState } from 'react'
import type { ImportKind } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button } from '../../parts/basics.tsx'
import { Choices } from '../../parts/fields.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { AppendImport, CheckImport, StartImport } from './read-in.graphql.ts'
import { readInTexts } from './read-in.texts.ts'

const MOST_BYTES = 5 * 1024 * 1024
/** In base64 well below what the hub takes at once. */
const PART_BYTES = 384 * 1024

const ACCEPT: Record<ImportKind, string> = {
  PUPILS: '.csv,.txt,text/csv',
  OSO: '.xml,text/xml,application/xml',
  EXPERIENCES: '.csv,.json,text/csv,application/json',
}

/** Base64 of some bytes, in steps that no browser finds too long. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** The file, sent in parts and checked. Nothing is written by this. */
export function ChooseFile({
  kinds,
  dossierId,
  onChecked,
}: {
  kinds: readonly [ImportKind, ...ImportKind[]]
  dossierId: string | null
  onChecked: (id: string) => void
}) {
  const t = useTexts(readInTexts)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<ImportKind>(kinds[0])
  const [wrong, setWrong] = useState<string | null>(null)
  const [part, setPart] = useState<[number, number] | null>(null)
  const start = useAct(StartImport)
  const append = useAct(AppendImport)
  const check = useAct(CheckImport)
  const busy = part !== null

  const send = async (file: File): Promise<void> => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const parts = Math.ceil(bytes.length / PART_BYTES)
    setPart([1, parts])
    const begun = await start.act({
      input: { kind, fileName: file.name, size: bytes.length, ...(dossierId === null ? {} : { dossierId }) },
    })
    if (!begun) return
    const importId = begun.startImport.id
    for (let number = 1; number <= parts; number += 1) {
      setPart([number, parts])
      const content = base64(bytes.subarray((number - 1) * PART_BYTES, number * PART_BYTES))
      if (!(await append.act({ input: { id: importId, part: number, content } }))) return
    }
    if (await check.act({ input: { id: importId } })) onChecked(importId)
  }

  const submit = (): void => {
    const file = field.current?.files?.[0]
    const problem = !file ? t.noFile : file.size > MOST_BYTES ? t.tooLarge : null
    setWrong(problem)
    if (problem !== null || !file) return field.current?.focus()
    void send(file).finally(() => setPart(null))
  }

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) submit()
      }}
    >
      {kinds.length > 1 && (
        <Choices
          legend={t.kind}
          options={kinds.map((each) => [each, t.kinds[each]] as const)}
          chosen={[kind]}
          onChange={([chosen]) => chosen && setKind(chosen)}
        />
      )}
      <div className="field">
        <label htmlFor={id}>{t.file}</label>
        <p className="soft field__hint" id={`${id}-hint`}>
          {t.fileHint[kind]}
        </p>
        {wrong !== null && (
          <p className="field__wrong" id={`${id}-wrong`} role="alert">
            {wrong}
          </p>
        )}
        <input
          ref={field}
          id={id}
          className="input"
          type="file"
          accept={ACCEPT[kind]}
          aria-describedby={wrong === null ? `${id}-hint` : `${id}-hint ${id}-wrong`}
          aria-invalid={wrong !== null || undefined}
        />
      </div>
      <FailureNote failure={start.failure ?? append.failure ?? check.failure} />
      <p role="status">{part ? t.sending(...part) : ''}</p>
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t.check}
        </Button>
      </Actions>
    </form>
  )
}
