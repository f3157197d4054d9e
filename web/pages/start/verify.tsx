import { useId, useState } from 'react'
import { Actions, Button, Facts, Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { TextArea } from '../../parts/fields.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { verdictOf, type Published, type Verdict } from './credential.ts'
import { verifyTexts } from './verify.texts.ts'

const LONGEST = 1_000_000

async function published(): Promise<Published> {
  const [profile, keys] = await Promise.all(
    ['/credentials', '/.well-known/jwks.json'].map(async (path) => {
      const response = await fetch(path, { credentials: 'omit' })
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
      return (await response.json()) as unknown
    }),
  )
  return { issuer: (profile as { id: string }).id, keys: (keys as { keys: Published['keys'] }).keys }
}

/** `/controleer`: anybody looks whether a signed summary is whole, on their own device. */
export function Verify() {
  const t = useTexts(verifyTexts)
  const file = useId()
  const [text, setText] = useState('')
  const [verdict, setVerdict] = useState<Verdict | 'away' | null>(null)
  const look = async (given: string) => {
    const keys = await published().catch(() => null)
    setVerdict(keys ? await verdictOf(given.slice(0, LONGEST), keys, new Date()) : 'away')
  }
  return (
    <Page title={t.title} lead={t.lead}>
      <Text soft>{t.private}</Text>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void look(text)
        }}
      >
        <TextArea label={t.paste} hint={t.pasteHint} value={text} onChange={setText} rows={6} maxLength={LONGEST} />
        <div className="field">
          <label htmlFor={file}>{t.file}</label>
          <input
            id={file}
            type="file"
            className="input"
            accept=".jwt,application/vc+jwt,text/plain"
            onChange={({ target }) => {
              const [chosen] = target.files ?? []
              if (!chosen) return
              void chosen.text().then((read) => {
                setText(read.slice(0, LONGEST))
                return look(read)
              })
            }}
          />
        </div>
        <Actions>
          <Button look="primary" type="submit">
            {t.check}
          </Button>
        </Actions>
      </form>
      <div role="status">{verdict !== null && <Outcome verdict={verdict} />}</div>
    </Page>
  )
}

function Outcome({ verdict }: { verdict: Verdict | 'away' }) {
  const t = useTexts(verifyTexts)
  const { day } = useDates()
  if (verdict === 'away') return <p className="note note--failure">{t.away}</p>
  const { kind } = verdict
  return (
    <section className="group" aria-labelledby="outcome">
      <Heading level={2} id="outcome">
        {t.result}
      </Heading>
      <p className={kind === 'valid' ? 'note' : 'note note--waiting'}>
        <strong>{t[kind]}</strong>
      </p>
      {(verdict.kind === 'valid' || verdict.kind === 'expired') && (
        <>
          <Heading level={3}>{verdict.credential.name}</Heading>
          <Facts
            rows={[
              [t.of, verdict.credential.of],
              [t.from, day(verdict.credential.from)],
              [t.until, day(verdict.credential.until)],
              ...verdict.credential.pieces.map(({ name, narrative }) => [name, narrative] as const),
            ]}
          />
          <Text soft>{t.says}</Text>
        </>
      )}
    </section>
  )
}
