import { useState } from 'react'
import { Changes } from '../../editor/changes.tsx'
import { editor } from '../../editor/editor.texts.ts'
import { KeptHtml } from '../../editor/kept-html.tsx'
import type { SectionKey } from '../../graphql/schema.ts'
import { useAct, useAsk } from '../../parts/ask.ts'
import { Actions, Button, Card, Heading, Text } from '../../parts/basics.tsx'
import { Select } from '../../parts/fields.tsx'
import { Sure } from '../../parts/form.tsx'
import { FailureNote, NoAnswer, Note } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { KeepVersion } from './together.graphql.ts'
import { KeptVersions, PutSectionBack } from './versions.graphql.ts'
import { versionTexts } from './versions.texts.ts'
import type { Where } from './versions.tsx'

/** `was`: as it was; `now`: against the text of this moment; a number: against that older version. */
type View = 'was' | 'now' | `${number}`

/** What a version held, or what changed, per section; and the way back. Loaded when somebody opens a version. */
export function VersionContent({ number, dossier, application, preparation, open }: Where & { number: number }) {
  const t = useTexts(versionTexts)
  const e = useTexts(editor)
  const w = useTexts(words)
  const [view, setView] = useState<View>('now')
  const { data, failure, slow, again } = useAsk(KeptVersions, { dossier })
  const putBack = useAct(PutSectionBack)
  const keep = useAct(KeepVersion)
  const [back, setBack] = useState<SectionKey | null>(null)
  const found = data?.dossier?.applications?.find(({ id }) => id === application)?.intakePreparation
  const version = found?.versions.find((each) => each.number === number)
  if (!found || !version) return <NoAnswer failure={failure} slow={slow} again={again} />
  const older = found.versions.filter((each) => each.number < number)

  function texts(key: SectionKey): [before: string, after: string] {
    const own = version?.sections.find((each) => each.key === key)?.text ?? ''
    if (view === 'now') return [own, found?.sections.find((each) => each.key === key)?.text ?? '']
    return [
      older.find((each) => String(each.number) === view)?.sections.find((each) => each.key === key)?.text ?? '',
      own,
    ]
  }

  /** First what is there now is kept, so that nothing is lost by going back. */
  async function restore(section: SectionKey): Promise<void> {
    setBack(null)
    const input = { intakePreparationId: preparation.id }
    if (!(await keep.act({ input }))) return
    if (await putBack.act({ input: { ...input, section, version: number } })) setBack(section)
  }

  return (
    <>
      <div className="form screen-only">
        <Select<View>
          label={t.compare}
          value={view}
          onChange={(next) => setView(next || 'now')}
          options={[
            ['now', t.sinceThen],
            ['was', t.asItWas],
            ...older.map((each): [View, string] => [`${each.number}`, t.sinceVersion(each.number)]),
          ]}
        />
      </div>
      {view !== 'was' && <Text soft>{e.legend}</Text>}
      <FailureNote failure={keep.failure ?? putBack.failure} />
      {back && (
        <Note kind="good" live>
          {t.isBack(w.section[back], number)}
        </Note>
      )}
      {version.sections
        .filter(({ key }) => open.includes(key))
        .map(({ key, html, text }) => (
          <Card key={key} labelledBy={`v${number}-${key}`}>
            <Heading level={3} id={`v${number}-${key}`}>
              {w.section[key]}
            </Heading>
            {view !== 'was' ? (
              <Changes before={texts(key)[0]} after={texts(key)[1]} />
            ) : text === '' ? (
              <Text soft>{t.empty}</Text>
            ) : (
              <KeptHtml html={html} />
            )}
            {preparation.sections.some((each) => each.key === key && each.access === 'WRITE') && (
              <Actions>
                <Sure
                  label={t.putBack(w.section[key])}
                  title={t.putBackTitle}
                  text={t.putBackText(number, w.section[key])}
                  yes={t.putBackYes}
                  busy={keep.busy || putBack.busy}
                  onYes={() => void restore(key)}
                />
              </Actions>
            )}
          </Card>
        ))}
      {view === 'now' && (
        <Actions>
          <Button look="subtle" onClick={again}>
            {t.again}
          </Button>
        </Actions>
      )}
    </>
  )
}
